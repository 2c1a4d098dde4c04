using System.Globalization;

namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>What the host reads beside our sections.</summary>
internal static class HostSettings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Text("Urls"), Ports("http_ports"), Ports("https_ports"),
        Text("contentRoot"), Text("environment"), Text("applicationName"), Text("webroot"), Text("AllowedHosts"),
        .. Choices("preferHostingUrls", "hostBuilder:reloadConfigOnChange", "suppressStatusMessages", "captureStartupErrors", "detailedErrors"),
    ];

    private static Setting<string> Text(string key) => SettingKinds.Text(key);

    private static IEnumerable<Setting> Choices(params string[] keys) =>
        keys.Select(key => new Setting<bool>(key, "true or false", IsChoice, false, "false"));

    // The host takes 1 for true, too.
    private static bool IsChoice(string? text, out bool value) => bool.TryParse(text, out value) || (value = text == "1") || text == "0";

    private static Setting<string> Ports(string key) => new(key, "a port such as 8080, with a semicolon between two of them,", ArePorts, "", "none");

    private static bool ArePorts(string? text, out string value) =>
        (value = text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .All(x => ushort.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
