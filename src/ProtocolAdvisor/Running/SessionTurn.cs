using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Running;

/// <summary>A sign-in that was refused.</summary>
/// <param name="Username">For whom.</param>
/// <param name="Result">How.</param>
internal sealed record Refusal(string Username, SignInResult Result);

/// <summary>One protocol's turn to sign in, at the endpoint that waited for it.</summary>
/// <param name="run">The run.</param>
/// <param name="waiting">The endpoint.</param>
/// <param name="provider">Whose server it probably is; null where that is not known. It decides what is said and left, never where a secret goes.</param>
/// <param name="openAgain">Asks for its connection anew; null when it may not be given a password any more.</param>
/// <param name="othersLeft">The end of the protocol's other probes.</param>
internal sealed class SessionTurn(RunContext run, OpenEndpoint waiting, Provider? provider, Func<Task<OpenEndpoint?>> openAgain, Task othersLeft)
{
    // With less, a password would go out and no answer could be heard.
    private static readonly TimeSpan ShortestSignIn = TimeSpan.FromMilliseconds(300);

    // What a slow sign-in leaves to the protocol behind it, of the time that it finds.
    private const int Share = 6;

    /// <summary>The end of the protocol's other probes: no other protocol's turn comes before it.</summary>
    internal Task OthersLeft => othersLeft;

    /// <summary>Signs in, where that may be; results are on the board.</summary>
    /// <param name="earlier">The refusal of the protocol before.</param>
    /// <param name="othersWait">Whether another protocol's turn comes behind.</param>
    /// <returns>The refusal, if it was refused; the session, if it was not.</returns>
    internal async Task<(Refusal? Refusal, OpenSession? Session)> SignInAsync(Refusal? earlier, bool othersWait)
    {
        if (await StillOpenAsync() is not { } open) return (null, null);
        var credentials = CredentialsFor(open.Candidate, run.Subject.Credentials!);
        if (WhyNot(open, credentials, earlier) is { } reason)
        {
            open.Connection.Dispose();
            run.Board.Finish(open.Facts(SignInResult.NotAttempted(reason)));
            return (null, null);
        }

        var (result, session) = await SignInAsync(open, credentials, othersWait);
        return (result.Outcome == SignInOutcome.Rejected ? new Refusal(credentials.Username, result) : null, session);
    }

    // A server may hang up on a connection that waits for long: that is asked for anew, once, and is no fault.
    private async Task<OpenEndpoint?> StillOpenAsync()
    {
        if (!waiting.Connection.Meter.IsLeft) return waiting;
        waiting.Connection.Dispose();
        return await openAgain();
    }

    // One wrong password is one failed sign-in: two of them bring penalties, and blocks.
    private SignInReason? WhyNot(OpenEndpoint open, Credentials credentials, Refusal? earlier) =>
        earlier is { Result.IsUnmistakable: true } && earlier.Username == credentials.Username ? SignInReason.OtherProtocolRefused
        : run.Deadline.Left < ShortestSignIn ? SignInReason.DeadlineReached
        : run.MaySignIn(open.Probe.Endpoint, credentials.Username, open.Connection.Meter.RemoteAddress) ? null : SignInReason.SignInHeldBack;

    private async Task<(SignInResult Result, OpenSession? Session)> SignInAsync(OpenEndpoint open, Credentials credentials, bool othersWait)
    {
        var scrubber = new Scrubber(credentials, run.Subject.Email);
        var steps = new StepRecorder(run.Deadline, run.Unexpected, scrubber.Clean);
        if (othersWait) steps.Reserve = run.Deadline.Left / Share;

        // Should the deadline cut everything off in the middle, the report must not say that nothing was tried.
        run.Board.Complete(open.Facts(new SignInResult(SignInOutcome.Unanswered, Reason: SignInReason.DeadlineReached)));
        open.Connection.Meter.Allowed += run.Subject.Limits.MaxSampleBytes;
        var capabilities = open.Probe.Capabilities ?? new CapabilitySet([]);
        var (result, session) = await SignIn.TryAsync(
            open.Connection, open.Probe.Endpoint, capabilities, credentials, SampleSeries.MaxSampleMessage, provider?.ClientId is not null, scrubber, steps, run.Clock);
        run.Board.Finish(open.Facts(result, steps));
        return (result, session is null ? null : new OpenSession(run, open, session, provider, capabilities, result, steps));
    }

    // Published settings know the form of the user name better than we who presumed one.
    private Credentials CredentialsFor(EndpointCandidate candidate, Credentials given) =>
        run.Subject is { UsernameIsPresumed: true, Email: { } email } ? given.As(AddressForm.Fill(candidate.Username, email)) : given;
}
