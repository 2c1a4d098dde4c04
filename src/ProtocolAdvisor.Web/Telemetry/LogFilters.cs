using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>What is never logged, whatever the configuration asks for.</summary>
internal static class LogFilters
{
    private static readonly string[] Databases = ["Microsoft.EntityFrameworkCore", "Npgsql"];
    private static readonly string[] Telling = ["Microsoft.AspNetCore"];
    private const string Cluster = "Orleans";

    /// <summary>Puts the filters on top of every configured rule.</summary>
    public static void AddLogFilters(this IServiceCollection services) =>
        services.AddOptions<LoggerFilterOptions>().PostConfigure<Readiness>((options, readiness) =>
        {
            var rules = options.Rules.Prepend(new LoggerFilterRule(null, null, options.MinLevel, null)).ToList();
            options.Rules.Clear();
            foreach (var rule in rules)
            {
                options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                    !IsKeptBack(category, level, readiness) && rule.Filter?.Invoke(provider, category, level) != false));
            }
        });

    // What is refused before it is read is counted, and a line each would be the caller's to make by the thousand.
    // What the database throws is told by us in one line, and by EF in a hundred.
    // That a node is gone is told by us in one line, and by Orleans in a stack for every try to reach it.
    // The frameworks' lines below Warning quote paths, and so the ids that open reports; the category of requests also puts the path around every line
    // of ours, as a scope. The host's own lines of a failed start are a stack trace that
    // Running puts into one line.
    private static bool IsKeptBack(string? category, LogLevel level, Readiness readiness) =>
        Array.Exists(Databases, x => category?.StartsWith(x, StringComparison.Ordinal) == true)
        || (level < LogLevel.Warning && Array.Exists(Telling, x => category?.StartsWith(x, StringComparison.Ordinal) == true))
        || (level < LogLevel.Error && category?.StartsWith(Cluster, StringComparison.Ordinal) == true)
        || category is "Microsoft.AspNetCore.Hosting.Diagnostics" or "Microsoft.AspNetCore.Server.Kestrel.Connections"
        || (!readiness.WasReady && category == "Microsoft.Extensions.Hosting.Internal.Host");
}
