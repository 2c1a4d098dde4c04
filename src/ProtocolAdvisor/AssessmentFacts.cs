using System.Text.Json.Serialization;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>Everything that one run learned: immutable, and the same again after a trip through JSON, so a run can become a test's fixture.</summary>
public sealed record AssessmentFacts
{
    /// <summary>When the run began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, milliseconds.</summary>
    public required double DurationMs { get; init; }

    /// <summary>False when the deadline cut something off.</summary>
    public required bool Complete { get; init; }

    /// <summary>Where the endpoints came from.</summary>
    public DiscoveryResult Discovery { get; init; } = new() { Attempts = [], Candidates = [] };

    /// <summary>Every endpoint that was probed: those that read mail first, the best candidate first; then those that take mail in.</summary>
    public required IReadOnlyList<EndpointFacts> Endpoints { get; init; }

    /// <summary>The mailbox over IMAP; null without a sign-in there.</summary>
    public ImapMailbox? Imap { get; init; }

    /// <summary>The maildrop over POP3; null without a sign-in there.</summary>
    public Pop3Maildrop? Pop3 { get; init; }

    /// <summary>What POP3 would not show; null unless both were measured.</summary>
    [JsonIgnore]
    public MailboxComparison? Comparison => MailboxComparison.Of(Imap, Pop3);

    /// <summary>Whether no name could be looked up from here, so that the run says nothing about the domain.</summary>
    [JsonIgnore]
    public bool LookupWasImpossible => SearchState.IsImpossible(Discovery);

    /// <summary>The endpoints that read mail: only they are compared and recommended.</summary>
    [JsonIgnore]
    public IEnumerable<EndpointFacts> Incoming => Endpoints.Where(x => x.Probe.Endpoint.Protocol.ReadsMail());

    /// <summary>Whether every sign-in for reading that was answered was refused, and not just for now.</summary>
    [JsonIgnore]
    public bool SignInRefused => Incoming.Any(x => x.SignIn is { Outcome: SignInOutcome.Rejected, IsPassing: false })
        && !Incoming.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted || x.SignIn is { Outcome: SignInOutcome.Rejected, IsPassing: true });

    /// <summary>Whether any endpoint can be spoken to securely.</summary>
    [JsonIgnore]
    internal bool HasUsable => Endpoints.Any(x => x.Probe.Usable);

    /// <summary>The facts of one protocol's endpoints.</summary>
    public IEnumerable<EndpointFacts> Of(MailProtocol protocol) => Endpoints.Where(x => x.Probe.Endpoint.Protocol == protocol);
}

/// <summary>One endpoint: what reconnaissance saw, and how the sign-in went.</summary>
/// <param name="Probe">Reconnaissance.</param>
/// <param name="SignIn">The sign-in, or why there was none.</param>
/// <param name="SessionSteps">The steps of the signed-in session (sign-in, open mailbox, measure); empty without one.</param>
public sealed record EndpointFacts(ProbeResult Probe, SignInResult SignIn, IReadOnlyList<StepResult> SessionSteps)
{
    /// <summary>
    /// Whether a password may go there: a source that could not have been forged named it, or its certificate is valid and its name belongs to the mail domain's owner.
    /// </summary>
    public bool Trusted { get; init; } = true;

    /// <summary>The facts of a candidate.</summary>
    internal static EndpointFacts Of(EndpointCandidate candidate, ProbeResult probe, SignInResult signIn, DiscoveryResult discovery) =>
        new(probe, signIn, []) { Trusted = IsTrusted(candidate, probe, discovery) };

    /// <summary>Whether a password may go to this candidate, as it was found by the probe.</summary>
    internal static bool IsTrusted(EndpointCandidate candidate, ProbeResult probe, DiscoveryResult discovery) =>
        candidate.Trusted || (probe.Usable && discovery.IsOwn(candidate.Endpoint.Host));

    /// <summary>Whether the server refused the mailbox behind a sign-in that it had accepted.</summary>
    [JsonIgnore]
    public bool MailboxRefused => SignIn.Outcome == SignInOutcome.Accepted && SessionSteps.Any(x => x.Failure is { } failure && IsRefusalOfMailbox(failure));

    /// <summary>Whether a failure behind the sign-in is the server's refusal to open the mailbox; a goodbye that tells of the server's own fault is one, too (Courier without a maildir).</summary>
    internal static bool IsRefusalOfMailbox(Failure failure) => failure is { Step: MailStep.SignIn or MailStep.OpenMailbox }
        && (IsRefusal(failure.Kind)
            || (failure is { Kind: FailureKind.ConnectionReset, Reply: { } goodbye } && SignInRefusal.Known(goodbye, MailProtocol.Imap)?.Reason == SignInReason.AuthServerFault));

    // Runs kept before these kinds had names of their own tell the last two.
    private static bool IsRefusal(FailureKind kind) => kind is FailureKind.MailboxRefused or FailureKind.CommandRefused or FailureKind.CapabilityMissing or FailureKind.SignInRejected;

    /// <summary>
    /// Why the server refused the mailbox behind a sign-in that it accepted, where its words name a cause: Microsoft 365, NetEase, and Gmail over POP3 do so. Null where it did not.
    /// What is refused in a mailbox that was opened says nothing of the sign-in any more.
    /// </summary>
    internal RefusalReading? SecondThought => SignIn.Outcome != SignInOutcome.Accepted ? null : SessionSteps
        .Select(step => step.Failure is { Reply: { } reply, Step: MailStep.SignIn or MailStep.OpenMailbox } failure && (IsRefusal(failure.Kind) || failure.Kind == FailureKind.ConnectionReset)
            ? SignInRefusal.Known(reply, Probe.Endpoint.Protocol) : null)
        .FirstOrDefault(x => x is not (null or { Reason: SignInReason.AuthTemporaryFailure or SignInReason.AuthServerFault or SignInReason.AuthBadCredentials or SignInReason.AuthRefusedUnknown }));

    /// <summary>
    /// Whether the mailbox stays shut until somebody changes something, for a reason that the server names. One that another session uses, or whose account asked too often, opens later; and
    /// where only the list of folders was refused, it is open. Neither says anything against the protocol.
    /// </summary>
    internal bool MailboxStaysShut => MailboxRefused && !IsOpen && IsRefusedForGood;

    /// <summary>Whether the mailbox was opened, whatever else was refused behind it.</summary>
    internal bool IsOpen => SessionSteps.Any(x => x is { Step: MailStep.OpenMailbox, Outcome: StepOutcome.Completed } or { Failure.Kind: FailureKind.FolderListRefused });

    /// <summary>Whether the run's time cut it off.</summary>
    internal bool WasCut => SignIn.Reason == SignInReason.DeadlineReached || Probe.Failure?.Kind == FailureKind.DeadlineReached
        || SessionSteps.Any(x => x.Failure?.Kind == FailureKind.DeadlineReached);

    /// <summary>Whether the server let the user in, and to the mailbox.</summary>
    internal bool IsAccepted => SignIn.Outcome == SignInOutcome.Accepted && SecondThought is null;

    /// <summary>Whether the server keeps the user out until somebody changes something. One that opened the mailbox does not, whatever it says behind that.</summary>
    internal bool IsRefusedForGood => SignIn.IsLasting || (!WasOpened && SecondThought is { } thought && SignInResult.Lasts(thought.Reason));

    private bool WasOpened => SessionSteps.Any(x => x is { Step: MailStep.OpenMailbox, Outcome: StepOutcome.Completed });
}
