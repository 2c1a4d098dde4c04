using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>What every shard of a process needs, whoever hands it out.</summary>
/// <param name="Store">The tables.</param>
/// <param name="Run">Looks at subjects.</param>
/// <param name="Places">How many at once.</param>
/// <param name="Resolver">Whether names can be looked up.</param>
/// <param name="Waiting">Where they wait until they can.</param>
/// <param name="Holds">Whether results can be written.</param>
/// <param name="Options">How audits run.</param>
/// <param name="Telemetry">Counts.</param>
/// <param name="Clock">Tells the time.</param>
/// <param name="Log">Told when audits wait.</param>
internal sealed record ShardTools(
    AuditWorkStore Store,
    SubjectRun Run,
    AuditPlaces Places,
    ResolverGate Resolver,
    ResolverHolds Waiting,
    StorageHolds Holds,
    AuditOptions Options,
    AuditTelemetry Telemetry,
    TimeProvider Clock,
    ILogger<AuditShard> Log)
{
    /// <summary>How many shards a process works on at once: their subjects fill its places twice over, so that those that wait for another try leave no place empty.</summary>
    public int ShardsAtOnce => 2 * (1 + (Places.Most / Options.ShardSize));

    /// <summary>Works on what waits of a shard.</summary>
    public async Task RunAsync(AuditWork work, int shard, CancellationToken cancellationToken)
    {
        Telemetry.Shards(1);
        try
        {
            var subjects = await Store.WaitingAsync(work.Id, shard, cancellationToken);
            if (subjects.Count > 0) await new AuditShard(work, subjects, this).RunAsync(cancellationToken);
        }
        finally
        {
            Telemetry.Shards(-1);
        }
    }
}
