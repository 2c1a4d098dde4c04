using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Tables;

/// <summary>Makes audits again whose time has come, and does away with those whose time is over.</summary>
internal sealed class AuditUpkeepStore(
    DatabaseMake databases, DatabaseThreads threads, AuditMaking making, AuditOptions options, TimeProvider clock)
{
    // So that nobody waits long for his turn.
    private const int LargestPart = 500;

    // Who holds a finished audit: whoever makes it again.
    private const string Repeating = "repeating";

    /// <summary>The audits that are due, those that have been for longest first. One that is not done yet is waited for.</summary>
    public Task<List<StoredAudit>> DueAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        return threads.ReadAsync(
            () => With(database => database.Audits.AsNoTracking()
                .Where(x => x.NextAt != null && x.NextAt <= now && x.State == StoredAuditState.Done && x.ExpiresAt > now)
                .OrderBy(x => x.NextAt).ToList()),
            cancellationToken);
    }

    /// <summary>Makes one again from its own subjects: once, whoever else looks after it. Only the newest of a row is made again.</summary>
    /// <returns>The new one; null where it is not due any more, or another process makes it.</returns>
    public async Task<string?> RepeatAsync(StoredAudit due, CancellationToken cancellationToken)
    {
        var again = Again(due);
        if (await threads.WriteInTurnAsync(() => With(database => Hold(database, due, isNew: true)), cancellationToken) == 0) return null;
        var isMade = await making.MakeAsync(
            again, (database, part) => Copy(database, due, again.Id, part), database => Takes(database, due), cancellationToken);
        return isMade ? again.Id : null;
    }

    /// <summary>Does away with what is over, a part at a time; says how many audits that were.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var over = await threads.ReadAsync(
            () => With(database => Over(database, now).Select(x => new { x.Id, x.Total }).ToList()), cancellationToken);
        foreach (var audit in over)
        {
            for (var last = LargestPart; last < audit.Total + LargestPart; last += LargestPart)
            {
                var (id, behind) = (audit.Id, last);
                await threads.WriteInTurnAsync(() => With(database => DeleteItems(database, id, behind)), cancellationToken);
            }

            await threads.WriteInTurnAsync(() => With(database => Delete(database, audit.Id)), cancellationToken);
        }

        return over.Count;
    }

    private static int DeleteItems(AdvisorDb database, string id, int last) =>
        database.AuditRuns.Where(x => x.AuditId == id && x.Number <= last).ExecuteDelete()
        + database.AuditItems.Where(x => x.AuditId == id && x.Number <= last).ExecuteDelete();

    private int Delete(AdvisorDb database, string id)
    {
        var deleted = database.Audits.Where(x => x.Id == id).ExecuteDelete();
        databases.AfterDelete(database);
        return deleted;
    }

    // What is being made is not there yet, and not over.
    private static IQueryable<StoredAudit> Over(AdvisorDb database, long now) => database.Audits.Where(
        x => x.ExpiresAt <= now && (x.ExpiresAt != AuditMaking.Unready || x.LeasedUntil == null || x.LeasedUntil < now));

    // So that not all nodes copy it at once.
    private int Hold(AdvisorDb database, StoredAudit due, bool isNew)
    {
        var (now, until) = (Now, (clock.GetUtcNow() + AuditMaking.Hold).ToUnixTimeMilliseconds());
        return database.Audits
            .Where(x => x.Id == due.Id && x.NextAt == due.NextAt && (!isNew || x.LeasedBy != Repeating || x.LeasedBy == null || x.LeasedUntil < now))
            .ExecuteUpdate(x => x.SetProperty(a => a.LeasedBy, Repeating).SetProperty(a => a.LeasedUntil, until));
    }

    private void Copy(AdvisorDb database, StoredAudit due, string id, AuditPart part)
    {
        Hold(database, due, isNew: false);
        database.Database.ExecuteSql(
            $"""
            INSERT INTO "AuditItems" ("AuditId", "Number", "Subject", "Asked", "Reference")
            SELECT {id}, "Number", "Subject", "Asked", "Reference" FROM "AuditItems"
            WHERE "AuditId" = {due.Id} AND "Number" >= {part.First} AND "Number" <= {part.Last}
            """);
    }

    // Where it was removed meanwhile, or is over, not all of it may have been there to be copied.
    private bool Takes(AdvisorDb database, StoredAudit due)
    {
        var now = Now;
        return database.Audits.Where(x => x.Id == due.Id && x.NextAt == due.NextAt && x.ExpiresAt > now)
            .ExecuteUpdate(x => x.SetProperty(a => a.NextAt, (long?)null)) > 0;
    }

    private StoredAudit Again(StoredAudit audit)
    {
        var now = clock.GetUtcNow();
        var (next, pause) = (audit.NextAt!.Value, (long)TimeSpan.FromDays(audit.RepeatEveryDays!.Value).TotalMilliseconds);

        // What was missed while nobody was there is not made up for.
        while (next <= now.ToUnixTimeMilliseconds()) next += pause;
        return new StoredAudit
        {
            Id = ReportId.New(),
            Owner = audit.Owner,
            Name = audit.Name,
            CreatedAt = now.ToUnixTimeMilliseconds(),
            ExpiresAt = options.ExpiresAt(now, audit.RepeatEveryDays, next),
            Usage = audit.Usage,
            PerHostPerMinute = audit.PerHostPerMinute,
            CatalogueFromNetwork = audit.CatalogueFromNetwork,
            RepeatEveryDays = audit.RepeatEveryDays,
            NextAt = next,
            RepeatOf = audit.Id,
            Total = audit.Total,
        };
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private T With<T>(Func<AdvisorDb, T> work)
    {
        using var database = databases.CreateDbContext();
        return work(database);
    }
}
