using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Keeps reports until they expire.</summary>
internal sealed class ReportArchive(
    DatabaseMake databases, DatabaseThreads threads, ReportBacklog backlog, TimeProvider clock, ILogger<ReportArchive> log)
{
    private const int LargestPurge = 1000;

    // Every other character of what servers say would be an escape of six.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Keeps a run, and waits until it is written.</summary>
    /// <param name="run">The run.</param>
    /// <param name="owner">The name of the key that it was made with; null for none.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task StoreAsync(AssessedRun run, string? owner, CancellationToken cancellationToken) =>
        StoreAsync(run, owner, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Keeps a run: it is found from now on. Throws when it cannot be written.</summary>
    /// <param name="run">The run.</param>
    /// <param name="owner">The name of the key that it was made with; null for none.</param>
    /// <param name="patience">How long to wait for the disk. What has not failed by then is written as soon as that can be done.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task StoreAsync(AssessedRun run, string? owner, TimeSpan patience, CancellationToken cancellationToken) =>
        backlog.Add(Stored(run, owner)).SettleAsync(patience, clock, cancellationToken);

    /// <summary>A report's run; null when there is none, when it has expired, or when another version wrote it in a form that this one cannot read.</summary>
    public async Task<AssessedRun?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = Now;
        var stored = backlog.TryFind(id, out var pending) ? pending.ExpiresAt > now ? pending.Run : null : await threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                return database.Reports.Where(x => x.Id == id && x.ExpiresAt > now).Select(x => x.Run).FirstOrDefault();
            },
            cancellationToken);
        return stored is null ? null : Read(stored);
    }

    /// <summary>The newest written reports' runs, the newest first.</summary>
    /// <param name="wish">Which.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<IReadOnlyList<AssessedRun>> RecentAsync(HistoryWish wish, int count, CancellationToken cancellationToken)
    {
        var now = Now;
        var stored = await threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                var reports = database.Reports.Where(x => x.ExpiresAt > now && (wish.OfEverybody || x.Owner == wish.Owner));
                if (wish.Domain is { } domain) reports = reports.Where(x => x.Domain != null && x.Domain.Contains(domain));
                if (wish.Before is { } before) reports = reports.Where(x => x.CreatedAt < before);
                return reports.OrderByDescending(x => x.CreatedAt).ThenBy(x => x.Id).Take(count).Select(x => x.Run).ToList();
            },
            cancellationToken);
        return [.. stored.Select(Read).OfType<AssessedRun>()];
    }

    /// <summary>Removes a report; false when there was none, or it had expired.</summary>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var now = Now;
        if (backlog.TryFind(id, out var pending) && pending.ExpiresAt <= now) return false;
        return backlog.TryWithdraw(id) || await threads.WriteAsync(
            // What was being written is written by now, or waits again.
            () => backlog.TryWithdraw(id) || Delete(reports => reports.Where(x => x.Id == id && x.ExpiresAt > now)) > 0,
            cancellationToken);
    }

    /// <summary>Removes what has expired, a part at a time, so that nobody waits long for his turn; says how many.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var (now, purged, part) = (Now, 0, LargestPurge);
        for (; part == LargestPurge; purged += part)
            part = await threads.WriteAsync(() => Delete(reports => reports.Where(x => x.ExpiresAt <= now).OrderBy(x => x.ExpiresAt).Take(LargestPurge)), cancellationToken);
        return purged;
    }

    private static StoredReport Stored(AssessedRun run, string? owner) => new()
    {
        Id = run.Heading.Id,
        ExpiresAt = (run.Facts.StartedAt + run.Heading.Retention).ToUnixTimeMilliseconds(),
        CreatedAt = run.Facts.StartedAt.ToUnixTimeMilliseconds(),
        Domain = run.Heading.Subject.Domain ?? (run.Facts.Endpoints is [var first, ..] ? first.Probe.Endpoint.Host.Value : null),
        Owner = owner,
        Run = JsonSerializer.SerializeToUtf8Bytes(run, Json),
    };

    private AssessedRun? Read(byte[] stored)
    {
        try
        {
            return JsonSerializer.Deserialize<AssessedRun>(stored, Json);
        }
        catch (JsonException exception)
        {
            log.ReportUnreadable(exception.Path);
            return null;
        }
    }

    private int Delete(Func<IQueryable<StoredReport>, IQueryable<StoredReport>> which)
    {
        using var database = databases.CreateDbContext();
        var deleted = which(database.Reports).ExecuteDelete();
        if (deleted > 0) databases.AfterDelete(database);
        return deleted;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>Which reports are looked for.</summary>
/// <param name="Owner">The name of the key that they were made with; null for those made without one.</param>
/// <param name="OfEverybody">Whether it does not matter whose they are.</param>
/// <param name="Domain">A part of their domain, in lower case; null for any.</param>
/// <param name="Before">Unix time in milliseconds before which their runs began; null for any.</param>
internal sealed record HistoryWish(string? Owner, bool OfEverybody, string? Domain, long? Before);
