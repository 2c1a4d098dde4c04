using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>
/// One run: discover, probing all that is found at once as it comes; then sign in and measure, one protocol after the other. Side by side they would share the line and
/// the mailbox, and the server would be blamed for it.
/// </summary>
internal sealed class AssessmentRun(MailboxAssessor assessor, RunContext run)
{
    /// <summary>Runs it; results are on the board.</summary>
    internal async Task RunAsync()
    {
        await using var probes = new ProbePool(assessor, run.Board, run.Deadline, toSignIn: run.Subject.Credentials is not null);
        var discovery = await DiscoverAsync(probes);
        run.Board.Learn(discovery);
        if (run.Subject.Credentials is null) await Task.WhenAll(discovery.Candidates.Select(candidate => ProbeAsync(candidate, probes, discovery)));
        else await VisitAsync(discovery, probes);
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

    private async Task ProbeAsync(EndpointCandidate candidate, ProbePool probes, DiscoveryResult discovery)
    {
        if (await probes.ProbeAsync(candidate) is not { } probed) return;
        run.Board.Finish(EndpointFacts.Of(candidate, probed.Result, SignInResult.NotAttempted(SignInReason.NoCredentials), discovery));
    }

    // IMAP first, unless only POP3 is ready: no protocol waits for the other's dead servers.
    private async Task VisitAsync(DiscoveryResult discovery, ProbePool probes)
    {
        var toCome = discovery.Candidates.GroupBy(candidate => candidate.Endpoint.Protocol).OrderBy(group => group.Key)
            .Select(group => new ProtocolVisit(run, discovery, probes, [.. group]).ChooseAsync()).ToList();
        Refusal? refusal = null;
        while (await FirstChoice.AmongAsync(toCome, run.Clock) is { } next)
        {
            toCome.Remove(next);
            refusal = await (await next)!.RunAsync(refusal, othersWait: toCome.Count > 0) ?? refusal;
        }
    }
}
