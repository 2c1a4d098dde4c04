using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Runtime.Services;
using Orleans.Services;
using ProtocolAdvisor.Cluster.Hosting;

namespace ProtocolAdvisor.Cluster.Gates;

/// <summary>What each node remembers of its own permits, for who makes a gate anew.</summary>
[Alias("nodememory")]
internal interface INodeMemory : IGrainService
{
    /// <summary>The permits of this gate that the node holds, and what it heard last of what is left.</summary>
    [Alias("Held")]
    Task<HeldPermits> HeldAsync(string gate);
}

/// <summary>The permits of one gate that one node holds.</summary>
/// <param name="Holder">The node.</param>
/// <param name="Permits">Their numbers.</param>
/// <param name="Left">Permits left of the target's minute, as far as the node knows.</param>
[GenerateSerializer]
[Alias("heldPermits")]
[Immutable]
internal sealed record HeldPermits([property: Id(0)] string Holder, [property: Id(1)] IReadOnlyList<Guid> Permits, [property: Id(2)] double Left);

/// <summary>One node's, for the others to ask.</summary>
[Reentrant]
internal sealed class NodeMemory(GrainId id, Silo silo, ILoggerFactory log, PermitMemory memory, ILocalSiloDetails own) : GrainService(id, silo, log), INodeMemory
{
    /// <inheritdoc/>
    public Task<HeldPermits> HeldAsync(string gate) => Task.FromResult(memory.Of(gate, own.SiloAddress.ToParsableString()));
}

/// <summary>Asks the nodes what they remember.</summary>
internal sealed class NodeMemories(IServiceProvider services, ISiloStatusOracle nodes, PermitMemory own, ILocalSiloDetails self, GrainClock clock) : GrainServiceClient<INodeMemory>(services)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(200);

    /// <summary>All that work. One that cannot be asked and is not dead yet is asked again: without it the gate would be opened wider than it may be.</summary>
    internal async Task<IReadOnlyList<HeldPermits>> OfAllAsync(string gate, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(nodes.GetApproximateSiloStatuses(onlyActive: true).Keys.Select(x => OfAsync(x, gate, cancellationToken)))).OfType<HeldPermits>()];

    private async Task<HeldPermits?> OfAsync(SiloAddress node, string gate, CancellationToken cancellationToken)
    {
        if (node.Equals(self.SiloAddress)) return own.Of(gate, node.ToParsableString());
        while (!nodes.IsDeadSilo(node))
        {
            try
            {
                return await GetGrainService(node).HeldAsync(gate);
            }
            catch (Exception fault) when (ClusterTrouble.Is(fault))
            {
                await Task.Delay(TryAgain, clock.Time, cancellationToken);
            }
        }

        return null;
    }
}
