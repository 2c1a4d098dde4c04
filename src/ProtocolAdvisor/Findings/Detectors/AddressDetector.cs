using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>A host with several addresses of which some do not work. An address that was not dialled, or lost the race, says nothing.</summary>
internal static class AddressDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from host in c.Hosts
        let finding = host.Select(probe => Judge(probe.Endpoint, Tried(probe))).FirstOrDefault(x => x is not null)
        where finding is not null
        select finding;

    private static List<AddressResult> Tried(ProbeResult probe) =>
    [
        .. probe.Addresses.Where(x => x.Outcome == StepOutcome.Completed
            || (x.Outcome == StepOutcome.Failed && x.Failure?.Kind is not (FailureKind.AddressBlocked or FailureKind.DeadlineReached or FailureKind.TargetBusy))),
    ];

    private static Finding? Judge(MailEndpoint endpoint, List<AddressResult> tried)
    {
        var works = tried.ToLookup(x => x.Outcome == StepOutcome.Completed, x => x.Family);
        if (!works[true].Any() || !works[false].Any()) return null;
        FindingCode? code = works[true].Intersect(works[false]).Any() ? FindingCode.AddressesDisagree
            : works[false].Contains(AddressFamilyName.Ipv6) ? FindingCode.Ipv6BrokenIpv4Ok : FindingCode.Ipv4BrokenIpv6Ok;
        return Found.Once(code.Value, Found.Text($"{endpoint.Authority}: no connection to {Broken(tried)}"));
    }

    private static string Broken(IEnumerable<AddressResult> tried) =>
        string.Join(", ", tried.Where(x => x.Outcome == StepOutcome.Failed).Select(x => x.Address));
}
