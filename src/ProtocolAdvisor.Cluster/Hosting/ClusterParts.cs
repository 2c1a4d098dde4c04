using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using ProtocolAdvisor.Cluster.Gates;

namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>What this node's grains run, and share with the rest of the process.</summary>
/// <param name="Permits">The permits that this node holds.</param>
internal sealed record ClusterParts(PermitMemory Permits)
{
    /// <summary>Puts everything into a silo.</summary>
    internal void AddTo(ISiloBuilder silo)
    {
        // The process's main assembly has no grains, and would not lead to ours.
        silo.Services.AddSerializer(x => x.AddAssembly(typeof(ClusterParts).Assembly));
        silo.Services.AddSingleton(Permits);
        silo.Services.AddSingleton<NodeMemories>();
        silo.AddGrainService<NodeMemory>();
    }
}
