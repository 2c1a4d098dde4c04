using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>A conversation that breaks off or breaks the rules after it had begun.</summary>
internal static class DialogueDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from found in c.Failures
        let judged = Judge(found.Failure)
        where judged is not null && !IsUnansweredSignIn(c, found.Probe, found.Failure) && !HandshakeDetector.IsCertificateRefusal(found.Probe, found.Failure)
        select Found.At(found.Probe, judged.Value.Code, Evidence(found.Failure), judged.Value.Confidence);

    private static (FindingCode Code, FindingConfidence Confidence)? Judge(Failure failure) => failure switch
    {
        { Kind: FailureKind.ConnectionReset, Step: > MailStep.Connect } => (FindingCode.ServerClosedEarly, FindingConfidence.Certain),
        { Kind: FailureKind.TimedOut, Step: > MailStep.Greeting } => (FindingCode.ServerClosedEarly, FindingConfidence.Likely),

        // Bytes between the answer to STARTTLS and the handshake are told by StartTlsDetector.
        { Kind: FailureKind.ProtocolViolation, Step: not MailStep.StartTls } => (FindingCode.ProtocolViolation, FindingConfidence.Certain),
        { Kind: FailureKind.ResponseTooLarge } => (FindingCode.ResponseTooLarge, FindingConfidence.Certain),
        _ => null,
    };

    // That has a finding of its own.
    private static bool IsUnansweredSignIn(Case c, ProbeResult probe, Failure failure) =>
        failure.Step == MailStep.SignIn && c.Facts.Endpoints.Any(x => x.Probe == probe && x.SignIn.Reason == SignInReason.AuthUnanswered);

    private static string Evidence(Failure failure) => failure.Reply ?? Found.Text($"at {failure.Step} after {failure.ElapsedMs:0} ms");
}
