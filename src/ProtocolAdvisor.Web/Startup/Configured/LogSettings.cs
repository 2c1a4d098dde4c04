using System.Globalization;
using Microsoft.Extensions.Logging.Console;

namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>
/// What the log takes, and of which kind it is: the framework ends at a wrong value with a stack trace, at a wrong time stamp with the first line that
/// it writes.
/// </summary>
internal static class LogSettings
{
    private const string Options = "Logging:Console:FormatterOptions";
    private static readonly string[] Formatters = [ConsoleFormatterNames.Simple, ConsoleFormatterNames.Json, ConsoleFormatterNames.Systemd];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        SettingKinds.OneOf("Logging:LogLevel:{name}", LogLevel.Information), SettingKinds.OneOf("Logging:{name}:LogLevel:{name}", LogLevel.Information),
        new Setting<string>("Logging:Console:FormatterName", "one of simple, json, systemd", IsFormatter, ConsoleFormatterNames.Simple, "simple"),
        SettingKinds.Choice($"{Options}:IncludeScopes", false), SettingKinds.Choice($"{Options}:SingleLine", false),
        SettingKinds.Choice($"{Options}:UseUtcTimestamp", false),
        new Setting<string>($"{Options}:TimestampFormat", "a format of a time such as yyyy-MM-dd HH:mm:ss", IsFormat, "", "none"),
        SettingKinds.OneOf($"{Options}:ColorBehavior", LoggerColorBehavior.Default),
        SettingKinds.Choice($"{Options}:JsonWriterOptions:Indented", false), SettingKinds.Choice($"{Options}:JsonWriterOptions:SkipValidation", false),
        SettingKinds.Number($"{Options}:JsonWriterOptions:MaxDepth", 1000, 1, 1000),
    ];

    private static bool IsFormatter(string? text, out string value) => Formatters.Contains(value = text ?? "", StringComparer.OrdinalIgnoreCase);

    private static bool IsFormat(string? text, out string value)
    {
        try
        {
            return DateTimeOffset.UnixEpoch.ToString(value = text ?? "", CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            value = "";
            return false;
        }
    }
}
