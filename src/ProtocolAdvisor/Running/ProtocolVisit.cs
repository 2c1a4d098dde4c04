using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Running;

/// <summary>
/// One protocol's part of a run with credentials: all its candidates at once, of which the best is kept open until the protocol's turn
/// comes.
/// </summary>
internal sealed class ProtocolVisit(RunContext run, DiscoveryResult discovery, ProbePool probes, IReadOnlyList<EndpointCandidate> candidates)
{
    private readonly List<(EndpointCandidate Candidate, ProbeResult Result)> _turnedAway = [];
    private SessionTurn? _turn;
    private Task _others = Task.CompletedTask;
    private bool _hasKnocked;
    private bool _isOver;

    /// <summary>Whether a server hung up on us while we had other connections to its host.</summary>
    internal bool WasTurnedAway
    {
        get { lock (_turnedAway) return _turnedAway.Count > 0; }
    }

    /// <summary>Probes all candidates. Those that are not needed are closed as they come, and told of.</summary>
    /// <returns>The turn that waits at the best of them; null when none may be given a password.</returns>
    internal async Task<SessionTurn?> ChooseAsync()
    {
        var byPreference = candidates.Select(ProbeAsync).ToList();
        var best = await FirstChoice.AmongAsync(byPreference, run.Clock);
        _others = Task.WhenAll(byPreference.Where(task => task != best).Select(CloseAsync));
        if (best is not null)
        {
            var open = (await best)!;
            run.Board.Complete(open.Facts(SignInResult.NotAttempted(SignInReason.DeadlineReached)));
            return _turn = TurnAt(open, _others);
        }

        await _others;
        TellEnd();
        return null;
    }

    /// <summary>Tells that nothing more comes of the protocol, where that is so; for whoever has ended its turn.</summary>
    internal void TellEnd()
    {
        if (_isOver || !_others.IsCompletedSuccessfully || (WasTurnedAway && !_hasKnocked) || candidates.Count == 0) return;
        _isOver = true;
        run.Board.TellEnd(candidates[0].Endpoint.Protocol);
    }

    /// <summary>
    /// Knocks once more, one at a time, where we were turned away while we had other connections to the host; where that opens the
    /// protocol, its turn comes.
    /// </summary>
    internal async IAsyncEnumerable<SessionTurn> KnockAgainAsync()
    {
        foreach (var (candidate, result) in _turnedAway)
        {
            await run.Departures.AllAsync();
            if (await OpenAgainAsync(candidate, result) is not { } open) continue;
            if (_turn is null) yield return _turn = TurnAt(open, Task.CompletedTask);
            else Close(open);
        }

        _hasKnocked = true;
    }

    private SessionTurn TurnAt(OpenEndpoint open, Task othersEnded) =>
        new(run, open, ProviderReading.Of(discovery, open.Probe)?.Provider, () => OpenAgainAsync(open.Candidate, open.Probe), othersEnded);

    // Probes the endpoint once more, as it was found usable.
    private async Task<OpenEndpoint?> OpenAgainAsync(EndpointCandidate candidate, ProbeResult before) =>
        Open(candidate, await probes.ProbeAgainAsync(candidate.Endpoint) ?? new Probed(before, null, null));

    private async Task<OpenEndpoint?> ProbeAsync(EndpointCandidate candidate)
    {
        if (await probes.ProbeAsync(candidate) is not { } probed) return null;
        if (!probes.WasTurnedAwayInCompany(probed.Result)) return Open(candidate, probed);
        run.Board.Complete(EndpointFacts.Of(candidate, probed.Result, SignInResult.NotAttempted(SignInReason.EndpointNotUsable), discovery));
        lock (_turnedAway) _turnedAway.Add((candidate, probed.Result));
        return null;
    }

    // The facts of an endpoint that may not be given a password are complete.
    private OpenEndpoint? Open(EndpointCandidate candidate, Probed probed)
    {
        var (connection, trusted) = (probed.Connection, EndpointFacts.IsTrusted(candidate, probed.Result, discovery));
        if (connection is not null && trusted) return new OpenEndpoint(candidate, probed.Result, connection);
        connection?.Dispose();
        var reason = !probed.Result.Usable ? SignInReason.EndpointNotUsable
            : trusted ? SignInReason.ConnectionFailed : SignInReason.CredentialsWithheld;
        run.Board.Finish(EndpointFacts.Of(candidate, probed.Result, SignInResult.NotAttempted(reason), discovery));
        return null;
    }

    private async Task CloseAsync(Task<OpenEndpoint?> probe)
    {
        if (await probe is { } open) Close(open);
    }

    private void Close(OpenEndpoint open)
    {
        run.Departures.Add(open.Connection.LeaveAsync());
        run.Board.Finish(open.Facts(SignInResult.NotAttempted(SignInReason.OtherEndpointPreferred)));
    }
}
