using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// A host with several addresses of which some do not work, or not as the others do. An address that was not dialled, or lost the race, says nothing. The cause is the
/// host's, so it is told once.
/// </summary>
internal static class AddressDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from host in c.Hosts
        from find in new Func<ProbeResult, Finding?>[] { x => UpOrDown(x, c), Certificates }
        let finding = host.Select(find).FirstOrDefault(x => x is not null)
        where finding is not null
        select finding;

    private static Finding? UpOrDown(ProbeResult probe, Case c)
    {
        var tried = probe.Addresses.Where(WasTried).ToList();
        var works = tried.ToLookup(Works, x => x.Family);
        if (!works[true].Any()) return null;
        if (!works[false].Any()) return Differences(probe.Endpoint, tried);
        FindingCode? code = works[true].Intersect(works[false]).Any() ? FindingCode.AddressesDisagree
            : works[false].Contains(AddressFamilyName.Ipv6) ? FindingCode.Ipv6BrokenIpv4Ok : FindingCode.Ipv4BrokenIpv6Ok;
        var family = code == FindingCode.Ipv6BrokenIpv4Ok ? AddressFamilyName.Ipv6 : AddressFamilyName.Ipv4;
        var confidence = code == FindingCode.AddressesDisagree || IsSeenToWork(family, c) ? FindingConfidence.Certain : FindingConfidence.Possible;
        return Found.Once(code.Value, probe.Endpoint.Authority, Broken(probe.Endpoint, tried), confidence);
    }

    // A silent address tells of the server only where our own way over that family is seen to lead somewhere: a network that drops IPv6 looks the same from here.
    private static bool IsSeenToWork(AddressFamilyName family, Case c) => c.Probes.SelectMany(x => x.Addresses).Any(
        x => x.Family == family && (x.Outcome == StepOutcome.Completed || x.Failure?.Kind is FailureKind.ConnectionRefused or FailureKind.ConnectionReset));

    // Whoever runs a mail server behind a name runs the same one at all its addresses.
    private static Finding? Differences(MailEndpoint endpoint, List<AddressResult> tried) => tried.Where(x => x.Implementation is not null).DistinctBy(x => x.Implementation).Count() > 1
        ? Found.Once(FindingCode.AddressesDisagree, endpoint.Authority, Seen.Names($"{endpoint.Authority}: {string.Join(", ", tried.Select(x => $"{x.Address} {x.Implementation}".Trim()))}")) : null;

    private static Finding? Certificates(ProbeResult probe)
    {
        var good = probe.Addresses.ToLookup(x => x.CertificateStatus.Contains(CertificateStatus.Trusted));
        var bad = good[false].Where(x => x.CertificateStatus.Count > 0).ToList();
        return good[true].Any() && bad.Count > 0
            ? Found.Once(FindingCode.AddressCertificateBad, probe.Endpoint.Authority, new(bad.SelectMany(x => Faults(probe.Endpoint, x)))) : null;
    }

    private static bool WasTried(AddressResult address) => address.Outcome == StepOutcome.Completed
        || (address.Outcome == StepOutcome.Failed && address.Failure?.Kind is not (FailureKind.AddressBlocked or FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault));

    private static bool Works(AddressResult address) => address is { Outcome: StepOutcome.Completed, Fault: null };

    private static FindingEvidence Broken(MailEndpoint endpoint, IReadOnlyList<AddressResult> tried)
    {
        var dead = string.Join(", ", tried.Where(x => x.Outcome == StepOutcome.Failed).Select(x => x.Address));
        var faults = tried.Where(x => x.Fault is not null).Select(x => Fault(x.Fault!) with { About = $"{endpoint.Authority}, {x.Address}" });
        return new([.. dead.Length > 0 ? [Seen.Part(EvidenceCode.NoConnection, ("names", dead)) with { About = endpoint.Authority }] : Array.Empty<EvidencePart>(), .. faults]);
    }

    private static EvidencePart Fault(Failure fault) => Seen.Quoted(fault.Reply) ?? Seen.Part(EvidenceCode.FailedAtStep, ("step", fault.Step), ("kind", fault.Kind));

    private static IEnumerable<EvidencePart> Faults(MailEndpoint endpoint, AddressResult address) =>
        from fault in address.CertificateStatus
        select (address.CertificateNotAfter is { } date
            ? Seen.Part(EvidenceCode.CertificateFaultUntil, ("fault", fault), ("date", date)) : Seen.Part(EvidenceCode.CertificateFault, ("fault", fault))) with
        {
            About = $"{endpoint.Authority}, {address.Address}",
        };
}
