using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>Tells of an audit what the tables, and what only this process, knows of it.</summary>
internal sealed class AuditTeller(AuditResults results, StorageHolds holds, TimeProvider clock)
{
    /// <summary>How far it is.</summary>
    public async Task<AuditProgressReport> ProgressAsync(StoredAudit audit, CancellationToken cancellationToken)
    {
        double? rate = audit.State == StoredAuditState.Running ? Math.Round(await results.PerMinuteAsync(audit, cancellationToken), 1) : null;
        return new(StateOf(audit), HoldOf(audit), audit.Total, audit.Done, rate, End(audit, rate));
    }

    /// <summary>How far it was when it could be read last: it waits, as everything does that the tables are needed for.</summary>
    public static AuditProgressReport Unreadable(StoredAudit audit) => new(StateOf(audit), HoldOf(audit, true), audit.Total, audit.Done, null, null);

    /// <summary>All of it but its sums.</summary>
    public async Task<AuditReport> TellAsync(StoredAudit audit, CancellationToken cancellationToken) =>
        AuditReport.Of(audit, await ProgressAsync(audit, cancellationToken));

    /// <summary>All of it.</summary>
    public async Task<AuditReport> TellWholeAsync(StoredAudit audit, CancellationToken cancellationToken) =>
        await TellAsync(audit, cancellationToken) with { Sums = AuditSumsReport.Of(await results.TallyAsync(audit.Id, cancellationToken)) };

    /// <summary>What changes whenever there is something new to tell of its progress.</summary>
    public string RevisionOf(StoredAudit audit) => RevisionOf(audit, HoldOf(audit));

    /// <summary>The same for <see cref="Unreadable"/>.</summary>
    public static string RevisionOfUnreadable(StoredAudit audit) => RevisionOf(audit, HoldOf(audit, true));

    /// <summary>Whether it goes on.</summary>
    public static AuditState StateOf(StoredAudit audit) => audit.State switch
    {
        StoredAuditState.Running => AuditState.Running,
        StoredAuditState.Paused => AuditState.Paused,
        StoredAuditState.Done => AuditState.Done,
    };

    private static string RevisionOf(StoredAudit audit, AuditHold? hold) => $"{audit.Done}-{StateOf(audit)}-{hold}".ToLowerInvariant().TrimEnd('-');

    private AuditHold? HoldOf(StoredAudit audit) => HoldOf(audit, holds.Has(audit.Id));

    private static AuditHold? HoldOf(StoredAudit audit, bool isUnwritable) => (audit.State, isUnwritable, audit.Hold) switch
    {
        (not StoredAuditState.Running, _, _) => null,
        (_, true, _) or (_, _, StoredAuditHold.Storage) => AuditHold.Storage,
        (_, _, StoredAuditHold.Resolver) => AuditHold.Resolver,
        _ => null,
    };

    private DateTimeOffset? End(StoredAudit audit, double? perMinute)
    {
        if (perMinute is not > 0 || HoldOf(audit) is not null) return null;
        return clock.GetUtcNow().AddMinutes((audit.Total - audit.Done) / perMinute.Value);
    }
}
