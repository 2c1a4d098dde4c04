using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>One protocol's part of a run: all its candidates at once, then one sign-in at the best of them, then the measurement.</summary>
internal sealed class ProtocolVisit(
    MailboxAssessor assessor, AssessmentSubject subject, DiscoveryResult discovery, FactBoard board, ProbePool probes, Deadline deadline, MaySignIn maySignIn)
{
    // A better endpoint is waited for, but a dead one must not keep the user waiting for a sign-in that is possible elsewhere.
    private static readonly TimeSpan PatienceForBetter = TimeSpan.FromSeconds(1);

    private sealed record Open(EndpointCandidate Candidate, ProbeResult Probe, MailConnection Connection);

    /// <summary>Runs it; results are on the board.</summary>
    internal async Task RunAsync(IReadOnlyList<EndpointCandidate> candidates)
    {
        if (subject.Credentials is not { } credentials)
        {
            await Task.WhenAll(candidates.Select(ProbeOnlyAsync));
            return;
        }

        try
        {
            var byPreference = candidates.Select(ProbeAsync).ToList();
            var best = await BestAsync(byPreference);
            var others = Task.WhenAll(byPreference.Where(task => task != best).Select(CloseAsync));
            if (best is not null && await best is { } open) await SignInAndMeasureAsync(open, CredentialsFor(open.Candidate, credentials));
            await others;
        }
        finally
        {
            // Whatever ended the visit, none of its connections waits for the other protocol's end.
            await probes.CloseAsync(endpoint => candidates.Any(x => x.Endpoint == endpoint));
        }
    }

    private async Task ProbeOnlyAsync(EndpointCandidate candidate)
    {
        if (await probes.ProbeAsync(candidate) is { } probed) board.Finish(Facts(candidate, probed.Result, SignInResult.NotAttempted(SignInReason.NoCredentials)));
    }

    // Null when the endpoint may not be given a password: its facts are then complete.
    private async Task<Open?> ProbeAsync(EndpointCandidate candidate)
    {
        if (await probes.ProbeAsync(candidate) is not { } probed) return null;
        if (probed.Connection is { } connection && IsTrusted(candidate, probed.Result)) return new Open(candidate, probed.Result, connection);
        probed.Connection?.Dispose();
        var reason = probed.Connection is null ? SignInReason.EndpointNotUsable : SignInReason.CredentialsWithheld;
        board.Finish(Facts(candidate, probed.Result, SignInResult.NotAttempted(reason)));
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
        board.Finish(Facts(open.Candidate, open.Probe, SignInResult.NotAttempted(SignInReason.OtherEndpointPreferred)));
    }

    private async Task SignInAndMeasureAsync(Open open, Credentials credentials)
    {
        if (!maySignIn(open.Probe.Endpoint, credentials.Username))
        {
            board.Finish(Facts(open.Candidate, open.Probe, SignInResult.NotAttempted(SignInReason.SignInHeldBack)));
            return;
        }

        var scrubber = new Scrubber(credentials, subject.Email);
        var steps = new StepRecorder(deadline, assessor.Unexpected, scrubber.Clean);
        var capabilities = open.Probe.Capabilities ?? new CapabilitySet([]);

        EndpointFacts Now(SignInResult signIn) => Facts(open.Candidate, open.Probe with { Conversation = open.Connection.Transcript.Lines, Alerts = open.Connection.Transcript.ShownAlerts }, signIn, steps);

        // Should the deadline cut everything off in the middle, the report must not say that nothing was tried.
        board.Complete(Facts(open.Candidate, open.Probe, new SignInResult(SignInOutcome.Unanswered, Reason: SignInReason.DeadlineReached)));
        open.Connection.Meter.Allowed += subject.Limits.MaxSampleBytes;
        var (result, session) = await SignIn.TryAsync(
            open.Connection, open.Probe.Endpoint, capabilities, credentials, SampleSeries.MaxSampleMessage, scrubber, steps, deadline.Clock);
        board.Finish(Now(result));
        if (session is null) return;
        using (session)
        {
            await MeasureAsync(session, capabilities, steps);
        }

        board.Complete(Now(result));
    }

    private async Task MeasureAsync(MailSession session, CapabilitySet capabilities, StepRecorder steps)
    {
        if (session is ImapSession imap)
        {
            ImapMailbox? last = null;
            await new MailboxMeter(subject.Limits, deadline.Clock).MeasureAsync(imap, steps, mailbox => board.Learn(last = mailbox));
            if (last is not null) board.Learn(last, final: true);
        }
        else if (session is Pop3Session pop3)
        {
            Pop3Maildrop? last = null;
            await new MaildropMeter(subject.Limits).MeasureAsync(pop3, capabilities, steps, maildrop => board.Learn(last = maildrop));
            if (last is not null) board.Learn(last, final: true);
        }
    }

    // Published settings know the form of the user name better than we who presumed one.
    private Credentials CredentialsFor(EndpointCandidate candidate, Credentials given) =>
        subject is { UsernameIsPresumed: true, Email: { } email } ? given.As(AddressForm.Fill(candidate.Username, email)) : given;

    private bool IsTrusted(EndpointCandidate candidate, ProbeResult probe) => candidate.Trusted || (probe.Usable && discovery.IsOwn(candidate.Endpoint.Host));

    private EndpointFacts Facts(EndpointCandidate candidate, ProbeResult probe, SignInResult signIn, StepRecorder? session = null) =>
        new(probe, signIn, [.. session?.Steps ?? []]) { Trusted = IsTrusted(candidate, probe) };
}
