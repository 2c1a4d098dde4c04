using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>How the sign-in ended: refusals carry the names of their findings.</summary>
internal static class SignInDetector
{
    public static IEnumerable<Finding> Find(Case c) => Answers(c).Concat(SecondThoughts(c));

    private static IEnumerable<Finding> Answers(Case c) =>
        from endpoint in c.Facts.Endpoints
        let code = endpoint.SignIn.Reason is { } reason ? CodeOf(reason) : null
        where code is not null
        select Found.At(endpoint.Probe, code.Value, endpoint.SignIn.Reply ?? Silence(endpoint), Confidence(endpoint.SignIn));

    private static string? Silence(EndpointFacts endpoint) =>
        endpoint.SessionSteps.FirstOrDefault(x => x is { Step: MailStep.SignIn, Failure.Kind: FailureKind.TimedOut })?.ElapsedMs is { } ms
            ? Found.Text($"no answer within {ms / 1000:0.0} s") : null;

    // Some servers accept the password and refuse the mailbox behind it, in the same words: Microsoft 365, NetEase, Gmail over POP3.
    private static IEnumerable<Finding> SecondThoughts(Case c) =>
        from endpoint in c.Facts.Endpoints
        where endpoint.SignIn.Outcome == SignInOutcome.Accepted
        from step in endpoint.SessionSteps
        let refusal = step.Failure is { Kind: FailureKind.CapabilityMissing or FailureKind.SignInRejected } failure ? failure.Reply : null
        let reason = refusal is null ? null : SignInRefusal.Known(refusal)
        where reason is not (null or SignInReason.AuthTemporaryFailure)
        select Found.At(endpoint.Probe, CodeOf(reason.Value)!.Value, refusal, FindingConfidence.Likely);

    /// <summary>The finding of a reason; null for reasons that are no fault, or whose fault another finding tells.</summary>
    public static FindingCode? CodeOf(SignInReason reason) => reason switch
    {
        SignInReason.NoCredentials or SignInReason.EndpointNotUsable or SignInReason.OtherEndpointPreferred or SignInReason.OtherProtocolRefused => null,
        SignInReason.DeadlineReached or SignInReason.ConnectionFailed => null,
        SignInReason.AuthMechanismMissing => FindingCode.AuthMechanismRejected,
        _ => Enum.Parse<FindingCode>(reason.ToString()),
    };

    // Servers answer "wrong password" to much else, and that a service takes no passwords is our knowledge, not the server's word. For the
    // rest a response code (RFC 5530, RFC 3206) is certain, and a text without one was read by us.
    private static FindingConfidence Confidence(SignInResult signIn) => signIn switch
    {
        { Reason: SignInReason.AuthBadCredentials or SignInReason.AuthBasicBlocked } => FindingConfidence.Likely,
        { Outcome: SignInOutcome.Rejected } when signIn.Reply?.Contains('[', StringComparison.Ordinal) != true => FindingConfidence.Likely,
        _ => FindingConfidence.Certain,
    };
}
