using Orleans.Concurrency;
using Orleans.Placement;
using ProtocolAdvisor.Cluster.Hosting;

namespace ProtocolAdvisor.Cluster.Gates;

/// <summary>
/// One target's gate, on one node, for all. Where that node dies, another one makes it anew, and asks every node what it holds: so the limits hold then, too. It is forgotten when
/// it has nothing to remember, after more than a minute, and than a lease.
/// </summary>
[Reentrant]
[RandomPlacement]
[CollectionAgeLimit(Minutes = 2)]
[GrainType("gate")]
internal sealed class GateGrain(NodeMemories memories, ISiloStatusOracle nodes, GrainClock clock) : Grain, IGateGrain
{
    // How often those who wait have it looked at whether a node is dead.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private IReadOnlyList<HeldPermits> _before = [];
    private LeasedTarget? _target;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _before = await memories.OfAllAsync(this.GetPrimaryKeyString(), cancellationToken);

    /// <inheritdoc/>
    public async Task<GateReply> AcquireAsync(Guid permit, SiloAddress holder, GateBounds bounds, CancellationToken token)
    {
        var target = _target ??= Begin(bounds);
        var turn = target.AcquireAsync(permit, holder.ToParsableString(), token);
        while (!turn.IsCompleted && await Task.WhenAny(turn, Task.Delay(Look, clock.Time, CancellationToken.None)) != turn) target.Sweep(IsDead);
        return new GateReply(await turn, target.Left);
    }

    /// <inheritdoc/>
    public Task ReturnAsync(Guid permit, bool? answered)
    {
        _target?.Return(permit, answered);
        return Task.CompletedTask;
    }

    private LeasedTarget Begin(GateBounds bounds)
    {
        var target = new LeasedTarget(bounds.Limits, clock.Time);
        foreach (var held in _before) target.Adopt(held.Holder, held.Permits, held.Left);
        _before = [];
        return target;
    }

    private bool IsDead(string holder) => nodes.IsDeadSilo(SiloAddress.FromParsableString(holder));
}
