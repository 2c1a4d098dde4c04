using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The host's name: looked up once for all its endpoints, so told once; that no name can be looked up is told once for all hosts.</summary>
internal static class NameLookupDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from found in c.Failures
        where found.Failure.Step == MailStep.Resolve || found.Failure.Kind == FailureKind.LookupImpossible
        let code = Code(found.Failure.Kind)
        where code is not null
        group code.Value by code == FindingCode.LookupImpossible ? null : found.Probe.Endpoint.Host into host
        select Found.Once(host.First(), host.Key?.Value);

    private static FindingCode? Code(FailureKind kind) => kind switch
    {
        FailureKind.HostNotFound => FindingCode.DnsNameNotFound,
        FailureKind.NoAddress => FindingCode.DnsNoAddress,
        FailureKind.LookupImpossible => FindingCode.LookupImpossible,
        FailureKind.LookupFailed or FailureKind.TimedOut => FindingCode.DnsLookupFailed,
        _ => null,
    };
}
