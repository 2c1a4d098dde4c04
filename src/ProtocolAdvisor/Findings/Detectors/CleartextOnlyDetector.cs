using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>A protocol that answers, but nowhere over TLS.</summary>
internal static class CleartextOnlyDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from protocol in Enum.GetValues<MailProtocol>()
        let probes = c.Facts.Of(protocol).Select(x => x.Probe).ToList()
        where probes.TrueForAll(x => x.Tls is null)
        let answering = probes.FindAll(AnswersInClear)
        where answering.Count > 0
        select Found.For(protocol, protocol.ReadsMail() ? FindingCode.CleartextOnly : FindingCode.SubmissionNoTls, Seen.Names(string.Join(", ", answering.Select(x => x.Endpoint.Authority).Distinct())));

    private static bool AnswersInClear(ProbeResult probe) => probe.Endpoint.Security switch
    {
        ConnectionSecurity.Cleartext => probe.Failure is null && probe.Steps.Any(x => x.Outcome == StepOutcome.Completed),
        ConnectionSecurity.StartTls => probe.Failure is { Step: MailStep.StartTls, Kind: FailureKind.CapabilityMissing or FailureKind.StartTlsRefused },
        _ => false,
    };
}
