using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// A name that leads nowhere and is one slip away from a well-known provider's: a mail domain for which nothing was found, or a server that does not exist. A name
/// that works is never called misspelled, however near to another it is.
/// </summary>
internal static class MisspellingDetector
{
    public static IEnumerable<Finding> Find(Case c) => Of(c.Facts.Discovery, c.Facts.Endpoints);

    /// <summary>The same for a search without a run.</summary>
    public static IEnumerable<Finding> Of(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints) =>
        from name in DeadDomain(discovery, endpoints).Concat(DeadHosts(endpoints))
        let meant = KnownProviders.Official.Meant(name) ?? MeantDomain(name)
        where meant is not null
        select Found.Once(FindingCode.HostLikelyMisspelled, name.Value, Seen.Names($"{name} → {meant}"), FindingConfidence.Likely);

    // Where DNS did not answer, or time ran out, nobody knows whether the domain works.
    private static IEnumerable<HostName> DeadDomain(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints) =>
        discovery.RegistrableDomain is { } domain && (DiscoveryDetector.HasNothingForCertain(discovery, endpoints) || IsDead(discovery, endpoints)) ? [domain] : [];

    // Web servers often do not answer where a domain is only parked; the name servers' answer is enough for a suspicion.
    private static bool IsDead(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints) =>
        DiscoveryDetector.HasNothing(discovery, endpoints) && SearchState.Unheard(discovery).All(x => x.Source == DiscoverySource.Autoconfig && x.Failure?.Kind is not
            (FailureKind.LookupFailed or FailureKind.LookupImpossible or FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault or FailureKind.Unexpected));

    private static IEnumerable<HostName> DeadHosts(IReadOnlyList<EndpointFacts> endpoints) => endpoints
        .Where(x => x.Probe.Failure is { Step: MailStep.Resolve, Kind: FailureKind.HostNotFound or FailureKind.NoAddress })
        .Select(x => x.Probe.Endpoint.Host).Distinct();

    private static HostName? MeantDomain(HostName host) =>
        PublicSuffixList.Official.RegistrableDomain(host) is { } domain && domain != host ? KnownProviders.Official.Meant(domain) : null;
}
