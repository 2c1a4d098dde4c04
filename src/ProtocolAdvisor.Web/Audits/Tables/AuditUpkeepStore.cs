using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Tables;

/// <summary>Makes audits again whose time has come, and does away with those whose time is over.</summary>
internal sealed class AuditUpkeepStore(DatabaseMake databases, DatabaseThreads threads, AuditOptions options, TimeProvider clock)
{
    // So that nobody waits long for his turn.
    private const int LargestPart = 500;

    /// <summary>
    /// Makes the audits again that are due: each from its own subjects, once, whoever else looks after them. One that is not done yet is
    /// waited for. Only the newest of a row is made again.
    /// </summary>
    /// <returns>The new ones.</returns>
    public async Task<IReadOnlyList<string>> RepeatAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var due = await threads.ReadAsync(
            () => With(database => database.Audits.AsNoTracking()
                .Where(x => x.NextAt != null && x.NextAt <= now && x.State == StoredAuditState.Done && x.ExpiresAt > now).ToList()),
            cancellationToken);
        List<string> made = [];
        foreach (var audit in due)
            if (await threads.WriteInTurnAsync(() => Repeated(audit), cancellationToken) is { } id) made.Add(id);
        return made;
    }

    /// <summary>Does away with what is over, a part at a time; says how many audits that were.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var over = await threads.ReadAsync(
            () => With(database => database.Audits.Where(x => x.ExpiresAt <= now).Select(x => new { x.Id, x.Total }).ToList()), cancellationToken);
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

    private string? Repeated(StoredAudit audit)
    {
        using var database = databases.CreateDbContext();
        using var transaction = database.Database.BeginTransaction();
        var taken = database.Audits.Where(x => x.Id == audit.Id && x.NextAt == audit.NextAt)
            .ExecuteUpdate(x => x.SetProperty(a => a.NextAt, (long?)null));
        if (taken == 0) return null;
        var again = Again(audit);
        database.Audits.Add(again);
        database.SaveChanges();
        database.Database.ExecuteSql(
            $"""
            INSERT INTO "AuditItems" ("AuditId", "Number", "Subject", "Asked", "Reference")
            SELECT {again.Id}, "Number", "Subject", "Asked", "Reference" FROM "AuditItems" WHERE "AuditId" = {audit.Id}
            """);
        transaction.Commit();
        databases.JudgeWritten();
        return again.Id;
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
            ExpiresAt = (now + options.Retention).ToUnixTimeMilliseconds(),
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
