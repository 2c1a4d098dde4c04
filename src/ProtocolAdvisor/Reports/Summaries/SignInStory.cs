using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>What became of the sign-in over one protocol.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">Why; null where the fate says it all.</param>
/// <param name="Endpoint">Where.</param>
internal sealed record SignInStory(MailProtocol Protocol, SignInFate Fate, SignInReason? Reason, EndpointFacts Endpoint)
{
    /// <summary>Every compared protocol's that was looked at, in the order of the protocols.</summary>
    public static IReadOnlyList<SignInStory> In(AssessmentFacts facts) =>
    [
        .. from protocol in MailProtocols.Compared
           let best = facts.Of(protocol).Select(Of).OrderBy(x => x.Fate).FirstOrDefault()
           where best is not null
           select best,
    ];

    /// <summary>The finding that tells why; null where there is none.</summary>
    public Finding? Cause(IReadOnlyList<Finding> findings)
    {
        var code = Reason is { } reason ? SignInDetector.CodeOf(reason) : FindingCode.MailboxNotOpened;
        var here = findings.Where(x => x.Endpoint == Endpoint.Probe.Endpoint.Authority && x.Protocol == Protocol).ToList();
        return (Fate == SignInFate.Refused ? here.Find(x => ProviderCause.Is(x.Code) && x.Confidence == FindingConfidence.Likely) : null)
            ?? here.Find(x => x.Code == code)
            ?? (Fate is SignInFate.MailboxShut or SignInFate.MailboxShutForNow or SignInFate.Refused or SignInFate.Broken ? here.Find(IsOfSignIn) : null);
    }

    // The same credentials were right over the other protocol, or the connection broke in the middle.
    private static bool IsOfSignIn(Finding finding) => finding.Code
        is FindingCode.LoginDiffersByProtocol or FindingCode.ServerClosedEarly or FindingCode.ServerBusy
            or FindingCode.ProtocolViolation or FindingCode.ResponseTooLarge or FindingCode.CommandUnanswered;

    private static SignInStory Of(EndpointFacts endpoint)
    {
        var thought = endpoint.SecondThought;
        var (fate, reason) = endpoint.SignIn switch
        {
            _ when thought is not null =>
                (SignInResult.Passes(thought.Reason) ? SignInFate.RefusedForNow : SignInFate.MailboxShut, (SignInReason?)thought.Reason),
            { Outcome: SignInOutcome.Accepted } => (Behind(endpoint), null),
            { Outcome: SignInOutcome.Rejected } when MayPass(endpoint.SignIn) => (SignInFate.RefusedForNow, endpoint.SignIn.Reason),
            { Outcome: SignInOutcome.Rejected } => (SignInFate.Refused, endpoint.SignIn.Reason),
            _ => (Untold(endpoint.SignIn), endpoint.SignIn.Reason),
        };
        return new(endpoint.Probe.Endpoint.Protocol, fate, reason, endpoint);
    }

    // A server that blames itself, or says goodbye in words that name no cause, has said nothing that stays.
    private static bool MayPass(SignInResult signIn) => signIn.IsPassing || signIn.Reason == SignInReason.AuthServerFault
        || (signIn is { Reason: SignInReason.AuthRefusedUnknown, Reply: { } reply } && reply.StartsWith("* BYE", StringComparison.OrdinalIgnoreCase));

    // Only our own time, or a fault of ours, says nothing of the mailbox; a list of folders that was refused leaves it open.
    private static SignInFate Behind(EndpointFacts endpoint)
    {
        var failures = endpoint.SessionSteps.Select(x => x.Failure).OfType<Failure>().Where(x => x.Step is MailStep.SignIn or MailStep.OpenMailbox
            && x.Kind is not (FailureKind.DeadlineReached or FailureKind.Unexpected or FailureKind.FolderListRefused)).ToList();
        return failures.Count == 0 ? SignInFate.Accepted
            : failures.TrueForAll(x => MayPass(endpoint, x)) ? SignInFate.MailboxShutForNow : SignInFate.MailboxShut;
    }

    // Silence and a hang-up may be gone in another moment, and so may what the server itself calls passing.
    private static bool MayPass(EndpointFacts endpoint, Failure failure) => EndpointFacts.IsRefusalOfMailbox(failure)
        ? failure.Reply is { } reply && SignInRefusal.Known(reply, endpoint.Probe.Endpoint.Protocol)?.Reason == SignInReason.AuthTemporaryFailure
        : failure.Kind is FailureKind.ConnectionReset or FailureKind.TimedOut;

    private static SignInFate Untold(SignInResult signIn) => signIn switch
    {
        { Reason: SignInReason.ConnectionFailed } => SignInFate.Broken,
        { Reason: SignInReason.DeadlineReached } => SignInFate.OutOfTime,
        { Outcome: SignInOutcome.Unanswered } => SignInFate.Unanswered,
        { Reason: SignInReason.SignInHeldBack } => SignInFate.HeldBack,
        { Reason: SignInReason.CredentialsWithheld } => SignInFate.Withheld,
        { Reason: SignInReason.OtherProtocolRefused } => SignInFate.Spared,
        { Reason: SignInReason.EndpointNotUsable or SignInReason.OtherEndpointPreferred } => SignInFate.KeptHere,
        { Reason: SignInReason.NoCredentials or null } => SignInFate.NotGiven,
        _ => SignInFate.Impossible,
    };
}
