namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Every key that somebody reads: our settings, and what the framework takes.</summary>
internal static class KnownKeys
{
    // What Kestrel does not read, such as Kestrel:Limits, is not among them.
    private static readonly string[] OfTheFramework =
    [
        "Urls", "http_ports", "https_ports", "https_port", "contentRoot", "environment", "applicationName", "webroot", "AllowedHosts", "preferHostingUrls",
        "shutdownTimeoutSeconds", "captureStartupErrors", "detailedErrors", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup",
        "suppressStatusMessages", "startupAssembly", "staticWebAssets", "hostBuilder:reloadConfigOnChange",
        "Kestrel:Endpoints:**", "Kestrel:Certificates:**", "Kestrel:EndpointDefaults:**",
        "Logging:Console:FormatterName", "Logging:Console:FormatterOptions:**", "OTEL_**",
    ];

    /// <summary>The patterns.</summary>
    public static IReadOnlyList<KeyPattern> Patterns { get; } =
        [.. KnownSettings.All.SelectMany(x => x.IsList ? [x.Key, $"{x.Key}:*"] : new[] { x.Key }).Concat(OfTheFramework).Select(x => new KeyPattern(x))];

    /// <summary>The sections that they lie in.</summary>
    public static IReadOnlySet<string> Sections { get; } =
        Patterns.Where(x => x.Example.Contains(':', StringComparison.Ordinal)).Select(x => x.Example.Split(':')[0]).Append("Logging").ToHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A key with places: <c>*</c> is an entry's number, <c>**</c> at the end whatever follows.</summary>
/// <param name="Text">The key.</param>
internal sealed record KeyPattern(string Text)
{
    private readonly string[] _parts = Text.Split(':');

    /// <summary>A key that it takes.</summary>
    public string Example => Text.Replace(":**", ":…", StringComparison.Ordinal).Replace("**", "…", StringComparison.Ordinal).Replace('*', '0');

    /// <summary>Whether it takes the key.</summary>
    public bool Matches(string key)
    {
        if (Text.EndsWith("**", StringComparison.Ordinal)) return key.StartsWith(Text[..^2], StringComparison.OrdinalIgnoreCase) && key.Length > Text.Length - 2;
        var parts = key.Split(':');
        return parts.Length == _parts.Length && Begins(parts);
    }

    /// <summary>Whether the key is a section in which it lies.</summary>
    public bool LeadsThrough(string key) => key.Split(':') is var parts && parts.Length < _parts.Length && Begins(parts);

    private bool Begins(string[] parts) => parts.Zip(_parts).All(x => x.Second == "*" ? x.First.All(char.IsAsciiDigit) : x.First.Equals(x.Second, StringComparison.OrdinalIgnoreCase));
}
