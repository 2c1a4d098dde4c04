using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>A sign-in that was refused.</summary>
/// <param name="Username">For whom.</param>
/// <param name="Result">How.</param>
internal sealed record Refusal(string Username, SignInResult Result);

/// <summary>One protocol's turn: sign in at the endpoint that waited for it, measure, leave.</summary>
/// <param name="run">The run.</param>
/// <param name="discovery">What is known of the endpoints.</param>
/// <param name="visit">The protocol's visit.</param>
/// <param name="waiting">The endpoint.</param>
/// <param name="others">The end of the protocol's other probes.</param>
internal sealed class SessionTurn(RunContext run, DiscoveryResult discovery, ProtocolVisit visit, OpenEndpoint waiting, Task others)
{
    // With less, a password would go out and no answer could be heard.
    private static readonly TimeSpan ShortestSignIn = TimeSpan.FromMilliseconds(300);

    // What a slow protocol leaves to the one behind it of the time that it finds: a sixth while it is signed in to, a third while it is measured.
    private const int SignInShare = 6;
    private const int MeasureShare = 3;

    /// <summary>Takes the turn; results are on the board.</summary>
    /// <param name="earlier">The refusal of the protocol before.</param>
    /// <param name="othersWait">Whether another protocol's turn comes behind.</param>
    /// <returns>The refusal, if it was refused.</returns>
    internal async Task<Refusal?> RunAsync(Refusal? earlier, bool othersWait)
    {
        var refusal = await StillOpenAsync() is { } open ? await RunAsync(open, earlier, othersWait) : null;
        await others;
        return refusal;
    }

    // A server may hang up on a connection that waits for long: that is asked for anew, once, and is no fault.
    private async Task<OpenEndpoint?> StillOpenAsync()
    {
        if (!waiting.Connection.Meter.IsLeft) return waiting;
        waiting.Connection.Dispose();
        return await visit.OpenAgainAsync(waiting.Candidate, waiting.Probe);
    }

    private async Task<Refusal?> RunAsync(OpenEndpoint open, Refusal? earlier, bool othersWait)
    {
        var credentials = CredentialsFor(open.Candidate, run.Subject.Credentials!);
        if (WhyNot(open, credentials, earlier) is { } reason)
        {
            open.Connection.Dispose();
            run.Board.Finish(Facts(open, SignInResult.NotAttempted(reason)));
            return null;
        }

        var result = await SignInAndMeasureAsync(open, credentials, othersWait);
        return result.Outcome == SignInOutcome.Rejected ? new Refusal(credentials.Username, result) : null;
    }

    // One wrong password is one failed sign-in: two of them bring penalties, and blocks.
    private SignInReason? WhyNot(OpenEndpoint open, Credentials credentials, Refusal? earlier) =>
        earlier is { Result.IsUnmistakable: true } && earlier.Username == credentials.Username ? SignInReason.OtherProtocolRefused
        : run.Deadline.Left < ShortestSignIn ? SignInReason.DeadlineReached
        : run.MaySignIn(open.Probe.Endpoint, credentials.Username) ? null : SignInReason.SignInHeldBack;

    private async Task<SignInResult> SignInAndMeasureAsync(OpenEndpoint open, Credentials credentials, bool othersWait)
    {
        var scrubber = new Scrubber(credentials, run.Subject.Email);
        var steps = new StepRecorder(run.Deadline, run.Unexpected, scrubber.Clean);
        if (othersWait) steps.Reserve = run.Deadline.Left / SignInShare;
        var capabilities = open.Probe.Capabilities ?? new CapabilitySet([]);

        // Should the deadline cut everything off in the middle, the report must not say that nothing was tried.
        run.Board.Complete(Facts(open, new SignInResult(SignInOutcome.Unanswered, Reason: SignInReason.DeadlineReached)));
        open.Connection.Meter.Allowed += run.Subject.Limits.MaxSampleBytes;
        var (result, session) = await SignIn.TryAsync(
            open.Connection, open.Probe.Endpoint, capabilities, credentials, SampleSeries.MaxSampleMessage, scrubber, steps, run.Clock);
        run.Board.Finish(Facts(open, result, steps));
        if (session is null) return result;
        using (session)
        {
            if (othersWait) steps.Reserve = run.Deadline.Left / MeasureShare;
            await MeasureAsync(session, capabilities, steps);
            run.Board.Complete(Facts(open, result, steps));
            await open.Connection.LeaveAsync();
        }

        return result;
    }

    private async Task MeasureAsync(MailSession session, CapabilitySet capabilities, StepRecorder steps)
    {
        if (session is ImapSession imap)
        {
            ImapMailbox? last = null;
            await new MailboxMeter(run.Subject.Limits, run.Clock).MeasureAsync(imap, steps, mailbox => run.Board.Learn(last = mailbox));
            if (last is not null) run.Board.Learn(last, final: true);
        }
        else if (session is Pop3Session pop3)
        {
            Pop3Maildrop? last = null;
            await new MaildropMeter(run.Subject.Limits).MeasureAsync(pop3, capabilities, steps, maildrop => run.Board.Learn(last = maildrop));
            if (last is not null) run.Board.Learn(last, final: true);
        }
    }

    // Published settings know the form of the user name better than we who presumed one.
    private Credentials CredentialsFor(EndpointCandidate candidate, Credentials given) =>
        run.Subject is { UsernameIsPresumed: true, Email: { } email } ? given.As(AddressForm.Fill(candidate.Username, email)) : given;

    private EndpointFacts Facts(OpenEndpoint open, SignInResult signIn, StepRecorder? session = null) => session is null
        ? EndpointFacts.Of(open.Candidate, open.Probe, signIn, discovery)
        : EndpointFacts.Of(open.Candidate, open.Probe with { Conversation = open.Connection.Transcript.Lines, Alerts = open.Connection.Transcript.ShownAlerts }, signIn, discovery, session.Steps);
}
