using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>A conversation that breaks off, falls silent or breaks the rules after it had begun.</summary>
internal static class DialogueDetector
{
    public static IEnumerable<Finding> Find(Case c) => Failures(c).Concat(c.Probes.Where(SaysNothingOfItself).Select(x => Found.At(x, FindingCode.ProtocolViolation, Seen.That(EvidenceCode.NoCapabilities))));

    // RFC 9051 §6.1.1: there is at least IMAP4rev1 or IMAP4rev2. POP3's CAPA is an extension.
    private static bool SaysNothingOfItself(ProbeResult probe) => probe is { Endpoint.Protocol: MailProtocol.Imap, Capabilities.Lines.Count: 0 };

    private static IEnumerable<Finding> Failures(Case c) =>
        from found in c.Failures
        let judged = Judge(found.Failure)
        where judged is not null && !IsUnansweredSignIn(c, found.Probe, found.Failure) && !HandshakeDetector.IsCertificateRefusal(found.Probe, found.Failure)
            && !IsExplained(c, found.Probe, found.Failure)
        select Found.At(found.Probe, judged.Value.Code, Evidence(found.Failure), judged.Value.Confidence);

    private static (FindingCode Code, FindingConfidence Confidence)? Judge(Failure failure) => failure switch
    {
        { Kind: FailureKind.ConnectionReset, Reply: { } goodbye } when GreetingDetector.SaysBusy(goodbye) => (FindingCode.ServerBusy, FindingConfidence.Likely),
        { Kind: FailureKind.ConnectionReset, Step: > MailStep.Connect } => (FindingCode.ServerClosedEarly, FindingConfidence.Certain),
        { Kind: FailureKind.TimedOut, Step: > MailStep.Greeting } => (FindingCode.CommandUnanswered, FindingConfidence.Certain),

        // Bytes between the answer to STARTTLS and the handshake are told by StartTlsDetector.
        { Kind: FailureKind.ProtocolViolation, Step: not MailStep.StartTls } => (FindingCode.ProtocolViolation, FindingConfidence.Certain),
        // Neither EHLO nor HELO was taken: the server talks to nobody from here.
        { Kind: FailureKind.CommandRefused, Step: MailStep.Capability } => (FindingCode.GreetingRefused, FindingConfidence.Certain),
        { Kind: FailureKind.CapabilityMissing, Step: MailStep.Capability } => (FindingCode.ProtocolViolation, FindingConfidence.Certain),
        { Kind: FailureKind.ResponseTooLarge } => (FindingCode.ResponseTooLarge, FindingConfidence.Certain),
        _ => null,
    };

    // That has a finding of its own.
    private static bool IsUnansweredSignIn(Case c, ProbeResult probe, Failure failure) =>
        failure.Step == MailStep.SignIn && c.Facts.Endpoints.Any(x => x.Probe == probe && x.SignIn.Reason == SignInReason.AuthUnanswered);

    // A goodbye with words behind a good sign-in is told as what they say, or as a mailbox that is not opened.
    private static bool IsExplained(Case c, ProbeResult probe, Failure failure) => failure is { Kind: FailureKind.ConnectionReset, Reply: not null }
        && c.Facts.Endpoints.Any(x => x.Probe == probe && (x.SecondThought is not null || (x.MailboxRefused && EndpointFacts.IsRefusalOfMailbox(failure))));

    private static FindingEvidence? Evidence(Failure failure) => failure switch
    {
        { Reply: { } reply } => Seen.Quote(reply),
        { Remark: { } remark } => Seen.That(EvidenceCode.RemarkAtStep, ("step", failure.Step), ("remark", remark)),
        { Kind: FailureKind.TimedOut } => Seen.That(EvidenceCode.UnansweredAtStep, ("step", failure.Step), ("seconds", (failure.SilentMs ?? failure.ElapsedMs) / 1000)),
        _ => Seen.That(EvidenceCode.AtStepAfter, ("step", failure.Step), ("ms", Math.Round(failure.ElapsedMs))),
    };
}
