using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>How the search for the servers went.</summary>
internal static class DiscoveryDetector
{
    public static IEnumerable<Finding> Find(Case c) => Of(c.Facts.Discovery, c.Facts.Endpoints);

    /// <summary>The same for a search without a run.</summary>
    public static IEnumerable<Finding> Of(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints) =>
        new[] { NothingFound(discovery, endpoints), LookupFailed(discovery), Forged(discovery), Insecure(discovery), Prefers(discovery) }.OfType<Finding>()
            .Concat(Invalid(discovery)).Concat(NotOffered(discovery));

    /// <summary>
    /// Whether a search found nothing. A guess counts when it speaks its protocol, however badly; where nobody has looked yet, a name that resolves is something found.
    /// </summary>
    public static bool HasNothing(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints)
    {
        var published = discovery.Candidates.Any(x => x.Sources is not [DiscoverySource.Convention]);
        var answering = endpoints.Any(x => x.Probe.Greeting is not null || x.Probe.Tls is not null) || (endpoints.Count == 0 && discovery.Candidates.Count > 0);
        return discovery.Attempts.Count > 0 && !published && !answering;
    }

    private static Finding? NothingFound(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints)
    {
        if (!HasNothing(discovery, endpoints)) return null;
        var hosts = discovery.Attempts.Where(x => x.Source == DiscoverySource.Convention && x.Incoming.Count > 0).Select(x => x.Location).ToList();
        return Found.Once(FindingCode.DiscoveryNothingFound, hosts.Count == 0 ? null : $"no answer from {string.Join(", ", hosts)}");
    }

    private static Finding? LookupFailed(DiscoveryResult discovery)
    {
        var lost = discovery.Attempts.Where(x => x.Failure?.Kind == FailureKind.LookupFailed).Select(x => x.Location).ToList();
        return lost.Count == 0 ? null : Found.Once(FindingCode.DnsLookupFailed, string.Join(", ", lost));
    }

    private static Finding? Forged(DiscoveryResult discovery) =>
        discovery.Attempts.FirstOrDefault(x => x.Failure?.Kind == FailureKind.AnswerForged) is { } forged
            ? Found.Once(FindingCode.DnsAnswersForged, forged.Location) : null;

    private static Finding? Insecure(DiscoveryResult discovery)
    {
        var own = discovery.Attempts.Where(x => x is { Source: DiscoverySource.Autoconfig or DiscoverySource.Pacc, Outcome: SourceOutcome.Found }).ToList();
        return own.Count > 0 && own.TrueForAll(x => !x.Secure) ? Found.Once(FindingCode.AutoconfigInsecure, own[0].Location) : null;
    }

    private static Finding? Prefers(DiscoveryResult discovery) =>
        discovery.Preferred is { } protocol ? Found.For(protocol, FindingCode.OperatorPrefers) : null;

    // Only what the domain itself publishes is its operator's to mend.
    private static IEnumerable<Finding> Invalid(DiscoveryResult discovery) =>
        from attempt in discovery.Attempts
        where attempt is { Source: DiscoverySource.Autoconfig or DiscoverySource.Pacc, Failure.Kind: FailureKind.DocumentInvalid or FailureKind.DigestMismatch }
        select Found.Once(
            FindingCode.AutoconfigInvalid,
            attempt.Failure!.Kind == FailureKind.DigestMismatch ? $"{attempt.Location}: its digest is not the published one" : $"{attempt.Location}: {attempt.Failure.Detail}");

    private static IEnumerable<Finding> NotOffered(DiscoveryResult discovery) =>
        from attempt in discovery.Attempts
        from protocol in attempt.NotOffered
        where discovery.NotOffered.Contains(protocol)
        group attempt.Location by protocol into denials
        select Found.For(denials.Key, FindingCode.SrvNotOffered, $"{string.Join(", ", denials)} \".\"");
}
