using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Serialization;
using ProtocolAdvisor.Cluster.Audits;
using ProtocolAdvisor.Cluster.Counting;
using ProtocolAdvisor.Cluster.Gates;
using ProtocolAdvisor.Cluster.Probes;

namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>What this node's grains run, and share with the rest of the process.</summary>
/// <param name="Permits">The permits that this node holds.</param>
/// <param name="Clock">Measures for them.</param>
/// <param name="Audits">What audits run.</param>
/// <param name="Shards">The shards of audits that this node works on.</param>
/// <param name="Probes">What probes for all nodes.</param>
internal sealed record ClusterParts(PermitMemory Permits, TimeProvider Clock, AuditParts Audits, RunningShards Shards, ProbeParts Probes)
{
    /// <summary>Puts everything into a silo.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="database">Where failures are kept; null where they are not.</param>
    internal void AddTo(ISiloBuilder silo, DbDataSource? database)
    {
        // The process's main assembly has no grains, and would not lead to ours.
        silo.Services.AddSerializer(x => x.AddAssembly(typeof(ClusterParts).Assembly));
        silo.Services.AddSingleton(Permits);
        silo.Services.AddSingleton(Audits);
        silo.Services.AddSingleton(Shards);
        silo.Services.AddSingleton(Probes);
        silo.Services.AddSingleton(new GrainClock(Clock));
        silo.Services.AddSingleton(services => new FailureStore(database, services.GetRequiredService<ILogger<FailureStore>>()));
        silo.Services.AddSingleton<NodeMemories>();
        silo.AddGrainService<NodeMemory>();
    }
}
