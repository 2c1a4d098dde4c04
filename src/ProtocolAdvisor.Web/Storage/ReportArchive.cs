using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Web.Reports;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Keeps reports until they expire.</summary>
internal sealed class ReportArchive(IDbContextFactory<AdvisorDb> databases, TimeProvider clock)
{
    /// <summary>Keeps a report, byte for byte as it is answered.</summary>
    public async Task StoreAsync(AssessmentReport report, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Reports.Add(new StoredReport
        {
            Id = report.Id,
            ExpiresAt = report.ExpiresAt.ToUnixTimeMilliseconds(),
            Json = JsonSerializer.SerializeToUtf8Bytes(report, WireJson.Options),
        });
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A report's JSON; null when there is none, or it has expired.</summary>
    public async Task<byte[]?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Reports.Where(x => x.Id == id && x.ExpiresAt > now).Select(x => x.Json).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Removes a report; false when there was none, or it had expired.</summary>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var now = Now;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await DeleteAsync(database, database.Reports.Where(x => x.Id == id && x.ExpiresAt > now), cancellationToken) > 0;
    }

    /// <summary>Removes what has expired; says how many.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await DeleteAsync(database, database.Reports.Where(x => x.ExpiresAt <= now), cancellationToken);
    }

    // The write-ahead log still holds what was deleted, until it is emptied. A reader may keep it busy: then the next deletion empties it.
    private static async Task<int> DeleteAsync(AdvisorDb database, IQueryable<StoredReport> reports, CancellationToken cancellationToken)
    {
        var deleted = await reports.ExecuteDeleteAsync(cancellationToken);
        try
        {
            if (deleted > 0) await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        }
        catch (SqliteException)
        {
        }

        return deleted;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
