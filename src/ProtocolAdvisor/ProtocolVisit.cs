using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>One protocol's part of a run: all its endpoints at once, then one sign-in at the best of them, then the measurement.</summary>
internal sealed class ProtocolVisit(MailboxAssessor assessor, AssessmentSubject subject, FactBoard board, Deadline deadline)
{
    // A better endpoint is waited for, but a dead one must not keep the user waiting for a sign-in that is possible elsewhere.
    private static readonly TimeSpan PatienceForBetter = TimeSpan.FromSeconds(1);

    private sealed record Open(ProbeResult Probe, MailConnection Connection);

    /// <summary>Runs it; results are on the board.</summary>
    internal async Task RunAsync(IReadOnlyList<MailEndpoint> endpoints)
    {
        if (subject.Credentials is not { } credentials)
        {
            await Task.WhenAll(endpoints.Select(ProbeOnlyAsync));
            return;
        }

        var byPreference = endpoints.OrderBy(endpoint => endpoint.Security).Select(ProbeAsync).ToList();
        try
        {
            var best = await BestAsync(byPreference);
            var others = Task.WhenAll(byPreference.Where(task => task != best).Select(CloseAsync));
            if (best is not null && await best is { } open) await SignInAndMeasureAsync(open, credentials);
            await others;
        }
        finally
        {
            await CloseAllAsync(byPreference);
        }
    }

    // Whatever ended the visit, no connection outlives it; what a probe threw has been heard of above.
    private static async Task CloseAllAsync(IReadOnlyList<Task<Open?>> probes)
    {
        await ((Task)Task.WhenAll(probes)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var probe in probes.Where(probe => probe.IsCompletedSuccessfully)) (await probe)?.Connection.Dispose();
    }

    private async Task ProbeOnlyAsync(MailEndpoint endpoint)
    {
        try
        {
            board.Finish(new EndpointFacts(await assessor.ProbeSharedAsync(endpoint, deadline), SignInResult.NotAttempted(SignInReason.NoCredentials), []));
        }
        catch (OperationCanceledException) when (!deadline.Caller.IsCancellationRequested)
        {
            // Cut while it waited for its turn: the board says so for every endpoint without facts.
        }
    }

    // Null when the endpoint may not be given a password: its facts are then complete.
    private async Task<Open?> ProbeAsync(MailEndpoint endpoint)
    {
        try
        {
            var (result, connection) = await assessor.ProbeToSignInAsync(endpoint, deadline);
            if (connection is not null) return new Open(result, connection);
            board.Finish(new EndpointFacts(result, SignInResult.NotAttempted(SignInReason.EndpointNotUsable), []));
        }
        catch (OperationCanceledException) when (deadline.Reached)
        {
            // As above.
        }

        return null;
    }

    private static async Task<Task<Open?>?> BestAsync(IReadOnlyList<Task<Open?>> byPreference)
    {
        var pending = byPreference.ToList();
        while (pending.Count > 0)
        {
            var done = await Task.WhenAny(pending);
            pending.Remove(done);
            if (await done is null) continue;
            var better = byPreference.TakeWhile(task => task != done);
            await Task.WhenAny(Task.WhenAll(better), Task.Delay(PatienceForBetter));
            return byPreference.First(task => task.IsCompletedSuccessfully && task.Result is not null);
        }

        return null;
    }

    private async Task CloseAsync(Task<Open?> probe)
    {
        if (await probe is not { } open) return;
        open.Connection.Dispose();
        board.Finish(new EndpointFacts(open.Probe, SignInResult.NotAttempted(SignInReason.OtherEndpointPreferred), []));
    }

    private async Task SignInAndMeasureAsync(Open open, Credentials credentials)
    {
        var scrubber = new Scrubber(credentials, subject.Email);
        var steps = new StepRecorder(deadline, assessor.Unexpected, scrubber.Clean);
        var capabilities = open.Probe.Capabilities ?? new CapabilitySet([]);

        // Should the deadline cut everything off in the middle, the report must not say that nothing was tried.
        board.Complete(new EndpointFacts(open.Probe, new SignInResult(SignInOutcome.Unanswered, Reason: SignInReason.DeadlineReached), []));
        open.Connection.Meter.Allowed += subject.Limits.MaxSampleBytes;
        var (result, session) = await SignIn.TryAsync(
            open.Connection, open.Probe.Endpoint, capabilities, credentials, MailboxMeter.MaxSampleMessage, scrubber, steps, deadline.Clock);
        board.Finish(new EndpointFacts(open.Probe, result, [.. steps.Steps]));
        if (session is null) return;
        using (session)
        {
            await MeasureAsync(session, capabilities, steps);
        }

        board.Complete(new EndpointFacts(open.Probe, result, [.. steps.Steps]));
    }

    private async Task MeasureAsync(MailSession session, CapabilitySet capabilities, StepRecorder steps)
    {
        var meter = new MailboxMeter(subject.Limits, deadline.Clock);
        if (session is ImapSession imap)
        {
            ImapMailbox? last = null;
            await meter.MeasureAsync(imap, steps, mailbox => board.Learn(last = mailbox));
            if (last is not null) board.Learn(last, final: true);
        }
        else if (session is Pop3Session pop3)
        {
            Pop3Maildrop? last = null;
            await meter.MeasureAsync(pop3, capabilities, steps, maildrop => board.Learn(last = maildrop));
            if (last is not null) board.Learn(last, final: true);
        }
    }
}
