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
    private readonly List<Task<Probed?>> _all = [];

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

    /// <summary>Another probe of an endpoint that was probed before.</summary>
    internal Task<Probed?> ProbeAgainAsync(EndpointCandidate candidate)
    {
        lock (_lock) return Kept(RunAsync(candidate.Endpoint));
    }

    private Task<Probed?> BegunAt(MailEndpoint endpoint)
    {
        if (_probes.TryGetValue(endpoint, out var begun)) return begun;
        board.Begin(endpoint);
        return _probes[endpoint] = Kept(RunAsync(endpoint));
    }

    private Task<Probed?> Kept(Task<Probed?> probe)
    {
        _all.Add(probe);
        return probe;
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

    /// <summary>Closes what the probes left open, each as soon as it ends; what one of them threw was heard of by whoever awaited it.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Task<Probed?>> probes;
        lock (_lock) probes = [.. _all];
        await Task.WhenAll(probes.Select(CloseAsync));
    }

    private static async Task CloseAsync(Task<Probed?> probe)
    {
        await ((Task)probe).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (probe.IsCompletedSuccessfully) (await probe)?.Connection?.Dispose();
    }
}
