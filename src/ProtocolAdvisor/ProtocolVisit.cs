using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>One protocol's part of a run with credentials: all its candidates at once, of which the best is kept open until the protocol's turn comes.</summary>
internal sealed class ProtocolVisit(RunContext run, DiscoveryResult discovery, ProbePool probes, IReadOnlyList<EndpointCandidate> candidates)
{
    /// <summary>Probes all candidates. Those that are not needed are closed as they come, and told of.</summary>
    /// <returns>The turn that waits at the best of them; null when none may be given a password.</returns>
    internal async Task<SessionTurn?> ChooseAsync()
    {
        var byPreference = candidates.Select(candidate => OpenAsync(candidate, probes.ProbeAsync(candidate))).ToList();
        var best = await FirstChoice.AmongAsync(byPreference, run.Clock);
        var others = Task.WhenAll(byPreference.Where(task => task != best).Select(CloseAsync));
        if (best is not null) return new SessionTurn(run, discovery, this, (await best)!, others);
        await others;
        return null;
    }

    /// <summary>The endpoint, probed once more; null when it may not be given a password.</summary>
    internal Task<OpenEndpoint?> OpenAgainAsync(EndpointCandidate candidate) => OpenAsync(candidate, probes.ProbeAgainAsync(candidate));

    // The facts of an endpoint that may not be given a password are complete.
    private async Task<OpenEndpoint?> OpenAsync(EndpointCandidate candidate, Task<Probed?> probe)
    {
        if (await probe is not { } probed) return null;
        var (connection, trusted) = (probed.Connection, EndpointFacts.IsTrusted(candidate, probed.Result, discovery));
        if (connection is not null && trusted) return new OpenEndpoint(candidate, probed.Result, connection);
        connection?.Dispose();
        var reason = connection is null ? SignInReason.EndpointNotUsable : SignInReason.CredentialsWithheld;
        run.Board.Finish(EndpointFacts.Of(candidate, probed.Result, SignInResult.NotAttempted(reason), discovery));
        return null;
    }

    private async Task CloseAsync(Task<OpenEndpoint?> probe)
    {
        if (await probe is not { } open) return;
        open.Connection.Dispose();
        run.Board.Finish(EndpointFacts.Of(open.Candidate, open.Probe, SignInResult.NotAttempted(SignInReason.OtherEndpointPreferred), discovery));
    }
}
