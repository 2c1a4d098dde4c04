using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// Endpoints that we did not dial, by policy, out of politeness or because our own machine could not: the cause is the host's, so it is told once. Who named a server himself is told that we do not go there;
/// of one that a search found, that it was not looked at.
/// </summary>
internal static class HeldBackDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from found in c.Failures
        let code = Code(found.Failure.Kind, isFound: c.Facts.Discovery.Attempts.Any(x => x.Source != DiscoverySource.Explicit))
        where code is not null
        group found.Probe.Endpoint.Authority by (found.Probe.Endpoint.Host, Code: code.Value) into host
        select Found.Once(host.Key.Code, host.Key.Host.Value, Seen.Names(host.Distinct()));

    private static FindingCode? Code(FailureKind kind, bool isFound) => kind switch
    {
        FailureKind.AddressBlocked => isFound ? FindingCode.NotExamined : FindingCode.TargetNotAllowed,
        FailureKind.TargetBusy => FindingCode.TargetBusy,
        FailureKind.LocalFault => FindingCode.LocalFault,
        _ => null,
    };
}
