using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>What a search for mail servers found. Nothing was probed, nothing is stored.</summary>
/// <param name="Domain">The mail domain, in A-labels.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="Discovery">Every source, the candidates and their contradictions.</param>
/// <param name="Findings">Causes, with the way out.</param>
internal sealed record DiscoveryReply(string Domain, double DurationMs, DiscoveryReport Discovery, IReadOnlyList<FindingReport> Findings)
{
    /// <summary>
    /// Whose mailboxes the domain's are, as far as what was found tells, before any server was asked; null where nobody is recognised.
    /// </summary>
    public ProviderReport? Provider { get; init; }

    /// <summary>Signing in with OAuth 2.0, where that is the only way, as far as is published or known; null elsewhere.</summary>
    internal OAuthOnly? OAuthOnly { get; init; }

    /// <summary>Shapes what was learned.</summary>
    public static DiscoveryReply From(DiscoveryQuestion question, DiscoveryResult result, TimeSpan elapsed, Language language)
    {
        var provider = ProviderReading.Of(result);
        return new(
            question.Domain.Value,
            elapsed.TotalMilliseconds,
            DiscoveryReport.From(result, candidate => candidate.Username, language),
            [.. Diagnosis.Of(result).Select(x => FindingReport.From(x, language))])
        {
            Provider = ProviderReport.From(provider),
            OAuthOnly = OAuthOnly.Of(result, provider),
        };
    }
}
