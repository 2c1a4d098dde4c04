using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// Removes what has expired in small transactions: whoever wants to write has his turn between two of them, and no journal grows by more
/// than one of them holds.
/// </summary>
internal sealed class ExpiredReports(DatabaseMake databases, DatabaseThreads threads, TimeProvider clock)
{
    /// <summary>How many reports one transaction removes at most.</summary>
    public const int LargestPart = 500;

    /// <summary>How many bytes of runs it removes at most, but for one that is larger by itself.</summary>
    private const long MostBytes = 2 << 20;

    /// <summary>Removes all that has expired by now; says how many.</summary>
    public async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        var (now, removed, part) = (clock.GetUtcNow().ToUnixTimeMilliseconds(), 0, 0);
        do
        {
            part = await threads.WriteInTurnAsync(() => RemovePart(now), cancellationToken);
            removed += part;
        }
        while (part > 0);
        return removed;
    }

    private int RemovePart(long now)
    {
        using var database = databases.CreateDbContext();
        var oldest = database.Reports.Where(x => x.ExpiresAt <= now).OrderBy(x => x.ExpiresAt).Take(LargestPart)
            .Select(x => new { x.Id, Bytes = (long)x.Run.Length }).ToList();
        var bytes = 0L;
        var ids = oldest.TakeWhile((x, number) => number == 0 | (bytes += x.Bytes) <= MostBytes).Select(x => x.Id).ToList();
        if (ids.Count == 0) return 0;
        using var both = database.Database.BeginTransaction();
        var removed = database.Reports.Where(x => ids.Contains(x.Id)).ExecuteDelete();
        database.ReportRows.Where(x => ids.Contains(x.Id)).ExecuteDelete();
        both.Commit();
        databases.AfterDelete(database);
        return removed;
    }
}
