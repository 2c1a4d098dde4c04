using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Running;

/// <summary>
/// One run, from top to bottom: discover, probe, sign in, measure, and last look at what would have disturbed all this. What is found is
/// probed at once, as it comes; sessions come one after the other, because side by side they would share the line and the mailbox, and the
/// server would be blamed for it.
/// </summary>
/// <param name="run">What every part of the run needs.</param>
/// <param name="search">Finds the endpoints of an address.</param>
/// <param name="probe">Probes an endpoint; again, where it had turned us away.</param>
internal sealed class AssessmentRun(RunContext run, EndpointDiscovery search, Func<MailEndpoint, bool, Task<Probed>> probe)
{
    private readonly SecondLooks _secondLooks = new(run);

    /// <summary>Runs it; results are on the board.</summary>
    internal async Task RunAsync()
    {
        await using var probes = new ProbePool(run.Board, run.Deadline, probe);
        var discovery = await DiscoverAsync(probes);
        run.Board.Learn(discovery);
        if (IsWithoutServers(discovery)) return;
        if (run.Subject.Credentials is null) await ProbeAsync(discovery, probes);
        else await ProbeAndSignInAsync(discovery, probes);
        await _secondLooks.RunAsync(await probes.LaterAsync());
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
        });
    }

    // Every candidate at once. What turned us away in company is asked once more when all others have left.
    private async Task ProbeAsync(DiscoveryResult discovery, ProbePool probes)
    {
        var turnedAway = (await Task.WhenAll(discovery.Candidates.Select(ProbeOneAsync))).OfType<(EndpointCandidate, ProbeResult)>().ToList();
        if (turnedAway.Count > 0) await _secondLooks.AloneAsync();
        foreach (var (candidate, result) in turnedAway)
            run.Board.Finish(Facts(candidate, await probes.ProbeAgainAsync(candidate.Endpoint) is { } alone ? alone.Result : result));

        async Task<(EndpointCandidate, ProbeResult)?> ProbeOneAsync(EndpointCandidate candidate)
        {
            if (await probes.ProbeAsync(candidate) is not { Result: var result } probed) return null;
            _secondLooks.Begin(probed.Later);
            var isTurnedAway = probes.WasTurnedAwayInCompany(result);
            if (isTurnedAway) run.Board.Complete(Facts(candidate, result));
            else run.Board.Finish(Facts(candidate, result));
            return isTurnedAway ? (candidate, result) : null;
        }

        EndpointFacts Facts(EndpointCandidate candidate, ProbeResult result) =>
            EndpointFacts.Of(candidate, result, SignInResult.NotAttempted(SignInReason.NoCredentials), discovery);
    }

    // Each protocol's candidates at once; then a session of each. IMAP first, unless only POP3 is ready: no protocol waits for the other's
    // dead servers. What turned us away in company has its turn when all others have left.
    private async Task ProbeAndSignInAsync(DiscoveryResult discovery, ProbePool probes)
    {
        var visits = discovery.Candidates.GroupBy(candidate => candidate.Endpoint.Protocol).OrderBy(group => group.Key)
            .Select(group => new ProtocolVisit(run, discovery, probes, [.. group])).ToList();
        var toCome = visits.ConvertAll(visit => visit.ChooseAsync());
        Refusal? refusal = null;
        while (await FirstChoice.AmongAsync(toCome, run.Clock) is { } next)
        {
            toCome.Remove(next);
            refusal = await SignInAndMeasureAsync((await next)!, refusal, othersWait: toCome.Count > 0) ?? refusal;
        }

        foreach (var visit in visits)
        {
            await foreach (var turn in visit.KnockAgainAsync())
                refusal = await SignInAndMeasureAsync(turn, refusal, othersWait: false) ?? refusal;
        }
    }

    // One protocol's turn.
    private static async Task<Refusal?> SignInAndMeasureAsync(SessionTurn turn, Refusal? earlier, bool othersWait)
    {
        var (refusal, session) = await turn.SignInAsync(earlier, othersWait);
        if (session is not null) await session.MeasureAsync(othersWait);
        await turn.OthersLeft;
        return refusal;
    }
}
