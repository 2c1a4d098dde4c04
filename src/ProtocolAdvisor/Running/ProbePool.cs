using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// The probes of one run, each endpoint's once: a good candidate is probed while worse sources are still being asked, and whoever wants it
/// later finds it under way. Which candidates are dialled is a matter of rank: a source that is only quicker takes no better one's place.
/// No connection outlives the pool.
/// </summary>
/// <param name="board">Told of every endpoint that is begun, and how dialling its addresses went.</param>
/// <param name="deadline">The run's time.</param>
/// <param name="probe">Probes an endpoint; again, where it had turned us away.</param>
internal sealed class ProbePool(FactBoard board, Deadline deadline, Func<MailEndpoint, bool, Task<Probed>> probe) : IAsyncDisposable
{
    /// <summary>
    /// Most candidates that are dialled, and most endpoints before it is known which these are: published files are strangers' words, and
    /// must not make us knock on every door.
    /// </summary>
    internal const int Most = 20;

    /// <summary>The same of those that take mail in, two hosts at both ports; whatever the request itself names is dialled.</summary>
    internal const int MostSubmission = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<MailEndpoint, Task<Probed?>> _probes = [];
    private readonly List<Task<Probed?>> _again = [];

    /// <summary>Begins the endpoint's probe before the order of the candidates is settled.</summary>
    internal void Begin(MailEndpoint endpoint)
    {
        lock (_lock)
        {
            if (_probes.Keys.Count(x => x.Protocol.ReadsMail() == endpoint.Protocol.ReadsMail()) < MostOf(endpoint)) _ = BegunAt(endpoint);
        }
    }

    /// <summary>
    /// The candidate's probe, begun now if it was not before; null when it ranks too low to be dialled, or time ran out before its turn
    /// came.
    /// </summary>
    internal Task<Probed?> ProbeAsync(EndpointCandidate candidate)
    {
        lock (_lock)
        {
            return IsDialled(candidate) || _probes.ContainsKey(candidate.Endpoint)
                ? BegunAt(candidate.Endpoint) : Task.FromResult<Probed?>(null);
        }
    }

    /// <summary>Another probe of an endpoint; null when time ran out before it told anything.</summary>
    internal async Task<Probed?> ProbeAgainAsync(MailEndpoint endpoint)
    {
        await Task.WhenAll(All().Where(x => x.IsCompletedSuccessfully).Select(x => x.Result?.Later?.Left ?? Task.CompletedTask));
        var probed = RunAsync(endpoint, again: true);
        lock (_lock) _again.Add(probed);
        return await probed is { Result.Failure: not { Kind: FailureKind.DeadlineReached or FailureKind.TargetBusy } } told ? told : null;
    }

    /// <summary>
    /// Whether an endpoint hung up on us while we were connected to its host elsewhere, too: that may have been the reason.
    /// </summary>
    internal bool WasTurnedAwayInCompany(ProbeResult result)
    {
        lock (_lock) return result.WasTurnedAway && _probes.Keys.Any(x => x != result.Endpoint && x.Host == result.Endpoint.Host);
    }

    /// <summary>What may be looked at when all is over, the probes' own order kept.</summary>
    internal async Task<IReadOnlyList<SecondLook>> LaterAsync()
    {
        return [.. (await Task.WhenAll(All())).Select(x => x?.Later).OfType<SecondLook>().GroupBy(x => x.Probe.Endpoint).Select(x => x.Last())];
    }

    /// <summary>How many endpoints of a search are dialled.</summary>
    internal static int CountIn(DiscoveryResult discovery) => discovery.Candidates.Concat(discovery.Submission).Count(IsDialled);

    private static bool IsDialled(EndpointCandidate candidate) =>
        candidate.Rank <= MostOf(candidate.Endpoint) || candidate.Sources.Contains(DiscoverySource.Explicit);

    private static int MostOf(MailEndpoint endpoint) => endpoint.Protocol.ReadsMail() ? Most : MostSubmission;

    private Task<Probed?> BegunAt(MailEndpoint endpoint)
    {
        if (_probes.TryGetValue(endpoint, out var begun)) return begun;
        board.Begin(endpoint);
        return _probes[endpoint] = RunAsync(endpoint, again: false);
    }

    private async Task<Probed?> RunAsync(MailEndpoint endpoint, bool again)
    {
        try
        {
            var probed = await probe(endpoint, again);
            if (probed.Later is { } later) _ = TellDialledAsync(later);
            return probed;
        }
        catch (OperationCanceledException) when (!deadline.Caller.IsCancellationRequested)
        {
            return null; // cut while it waited for its turn: the board says so for every endpoint without facts
        }
    }

    // Nobody waits for addresses that may be dead: they are on the board when they are known.
    private async Task TellDialledAsync(SecondLook look) => board.LearnDialled(look.Probe.Endpoint, await look.Dialled);

    /// <summary>
    /// Closes what the probes left open, each as soon as it ends; what one of them threw was heard of by whoever awaited it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(All().Select(CloseAsync));
    }

    private List<Task<Probed?>> All()
    {
        lock (_lock) return [.. _probes.Values, .. _again];
    }

    private static async Task CloseAsync(Task<Probed?> probe)
    {
        await ((Task)probe).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (probe.IsCompletedSuccessfully) (await probe)?.Connection?.Dispose();
    }
}
