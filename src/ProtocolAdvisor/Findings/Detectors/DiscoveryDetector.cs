using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>How the search for the servers went. What was not answered is never told as an answer.</summary>
internal static class DiscoveryDetector
{
    private const int MostPlaces = 4;

    public static IEnumerable<Finding> Find(Case c) => Of(c.Facts.Discovery, c.Facts.Endpoints);

    /// <summary>The same for a search without a run.</summary>
    public static IEnumerable<Finding> Of(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints)
    {
        // Nothing was asked then, so nothing else can be said.
        if (SearchState.IsImpossible(discovery)) return [Found.Once(FindingCode.LookupImpossible)];
        return new[] { NothingFound(discovery, endpoints), LookupFailed(discovery), Forged(discovery), Prefers(discovery) }.OfType<Finding>()
            .Concat(NotOffered(discovery)).Concat(SettingsFileFindings.Of(discovery)).Concat(NotAsked(discovery, endpoints));
    }

    /// <summary>
    /// Whether a search found nothing. A guess counts when it speaks its protocol, however badly; where nobody has looked yet, a name that resolves is something found.
    /// </summary>
    public static bool HasNothing(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints)
    {
        var published = discovery.Candidates.Any(x => x.Sources is not [DiscoverySource.Convention]);
        var incoming = endpoints.Where(x => x.Probe.Endpoint.Protocol.ReadsMail()).ToList();
        var answering = incoming.Exists(x => x.Probe.Greeting is not null || x.Probe.Tls is not null) || (incoming.Count == 0 && discovery.Candidates.Count > 0);
        var onlySendingWasNamed = endpoints.Count > 0 && incoming.Count == 0 && discovery.Attempts.All(x => x.Source == DiscoverySource.Explicit);
        return discovery.Attempts.Count > 0 && !published && !answering && !onlySendingWasNamed;
    }

    /// <summary>Whether a search found nothing because nothing is there: every source and every guess has answered.</summary>
    public static bool HasNothingForCertain(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints) =>
        HasNothing(discovery, endpoints)
        && (SearchState.IsDomainMissing(discovery) || (SearchState.IsHeardOut(discovery) && !endpoints.Any(x => x.Probe.Endpoint.Protocol.ReadsMail() && Unexamined.Is(x.Probe))));

    private static Finding? NothingFound(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints)
    {
        if (!HasNothingForCertain(discovery, endpoints) || SettingsFileFindings.NamesNothingUsable(discovery)) return null;
        if (SearchState.IsDomainMissing(discovery))
            return Found.Once(FindingCode.DomainNotFound, discovery.Attempts.FirstOrDefault(x => x is { Source: DiscoverySource.Mx, Failure.Kind: FailureKind.HostNotFound })?.Location);
        if (discovery.OtherWays.Count > 0) return Found.Once(FindingCode.OtherWaysOnly, evidence: Places(discovery.Attempts.Where(x => x.OtherWays.Count > 0)));
        var hosts = discovery.Attempts.Where(x => x.Source == DiscoverySource.Convention && x.Incoming.Count > 0).Select(x => x.Location).ToList();
        return Found.Once(FindingCode.DiscoveryNothingFound, evidence: hosts.Count == 0 ? null : Seen.That(EvidenceCode.NoAnswerFrom, ("names", string.Join(", ", hosts))));
    }

    private static Finding? LookupFailed(DiscoveryResult discovery)
    {
        var lost = discovery.Attempts.Where(x => x.Failure?.Kind is FailureKind.LookupFailed or FailureKind.LookupImpossible && !JmapSource.Asked(x)).ToList();
        return lost.Count == 0 ? null : Found.Once(FindingCode.DnsLookupFailed, evidence: Places(lost));
    }

    private static Finding? Forged(DiscoveryResult discovery) =>
        discovery.Attempts.FirstOrDefault(x => x.Failure?.Kind == FailureKind.AnswerForged) is { } forged
            ? Found.Once(FindingCode.DnsAnswersForged, forged.Location) : null;

    private static Finding? Prefers(DiscoveryResult discovery) =>
        discovery.Preferred is { } protocol ? Found.For(protocol, FindingCode.OperatorPrefers) : null;

    private static IEnumerable<Finding> NotOffered(DiscoveryResult discovery) =>
        from attempt in discovery.Attempts
        from protocol in attempt.NotOffered
        where discovery.NotOffered.Contains(protocol)
        group attempt.Location by protocol into denials
        select Found.For(denials.Key, FindingCode.SrvNotOffered, Seen.Names($"{string.Join(", ", denials)} \".\""));

    // Limits of ours are told whatever was found: another run may find more. Everything else that was not heard matters only where nothing was found.
    private static IEnumerable<Finding> NotAsked(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints)
    {
        var unheard = SearchState.Unheard(discovery).ToList();
        var busy = unheard.Where(x => x.Failure?.Kind == FailureKind.TargetBusy).ToList();
        if (busy.Count > 0) yield return Found.Once(FindingCode.TargetBusy, evidence: Places(busy));
        var local = unheard.Where(x => x.Failure?.Kind == FailureKind.LocalFault).ToList();
        if (local.Count > 0) yield return Found.Once(FindingCode.LocalFault, evidence: Places(local));
        if (!HasNothing(discovery, endpoints) || SearchState.IsDomainMissing(discovery)) yield break;
        var others = unheard.Except(busy).Except(local).Where(x => !SettingsFileFindings.IsToldOf(discovery, x) && x.Failure?.Kind is not (FailureKind.LookupFailed or FailureKind.LookupImpossible)).ToList();
        if (others.Count > 0) yield return Found.Once(FindingCode.NotExamined, evidence: Places(others));
    }

    private static FindingEvidence? Places(IEnumerable<SourceAttempt> attempts)
    {
        var places = attempts.Select(x => x.Location).Distinct().ToList();
        return Seen.All(Seen.Named(places.Take(MostPlaces)), Seen.More(places.Count - MostPlaces));
    }
}
