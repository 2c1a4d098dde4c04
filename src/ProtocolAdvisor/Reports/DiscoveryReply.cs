using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>What a search for mail servers found. Nothing was probed, nothing is stored.</summary>
/// <param name="Domain">The mail domain, in A-labels.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="Discovery">Every source, the candidates and their contradictions.</param>
/// <param name="Findings">Causes, with the way out.</param>
internal sealed record DiscoveryReply(string Domain, double DurationMs, DiscoveryReport Discovery, IReadOnlyList<FindingReport> Findings)
{
    /// <summary>Shapes what was learned.</summary>
    public static DiscoveryReply From(DiscoveryQuestion question, DiscoveryResult result, TimeSpan elapsed, Language language) => new(
        question.Domain.Value,
        elapsed.TotalMilliseconds,
        DiscoveryReport.From(result, [], candidate => candidate.Username, language),
        [.. Diagnosis.Of(result).Select(x => FindingReport.From(x, language))]);
}
