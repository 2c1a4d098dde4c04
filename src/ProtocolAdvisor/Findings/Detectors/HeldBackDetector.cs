using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Endpoints that we did not dial, by policy or out of politeness: the cause is the host's, so it is told once.</summary>
internal static class HeldBackDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from found in c.Failures
        let code = Code(found.Failure.Kind)
        where code is not null
        group found.Probe.Endpoint.Authority by (found.Probe.Endpoint.Host, Code: code.Value) into host
        select Found.Once(host.Key.Code, string.Join(", ", host.Distinct()));

    private static FindingCode? Code(FailureKind kind) => kind switch
    {
        FailureKind.AddressBlocked => FindingCode.TargetNotAllowed,
        FailureKind.TargetBusy => FindingCode.TargetBusy,
        _ => null,
    };
}
