using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Refuses keys that nobody reads: what is misspelt, or put in the wrong place, would otherwise silently leave the default in force.</summary>
internal static class ConfigurationJudge
{
    /// <summary>Judges every key that is set; the first wrong one refuses the start.</summary>
    public static void Judge(IConfiguration configuration)
    {
        foreach (var (key, value) in configuration.AsEnumerable().Where(x => x.Value is { Length: > 0 }).OrderBy(x => x.Key, StringComparer.Ordinal))
            if (IsMeantForUs(configuration, key) && Complaint(key, value!) is { } complaint) throw new StartRefusedException($"{key}: {complaint}");
    }

    // The environment is everybody's: of it only what lies in a section of ours, or in one that is spelt nearly so, can be meant for us.
    private static bool IsMeantForUs(IConfiguration configuration, string key)
    {
        if (!IsFromTheEnvironment(configuration, key)) return true;
        var section = Section(key);
        return section.Length < key.Length && (KnownKeys.Sections.Contains(section) || Spelling.Nearest(section, KnownKeys.Sections) is not null);
    }

    private static bool IsFromTheEnvironment(IConfiguration configuration, string key) =>
        Providers(configuration).LastOrDefault(x => x.TryGet(key, out _)) is null or EnvironmentVariablesConfigurationProvider;

    private static IEnumerable<IConfigurationProvider> Providers(IConfiguration configuration) =>
        configuration is IConfigurationRoot root ? root.Providers.SelectMany(x => x is ChainedConfigurationProvider chained ? Providers(chained.Configuration) : [x]) : [];

    private static string? Complaint(string key, string value)
    {
        if (LogLevels.IsLevel(key)) return LogLevels.Complaint(value);
        if (KnownKeys.Patterns.Any(x => x.Matches(key))) return null;
        if (KnownKeys.Patterns.FirstOrDefault(x => x.LeadsThrough(key)) is { } inner) return $"settings are expected below this key, such as {inner.Example}, and no value on it.";
        return Spelling.Nearest(key, KnownKeys.Patterns.Select(x => x.Example)) is { } meant ? $"there is no such setting. Is {meant} meant?" : "there is no such setting.";
    }

    private static string Section(string key) => key.Split(':')[0];
}
