using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>What every shard of a process needs, whoever hands it out.</summary>
/// <param name="Store">The tables.</param>
/// <param name="Run">Looks at subjects.</param>
/// <param name="Places">How many at once.</param>
/// <param name="Resolver">Whether names can be looked up.</param>
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
    StorageHolds Holds,
    AuditOptions Options,
    AuditTelemetry Telemetry,
    TimeProvider Clock,
    ILogger<AuditShard> Log)
{
    /// <summary>How many shards a process works on at once: as many as fill its places.</summary>
    public int ShardsAtOnce => Math.Max(1, (Places.Most + Options.Window - 1) / Options.Window);

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

    /// <summary>Waits while names cannot be looked up, and has the audit say so meanwhile.</summary>
    public async Task HeldWhileAsync(string auditId, CancellationToken cancellationToken)
    {
        if (!Resolver.IsShut) return;
        if (await TryHoldAsync(auditId, StoredAuditHold.Resolver, cancellationToken)) Log.AuditHeld();
        await Resolver.OpenAsync(cancellationToken);
        await TryHoldAsync(auditId, null, cancellationToken);
    }

    private async Task<bool> TryHoldAsync(string auditId, StoredAuditHold? hold, CancellationToken cancellationToken)
    {
        try
        {
            return await Store.HoldAsync(auditId, hold, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            // It says so by itself.
            return false;
        }
    }
}
