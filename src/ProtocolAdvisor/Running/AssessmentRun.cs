using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Running;

/// <summary>
/// One run, from top to bottom: discover, probe, sign in, measure, sign in to send, and last look at what would have disturbed all this. What is found is
/// probed at once, as it comes; sessions come one after the other, because side by side they would share the line and the mailbox, and the
/// server would be blamed for it.
/// </summary>
/// <param name="run">What every part of the run needs.</param>
/// <param name="search">Finds the endpoints of an address.</param>
/// <param name="probe">Probes an endpoint; again, where it had turned us away.</param>
internal sealed class AssessmentRun(RunContext run, EndpointDiscovery search, Func<MailEndpoint, bool, Task<Probed>> probe)
{
    private readonly SecondLooks _secondLooks = new(run);
    private readonly List<string> _accepted = [];
    private readonly List<Task> _othersEnd = [];
    private Refusal? _refusal;

    /// <summary>Runs it; results are on the board.</summary>
    internal async Task RunAsync()
    {
        await using var probes = new ProbePool(run.Board, run.Deadline, probe);
        var discovery = await DiscoverAsync(probes);
        run.Board.Learn(discovery);
        if (IsWithoutServers(discovery)) return;
        var sending = new ProtocolVisit(run, discovery, probes, run.Subject.Credentials is null ? [] : discovery.Submission);
        var toSend = sending.ChooseAsync();
        await VisitAsync(discovery, probes, toSend);
        if (await LastResort.OfAsync(discovery, probes) is { } widened)
        {
            run.Board.Learn(widened);
            var known = discovery.Candidates.Select(x => x.Endpoint).ToHashSet();
            await VisitAsync(widened with { Candidates = [.. widened.Candidates.Where(x => !known.Contains(x.Endpoint))], Submission = [] }, probes, toSend);
        }

        // Handing in mail comes last: it must disturb no measurement, and it is tried with nothing that was not accepted before.
        if (await toSend is { } last) await SignInToSendAsync(last);
        await foreach (var turn in sending.KnockAgainAsync()) await SignInToSendAsync(turn);
        await Task.WhenAll(_othersEnd);
        await _secondLooks.RunAsync(await probes.LaterAsync());
    }

    private Task VisitAsync(DiscoveryResult discovery, ProbePool probes, Task<SessionTurn?> toSend)
    {
        foreach (var protocol in MailProtocols.Compared.Where(x => !discovery.Candidates.Any(candidate => candidate.Endpoint.Protocol == x))) run.Board.End(protocol);
        return run.Subject.Credentials is null ? ProbeAsync(discovery, probes) : ProbeAndSignInAsync(discovery, probes, toSend);
    }

    // Where the provider is known to speak no standard protocol and nobody names a server, a guess would be a stranger's.
    private static bool IsWithoutServers(DiscoveryResult discovery) =>
        ProviderReading.HasNothingBut(discovery) && ProviderReading.Of(discovery)?.Provider.StandardAccess is not null;

    private async Task<DiscoveryResult> DiscoverAsync(ProbePool probes)
    {
        if (run.Subject.Question is not { } question) return EndpointDiscovery.Named(run.Subject.Endpoints, run.Subject.Email?.Domain);
        return await search.DiscoverAsync(question, run.Deadline, attempt =>
        {
            run.Board.Learn(attempt);

            // A guess waits until nothing better was found.
            if (attempt.Source == DiscoverySource.Convention) return;
            foreach (var claim in attempt.Incoming) probes.Begin(claim.Endpoint);
            foreach (var claim in attempt.Outgoing.Where(claim => claim.Port != StandardPort.Relay)) probes.Begin(claim.Endpoint);
        });
    }

