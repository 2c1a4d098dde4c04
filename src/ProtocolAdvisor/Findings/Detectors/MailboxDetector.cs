using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// A mailbox that the server does not open behind a good sign-in: its own fault, neither the password's nor a missing ability's. Where the refusal names the account as
/// its cause, <see cref="SignInDetector"/> tells it.
/// </summary>
internal static class MailboxDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from endpoint in c.Facts.Endpoints
        where endpoint.SignIn.Outcome == SignInOutcome.Accepted
        from step in endpoint.SessionSteps
        let refusal = step is { Step: MailStep.OpenMailbox, Failure: { Kind: FailureKind.SignInRejected or FailureKind.CapabilityMissing } failure } ? failure.Reply : null
        where refusal is not null && SignInRefusal.Known(refusal) is null or SignInReason.AuthTemporaryFailure
        select Found.At(endpoint.Probe, FindingCode.MailboxNotOpened, refusal);
}
