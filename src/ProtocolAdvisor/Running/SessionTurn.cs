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

/// <summary>How a turn ended.</summary>
/// <param name="Refusal">The refusal, if it was refused.</param>
/// <param name="AcceptedName">The user name, if it was accepted.</param>
/// <param name="Session">The session, where there is something to measure.</param>
internal sealed record TurnEnd(Refusal? Refusal, string? AcceptedName, OpenSession? Session)
{
    /// <summary>Nothing was tried.</summary>
    internal static TurnEnd Untried { get; } = new(null, null, null);
}

/// <summary>One protocol's turn to sign in, at the endpoint that waited for it.</summary>
/// <param name="run">The run.</param>
/// <param name="waiting">The endpoint.</param>
/// <param name="provider">Whose server it probably is; null where that is not known. It decides what is said and left, never where a secret goes.</param>
/// <param name="openAgain">Asks for its connection anew; null when it may not be given a password any more.</param>
/// <param name="othersEnded">The end of the protocol's other probes.</param>
internal sealed class SessionTurn(RunContext run, OpenEndpoint waiting, Provider? provider, Func<Task<OpenEndpoint?>> openAgain, Task othersEnded)
{
    // With less, a password would go out and no answer could be heard.
    private static readonly TimeSpan ShortestSignIn = TimeSpan.FromMilliseconds(300);

    // What a slow sign-in leaves to the protocol behind it, of the time that it finds.
    private const int Share = 6;

    private bool _hasStepped;

    /// <summary>The end of the protocol's other probes.</summary>
    internal Task OthersEnded => othersEnded;

    /// <summary>Signs in, where that may be; results are on the board.</summary>
    /// <param name="earlier">The refusal of the protocol before.</param>
    /// <param name="othersWait">Whether another protocol's turn comes behind.</param>
    /// <returns>How it ended; a session is still to be measured.</returns>
    internal async Task<TurnEnd> SignInAsync(Refusal? earlier, bool othersWait)
    {
        if (await StillOpenAsync() is not { } open) return TurnEnd.Untried;
        var credentials = CredentialsFor(open.Candidate, run.Subject.Credentials!);
        return await WhyNotAsync(open, credentials, earlier) is { } reason ? LeftAlone(open, reason) : await SignInAsync(open, credentials, othersWait);
    }

    /// <summary>
    /// Signs in where mail is handed in, with what was accepted where mail is read: what was not proven there is not tried here.
    /// </summary>
    /// <param name="accepted">The user names that were accepted.</param>
    internal async Task SignInAsAcceptedAsync(IReadOnlyList<string> accepted)
    {
        var published = waiting.Candidate.Username is null ? null : CredentialsFor(waiting.Candidate, run.Subject.Credentials!).Username;
        if (accepted.FirstOrDefault(x => published is null || x.Equals(published, StringComparison.OrdinalIgnoreCase)) is not { } name)
        {
            await waiting.Connection.LeaveAsync();
            run.Board.Finish(waiting.Facts(SignInResult.NotAttempted(SignInReason.IncomingNotAccepted)));
            return;
        }

        if (await StillOpenAsync() is not { } open) return;
        var credentials = run.Subject.Credentials!.As(name);
        if (await WhyNotAsync(open, credentials, null) is { } reason) LeftAlone(open, reason);
        else await SignInAsync(open, credentials, othersWait: false);
    }

    /// <summary>Gives up the connection for now, so that others are alone; it is asked for anew when the turn comes.</summary>
    internal async Task StepAsideAsync()
    {
        await waiting.Connection.LeaveAsync();
        _hasStepped = true;
    }

    private TurnEnd LeftAlone(OpenEndpoint open, SignInReason reason)
    {
        open.Connection.Dispose();
        run.Board.Finish(open.Facts(SignInResult.NotAttempted(reason)));
        return TurnEnd.Untried;
    }

    // A server may hang up on a connection that waits for long: that is asked for anew, once, and is no fault.
    private async Task<OpenEndpoint?> StillOpenAsync()
    {
        if (!_hasStepped && !waiting.Connection.Meter.IsLeft) return waiting;
        waiting.Connection.Dispose();
        await run.Departures.AllAsync();
        return await openAgain();
    }

    // One wrong password is one failed sign-in: two of them bring penalties, and blocks.
    private async Task<SignInReason?> WhyNotAsync(OpenEndpoint open, Credentials credentials, Refusal? earlier) =>
        earlier is { Result.IsUnmistakable: true } && earlier.Username == credentials.Username ? SignInReason.OtherProtocolRefused
        : run.Deadline.Left < ShortestSignIn ? SignInReason.DeadlineReached
        : await run.MaySignIn(open.Probe.Endpoint, credentials.Username, open.Connection.Meter.RemoteAddress) ? null : SignInReason.SignInHeldBack;

    private async Task<TurnEnd> SignInAsync(OpenEndpoint open, Credentials credentials, bool othersWait)
    {
        var scrubber = new Scrubber(credentials, run.Subject.Email);
        var steps = new StepRecorder(run.Deadline, run.Unexpected, scrubber.Clean, silence: () => open.Connection.Meter.Silence);
        if (othersWait) steps.Reserve = run.Deadline.Left / Share;

        // Should the deadline cut everything off in the middle, the report must not say that nothing was tried.
        run.Board.Complete(open.Facts(new SignInResult(SignInOutcome.Unanswered, Reason: SignInReason.DeadlineReached)));
        open.Connection.Meter.Allowed += run.Subject.Limits.MaxSampleBytes;
        var capabilities = open.Probe.Capabilities ?? new CapabilitySet([]);
        var (result, session) = await SignIn.TryAsync(
            open.Connection, open.Probe.Endpoint, capabilities, credentials, SampleSeries.MaxSampleMessage, provider?.ClientId is not null,
            AheadReaders.Include(open.Probe.Endpoint.Protocol, open.Probe.Implementation, capabilities), scrubber, steps, run.Clock);
        run.Board.Finish(open.Facts(result, steps));
        return new TurnEnd(
            result.Outcome == SignInOutcome.Rejected ? new Refusal(credentials.Username, result) : null,
            result.Outcome == SignInOutcome.Accepted ? credentials.Username : null,
            session is null ? null : new OpenSession(run, open, session, provider, capabilities, result, steps));
    }

    // Published settings know the form of the user name better than we who presumed one.
    private Credentials CredentialsFor(EndpointCandidate candidate, Credentials given) =>
        run.Subject is { UsernameIsPresumed: true, Email: { } email } ? given.As(AddressForm.Fill(candidate.Username, email)) : given;
}