    // Every candidate at once, and a protocol has ended with the last of its own. What turned us away in company is asked once more when all others have left.
    private async Task ProbeAsync(DiscoveryResult discovery, ProbePool probes)
    {
        var left = new Countdown(discovery.Candidates.Select(x => x.Endpoint.Protocol));
        var turnedAway = (await Task.WhenAll(discovery.Candidates.Concat(discovery.Submission).Select(ProbeOneAsync))).OfType<(EndpointCandidate, ProbeResult)>().ToList();
        if (turnedAway.Count > 0) await _secondLooks.AloneAsync();
        foreach (var (candidate, result) in turnedAway) Finish(candidate, await probes.ProbeAgainAsync(candidate.Endpoint) is { } alone ? alone.Result : result);

        async Task<(EndpointCandidate, ProbeResult)?> ProbeOneAsync(EndpointCandidate candidate)
        {
            if (await probes.ProbeAsync(candidate) is not { Result: var result } probed)
            {
                if (left.IsLast(candidate.Endpoint.Protocol)) run.Board.End(candidate.Endpoint.Protocol);
                return null;
            }

            _secondLooks.Begin(probed.Later);
            var isTurnedAway = probes.WasTurnedAwayInCompany(result);
            if (isTurnedAway) run.Board.Complete(Facts(candidate, result));
            else Finish(candidate, result);
            return isTurnedAway ? (candidate, result) : null;
        }

        // On the board before it is counted: a protocol has ended when the facts of all its endpoints are there.
        void Finish(EndpointCandidate candidate, ProbeResult result)
        {
            run.Board.Complete(Facts(candidate, result));
            if (left.IsLast(candidate.Endpoint.Protocol)) run.Board.End(candidate.Endpoint.Protocol);
            run.Board.Finish(Facts(candidate, result));
        }

        EndpointFacts Facts(EndpointCandidate candidate, ProbeResult result) =>
            EndpointFacts.Of(candidate, result, SignInResult.NotAttempted(SignInReason.NoCredentials), discovery);
    }

    // Each protocol's candidates at once; then a session of each. IMAP first, unless only POP3 is ready: no protocol waits for the other's
    // dead servers. What turned us away in company has its turn when all others have left.
    private async Task ProbeAndSignInAsync(DiscoveryResult discovery, ProbePool probes, Task<SessionTurn?> toSend)
    {
        var visits = discovery.Candidates.GroupBy(candidate => candidate.Endpoint.Protocol).OrderBy(group => group.Key)
            .Select(group => new ProtocolVisit(run, discovery, probes, [.. group])).ToList();
        var choices = visits.ConvertAll(visit => visit.ChooseAsync());
        var toCome = choices.ToList();
        while (await FirstChoice.AmongAsync(toCome, run.Clock) is { } next)
        {
            toCome.Remove(next);
            await SignInAndMeasureAsync((await next)!, othersWait: toCome.Count > 0);
            visits[choices.IndexOf(next)].TellEnd(); // those that chose nothing at once share one task, and none of them comes here
        }

        // No protocol waits for another's dead servers; whoever was turned away is known when all have answered.
        await Task.WhenAll(_othersEnd);
        foreach (var visit in visits) visit.TellEnd();
        if (visits.Exists(x => x.WasTurnedAway) && await toSend is { } waiting) await waiting.StepAsideAsync();
        foreach (var visit in visits)
        {
            await foreach (var turn in visit.KnockAgainAsync()) await SignInAndMeasureAsync(turn, othersWait: false);
            visit.TellEnd();
        }
    }

    // One protocol's turn.
    private async Task SignInAndMeasureAsync(SessionTurn turn, bool othersWait)
    {
        var end = await turn.SignInAsync(_refusal, othersWait);
        _refusal = end.Refusal ?? _refusal;
        if (end.AcceptedName is { } name) _accepted.Add(name);
        if (end.Session is { } session) await session.MeasureAsync(othersWait);
        _othersEnd.Add(turn.OthersEnded);
    }

    private async Task SignInToSendAsync(SessionTurn turn)
    {
        await turn.SignInAsAcceptedAsync(_accepted);
        _othersEnd.Add(turn.OthersEnded);
    }
}
