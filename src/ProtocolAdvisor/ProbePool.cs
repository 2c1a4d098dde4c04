using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor;

/// <summary>What a probe brought back.</summary>
/// <param name="Result">What was learned.</param>
/// <param name="Connection">The open connection of a usable endpoint, where it was kept for a sign-in.</param>
internal sealed record Probed(ProbeResult Result, MailConnection? Connection);

/// <summary>
/// The probes of one run, each endpoint's once: a good candidate is probed while worse sources are still being asked, and whoever wants it later finds it under way. Which candidates
/// are dialled is a matter of rank: a source that is only quicker takes no better one's place. No connection outlives the pool.
/// </summary>
internal sealed class ProbePool(MailboxAssessor assessor, FactBoard board, Deadline deadline, bool toSignIn) : IAsyncDisposable
{
    /// <summary>Most candidates that are dialled, and most endpoints before it is known which these are: published files are strangers' words, and must not make us knock on every door.</summary>
    internal const int Most = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<MailEndpoint, Task<Probed?>> _probes = [];

    /// <summary>Begins the endpoint's probe before the order of the candidates is settled.</summary>
    internal void Begin(MailEndpoint endpoint)
    {
        lock (_lock)
        {
            if (_probes.Count < Most) _ = BegunAt(endpoint);
        }
    }

    /// <summary>The candidate's probe, begun now if it was not before; null when it ranks too low to be dialled, or time ran out before its turn came.</summary>
    internal Task<Probed?> ProbeAsync(EndpointCandidate candidate)
    {
        lock (_lock)
        {
            return candidate.Rank <= Most || _probes.ContainsKey(candidate.Endpoint) ? BegunAt(candidate.Endpoint) : Task.FromResult<Probed?>(null);
        }
    }

    private Task<Probed?> BegunAt(MailEndpoint endpoint)
    {
        if (_probes.TryGetValue(endpoint, out var begun)) return begun;
        board.Begin(endpoint);
        return _probes[endpoint] = RunAsync(endpoint);
    }

    private async Task<Probed?> RunAsync(MailEndpoint endpoint)
    {
        try
        {
            if (!toSignIn) return new Probed(await assessor.ProbeSharedAsync(endpoint, deadline), null);
            var (result, connection) = await assessor.ProbeToSignInAsync(endpoint, deadline);
            return new Probed(result, connection);
        }
        catch (OperationCanceledException) when (!deadline.Caller.IsCancellationRequested)
        {
            return null; // cut while it waited for its turn: the board says so for every endpoint without facts
        }
    }

    /// <summary>Closes what these probes left open; what one of them threw was heard of by whoever awaited it.</summary>
    internal async Task CloseAsync(Func<MailEndpoint, bool> which)
    {
        List<Task<Probed?>> probes;
        lock (_lock) probes = [.. _probes.Where(x => which(x.Key)).Select(x => x.Value)];
        await ((Task)Task.WhenAll(probes)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var probe in probes.Where(probe => probe.IsCompletedSuccessfully)) (await probe)?.Connection?.Dispose();
    }

    /// <summary>Closes everything, and asks what is asked last: of endpoints whose connection was kept for a sign-in.</summary>
    internal async Task AskLastAsync()
    {
        await CloseAsync(_ => true);
        List<Task<Probed?>> probes;
        lock (_lock) probes = [.. _probes.Values.Where(probe => probe.IsCompletedSuccessfully)];
        await Task.WhenAll(probes.Select(async probe =>
        {
            if (await probe is { Connection: not null } kept) board.Amend(await assessor.AskLastAsync(kept.Result, deadline));
        }));
    }

    /// <summary>Closes everything that is still open.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync(_ => true);
}
