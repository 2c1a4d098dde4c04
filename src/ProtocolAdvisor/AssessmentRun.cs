using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;

namespace ProtocolAdvisor;

/// <summary>One run: discover, probing what is found as it comes; then both protocols' visits side by side.</summary>
internal sealed class AssessmentRun(MailboxAssessor assessor, AssessmentSubject subject, FactBoard board, Deadline deadline, MaySignIn maySignIn)
{
    /// <summary>Runs it; results are on the board.</summary>
    internal async Task RunAsync()
    {
        await using var probes = new ProbePool(assessor, board, deadline, toSignIn: subject.Credentials is not null);
        var discovery = await DiscoverAsync(probes);
        board.Learn(discovery);
        await Task.WhenAll(
            discovery.Candidates.GroupBy(candidate => candidate.Endpoint.Protocol)
                .Select(group => new ProtocolVisit(assessor, subject, discovery, board, probes, deadline, maySignIn).RunAsync([.. group])));
        await probes.AskLastAsync();
    }

    private async Task<DiscoveryResult> DiscoverAsync(ProbePool probes)
    {
        if (subject.Question is not { } question) return EndpointDiscovery.Named(subject.Endpoints, subject.Email?.Domain);
        return await assessor.Discovery.DiscoverAsync(question, deadline, attempt =>
        {
            board.Learn(attempt);

            // A guess waits until nothing better was found.
            if (attempt.Source == DiscoverySource.Convention) return;
            foreach (var claim in attempt.Incoming) probes.Begin(claim.Endpoint);
        });
    }
}
