using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>How the sign-in ended: refusals carry the names of their findings.</summary>
internal static class SignInDetector
{
    public static IEnumerable<Finding> Find(Case c) => Answers(c).Concat(SecondThoughts(c));

    private static IEnumerable<Finding> Answers(Case c) =>
        from endpoint in c.Facts.Endpoints
        let open = Open(c, endpoint)
        from reason in open
        let code = CodeOf(reason)
        where code is not null
        select Found.At(endpoint.Probe, code.Value, Seen.Quote(endpoint.SignIn.Reply) ?? Silence(endpoint), open.Count > 1 ? FindingConfidence.Possible : Confidence(endpoint.SignIn));

    private static FindingEvidence? Silence(EndpointFacts endpoint) =>
        endpoint.SessionSteps.FirstOrDefault(x => x is { Step: MailStep.SignIn, Failure.Kind: FailureKind.TimedOut })?.ElapsedMs is { } ms
            ? Seen.That(EvidenceCode.Unanswered, ("seconds", ms / 1000)) : null;

    // The causes that are left: credentials that the other protocol took are none of them.
    private static List<SignInReason> Open(Case c, EndpointFacts endpoint) =>
    [
        .. new[] { endpoint.SignIn.Reason, endpoint.SignIn.OrElse }.OfType<SignInReason>()
            .Where(x => x != SignInReason.AuthBadCredentials || !c.IsAcceptedBeside(endpoint.Probe.Endpoint.Protocol)),
    ];

    private static IEnumerable<Finding> SecondThoughts(Case c) =>
        from endpoint in c.Facts.Endpoints
        let thought = endpoint.SecondThought
        where thought is not null
        let reply = endpoint.SessionSteps.First(x => x.Failure?.Reply is not null).Failure!.Reply
        select Found.At(endpoint.Probe, CodeOf(thought.Reason)!.Value, Seen.Quote(reply), FindingConfidence.Likely);

    /// <summary>The finding of a reason; null for reasons that are no fault, or whose fault another finding tells.</summary>
    public static FindingCode? CodeOf(SignInReason reason) => reason switch
    {
        SignInReason.NoCredentials or SignInReason.EndpointNotUsable or SignInReason.OtherEndpointPreferred or SignInReason.OtherProtocolRefused
            or SignInReason.IncomingNotAccepted => null,
        SignInReason.DeadlineReached or SignInReason.ConnectionFailed => null,
        SignInReason.AuthMechanismMissing => FindingCode.AuthMechanismRejected,
        _ => Enum.Parse<FindingCode>(reason.ToString()),
    };

    // Only a response code that can mean nothing else is certain. Servers answer "wrong password" to much else, that a service takes no passwords is our knowledge and not the
    // server's word, and words were read by us.
    private static FindingConfidence Confidence(SignInResult signIn) => signIn switch
    {
        { Outcome: not SignInOutcome.Rejected } => FindingConfidence.Certain,
        { KnownBy: RefusalSign.Code, Reason: not (SignInReason.AuthBadCredentials or SignInReason.AuthBasicBlocked) } => FindingConfidence.Certain,
        _ => FindingConfidence.Likely,
    };
}
