using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>
/// Refuses keys that nobody reads, and values of a wrong kind: what is misspelt, or put in the wrong place, would otherwise silently leave the
/// default in force, or end in a stack trace of the framework.
/// </summary>
internal static class ConfigurationJudge
{
    /// <summary>Judges every key that is set; the first wrong one refuses the start.</summary>
    public static void Judge(IConfiguration configuration)
    {
        foreach (var (key, value) in configuration.AsEnumerable().Where(x => x.Value is { Length: > 0 }).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            if (IsMeantForUs(configuration, key) && Complaint(configuration, key, value!) is { } complaint)
                throw new StartRefusedException($"{key}: {complaint}");
        }
    }

    // The environment is everybody's: of it only what lies in a section of ours, or in one that is spelt nearly so, can be meant for us; and what the host reads, and
    // the exporter where there is one.
    private static bool IsMeantForUs(IConfiguration configuration, string key)
    {
        if (!IsFromTheEnvironment(configuration, key)) return true;
        if (Has(OtlpSettings.All, key)) return configuration[OtlpSettings.Endpoint] is { Length: > 0 };
        if (Has(HostSettings.All, key)) return true;
        var section = key.Split(':')[0];
        return section.Length < key.Length && (KnownKeys.Sections.Contains(section) || Spelling.Nearest(section, KnownKeys.Sections) is not null);
    }

    private static bool Has(IReadOnlyList<Setting> settings, string key) => settings.Any(x => x.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static bool IsFromTheEnvironment(IConfiguration configuration, string key) =>
        Providers(configuration).LastOrDefault(x => x.TryGet(key, out _)) is null or EnvironmentVariablesConfigurationProvider;

    private static IEnumerable<IConfigurationProvider> Providers(IConfiguration configuration) =>
        configuration is IConfigurationRoot root ? root.Providers.SelectMany(x => x is ChainedConfigurationProvider chained ? Providers(chained.Configuration) : [x]) : [];

    private static string? Complaint(IConfiguration configuration, string key, string value)
    {
        var parts = key.Split(':');
        if (KnownKeys.All.FirstOrDefault(x => x.Matches(parts)) is { Setting: var setting })
        {
            if (setting.IsList && configuration.GetSection(key).GetChildren().Any())
                return "it is given as one text and as a list; one of the two is expected.";
            return setting.Takes(value) ? null : OperatorSettings.Complaint(setting, value);
        }

        if (KnownKeys.All.FirstOrDefault(x => x.LeadsThrough(parts)) is { } inner)
            return $"settings are expected below this key, such as {inner.Filled(parts)}, and no value on it.";
        if (KnownKeys.All.FirstOrDefault(x => x.IsValue && x.LiesAbove(parts)) is { } outer)
            return $"one value is expected on {outer.Filled(parts)}, and nothing below it.";
        return Meant(key, parts) is { } meant ? $"there is no such setting. Is {meant} meant?" : "there is no such setting.";
    }

    // Part by part, for a section is spelt wrong as often as what lies in it; as a whole, for who forgets a colon; by its last part, for who forgets
    // the section.
    private static string? Meant(string key, string[] parts) =>
        KnownKeys.All.Select(x => (Known: x, Slips: x.SlipsOf(parts))).Where(x => x.Slips is not null)
            .OrderBy(x => x.Slips).ThenBy(x => x.Known.Parts.Count).Select(x => x.Known.Filled(parts)).FirstOrDefault()
        ?? Spelling.Nearest(key, KnownKeys.All.Select(x => x.Filled(parts)))
        ?? KnownKeys.All.FirstOrDefault(x => x.Parts.Count > 1 && x.Parts[^1].Equals(parts[^1], StringComparison.OrdinalIgnoreCase))?.Filled([]);
}
