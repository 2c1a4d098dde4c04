using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Runtime.Placement;
using ProtocolAdvisor.Cluster.Hosting;

namespace ProtocolAdvisor.Cluster.Audits;

/// <summary>One audit that is worked on. Its key is the audit's id.</summary>
[Alias("audit")]
internal interface IAuditGrain : IGrainWithStringKey
{
    /// <summary>Hands its shards out, unless it does so already.</summary>
    [ResponseTimeout("00:00:05")]
    [Alias("GoOn")]
    Task GoOnAsync();

    /// <summary>Has them drop what is under way, and write what is finished.</summary>
    [ResponseTimeout("00:00:30")]
    [Alias("Halt")]
    Task HaltAsync();
}

/// <summary>
/// Hands the shards of an audit out, as many at once as all nodes together work on, and to each as many as to the others: by chance, one would have more than its places while another has
/// places to spare. It remembers nothing: where its node dies, the next sweep of any other one has it made anew, and
/// the shards that go on elsewhere are waited for as before.
/// </summary>
[Reentrant]
[RandomPlacement]
[GrainType("audit")]
internal sealed class AuditGrain(AuditParts parts, IClusterMembershipService members, GrainClock clock) : Grain, IAuditGrain, IDisposable
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<int, SiloAddress> _handedOut = [];
    private CancellationTokenSource _halt = new();
    private Task _work = Task.CompletedTask;

    private int Most => parts.ShardsPerNode * Math.Max(1, ClusterNode.Active(members.CurrentSnapshot).Count());

    /// <inheritdoc/>
    public Task GoOnAsync()
    {
        if (!_work.IsCompleted) return Task.CompletedTask;
        if (_halt.IsCancellationRequested)
        {
            _halt.Dispose();
            _halt = new CancellationTokenSource();
        }

        _work = WorkAsync(_halt.Token);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HaltAsync()
    {
        await _halt.CancelAsync();
        await Task.WhenAll(_handedOut.Keys.ToList().Select(async x => await Shard(x).HaltAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext)));
        await EndAsync();
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _halt.CancelAsync();
        await EndAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _halt.Dispose();

    private Task EndAsync() => _work.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        foreach (var shard in await parts.Shards(this.GetPrimaryKeyString(), cancellationToken))
        {
            while (running.Count >= Most) running.Remove(await Task.WhenAny(running));
            cancellationToken.ThrowIfCancellationRequested();
            running.Add(RunAsync(shard, cancellationToken));
        }

        await Task.WhenAll(running);
    }

    private async Task RunAsync(int shard, CancellationToken cancellationToken)
    {
        var node = _handedOut[shard] = LeastBusy();
        try
        {
            var isOver = await BeginAsync(shard, node);
            while (!isOver && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(TryAgain, clock.Time, cancellationToken);
                isOver = await TryAsync(shard);
            }
        }
        finally
        {
            _handedOut.Remove(shard);
        }
    }

    // Where it runs already, it stays. A node that takes none any more is not asked a second time.
    private async Task<bool> BeginAsync(int shard, SiloAddress node)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, node);
        return await TryAsync(shard);
    }

    // Of equals any: many small audits have one shard each.
    private SiloAddress LeastBusy() => ClusterNode.Active(members.CurrentSnapshot).Shuffle().MinBy(node => _handedOut.Values.Count(node.Equals))!;

    // A node that dies, or stops, is none that has worked on it to the end.
    private async Task<bool> TryAsync(int shard)
    {
        try
        {
            return await Shard(shard).RunAsync();
        }
        catch (Exception fault) when (ClusterTrouble.Is(fault))
        {
            return false;
        }
    }

    private IAuditShardGrain Shard(int shard) => GrainFactory.GetGrain<IAuditShardGrain>(AuditKey.Of(this.GetPrimaryKeyString(), shard));
}
