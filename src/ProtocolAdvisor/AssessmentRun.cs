using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>
/// One run: discover, probing all that is found at once as it comes; then sign in and measure, one protocol after the other; last, what would have disturbed all this.
/// Side by side the sessions would share the line and the mailbox, and the server would be blamed for it.
/// </summary>
internal sealed class AssessmentRun(MailboxAssessor assessor, RunContext run)
{
    private readonly SecondLooks _later = new(run);

    /// <summary>Runs it; results are on the board.</summary>
    internal async Task RunAsync()
    {
        await using var probes = new ProbePool(run.Board, run.Deadline, (endpoint, again) => run.Subject.Credentials is null
            ? assessor.ProbeSharedAsync(endpoint, again, run.Deadline) : assessor.ProbeToSignInAsync(endpoint, run.Deadline));
        var discovery = await DiscoverAsync(probes);
        run.Board.Learn(discovery);
        await (run.Subject.Credentials is null ? ProbeAsync(discovery, probes) : VisitAsync(discovery, probes));
        await _later.RunAsync(await probes.LaterAsync());
    }

    private async Task<DiscoveryResult> DiscoverAsync(ProbePool probes)
    {
        if (run.Subject.Question is not { } question) return EndpointDiscovery.Named(run.Subject.Endpoints, run.Subject.Email?.Domain);
        return await assessor.Discovery.DiscoverAsync(question, run.Deadline, attempt =>
        {
            run.Board.Learn(attempt);

            // A guess waits until nothing better was found.
            if (attempt.Source == DiscoverySource.Convention) return;
            foreach (var claim in attempt.Incoming) probes.Begin(claim.Endpoint);
        });
    }

    private async Task ProbeAsync(DiscoveryResult discovery, ProbePool probes)
    {
        var turnedAway = await Task.WhenAll(discovery.Candidates.Select(ProbeOneAsync));
        if (turnedAway.Any(x => x is not null)) await _later.AloneAsync();
        foreach (var (candidate, result) in turnedAway.OfType<(EndpointCandidate, ProbeResult)>())
            run.Board.Finish(Facts(candidate, await probes.ProbeAgainAsync(candidate.Endpoint) is { } alone ? alone.Result : result));

        async Task<(EndpointCandidate, ProbeResult)?> ProbeOneAsync(EndpointCandidate candidate)
        {
            if (await probes.ProbeAsync(candidate) is not { Result: var result } probed) return null;
            _later.Begin(probed.Later);
            if (!probes.WasTurnedAwayInCompany(result))
            {
                run.Board.Finish(Facts(candidate, result));
                return null;
            }

            run.Board.Complete(Facts(candidate, result));
            return (candidate, result);
        }

        EndpointFacts Facts(EndpointCandidate candidate, ProbeResult result) =>
            EndpointFacts.Of(candidate, result, SignInResult.NotAttempted(SignInReason.NoCredentials), discovery);
    }

    // IMAP first, unless only POP3 is ready: no protocol waits for the other's dead servers. What turned us away in company has its turn when all others have left.
    private async Task VisitAsync(DiscoveryResult discovery, ProbePool probes)
    {
        var visits = discovery.Candidates.GroupBy(candidate => candidate.Endpoint.Protocol).OrderBy(group => group.Key)
            .Select(group => new ProtocolVisit(run, discovery, probes, [.. group])).ToList();
        var toCome = visits.ConvertAll(visit => visit.ChooseAsync());
        Refusal? refusal = null;
        while (await FirstChoice.AmongAsync(toCome, run.Clock) is { } next)
        {
            toCome.Remove(next);
            refusal = await (await next)!.RunAsync(refusal, othersWait: toCome.Count > 0) ?? refusal;
        }

        foreach (var visit in visits) refusal = await visit.TryAgainAsync(refusal) ?? refusal;
    }
}
