using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The TCP connection to an endpoint.</summary>
internal static class ConnectionDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from found in c.Failures
        let code = Code(found.Failure)
        where code is not null
        select Found.At(found.Probe, code.Value, Seen.Quote(found.Failure.Reply));

    private static FindingCode? Code(Failure failure) => failure switch
    {
        { Kind: FailureKind.ConnectionRefused } => FindingCode.TcpRefused,
        { Kind: FailureKind.HostUnreachable } => FindingCode.TcpUnreachable,
        { Kind: FailureKind.TimedOut, Step: MailStep.Connect } => FindingCode.TcpTimeout,
        { Kind: FailureKind.ConnectionReset, Step: MailStep.Connect } => FindingCode.ConnectionReset,
        _ => null,
    };
}
