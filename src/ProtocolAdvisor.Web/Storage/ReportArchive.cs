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
        StoreAsync(run, new ReportOrigin(owner), Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Keeps a run: it is found from now on. Throws when it cannot be written.</summary>
    /// <param name="run">The run.</param>
    /// <param name="origin">By whom it was asked for.</param>
    /// <param name="patience">How long to wait for the disk. What has not failed by then is written as soon as that can be done.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task StoreAsync(AssessedRun run, ReportOrigin origin, TimeSpan patience, CancellationToken cancellationToken) =>
        backlog.Add(Stored(run, origin)).SettleAsync(patience, clock, cancellationToken);

    /// <summary>A report's run; null when there is none, when it has expired, or when another version wrote it in a form that this one cannot read.</summary>
    public async Task<AssessedRun?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!ReportId.IsPossible(id)) return null;
        var now = Now;
        var stored = backlog.TryFind(id, out var pending) ? pending.ExpiresAt > now ? pending.Run : null : await threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                return database.Reports.Where(x => x.Id == id && x.ExpiresAt > now).Select(x => x.Run).FirstOrDefault();
            },
            cancellationToken);
        return stored is not null ? Read(stored) : AuditedId.TryParse(id, out var audited) ? await FindAsync(audited, now, cancellationToken) : null;
    }

    // An audit keeps its subjects' runs apart, as long as itself.
    private async Task<AssessedRun?> FindAsync(AuditedId id, long now, CancellationToken cancellationToken)
    {
        var stored = await threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                return (from run in database.AuditRuns
                        where run.AuditId == id.AuditId && run.Number == id.Number && database.Audits.Any(x => x.Id == id.AuditId && x.ExpiresAt > now)
                        select run.Run).FirstOrDefault();
            },
            cancellationToken);
        return stored is null ? null : PackedRun.Read(stored);
    }

    /// <summary>The run that was stored under an <c>Idempotency-Key</c>, and the sealed request; null where there is none, or it is older than that.</summary>
    /// <param name="key">The hash of the key.</param>
    /// <param name="age">The age.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<(AssessedRun Run, byte[] Body)?> FindByRetryAsync(string key, TimeSpan age, CancellationToken cancellationToken)
    {
        var (now, since) = (Now, (clock.GetUtcNow() - age).ToUnixTimeMilliseconds());
        var stored = await threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                return database.Reports.Where(x => x.IdempotencyKey == key && x.ExpiresAt > now && x.CreatedAt > since && x.IdempotencyBody != null)
                    .OrderByDescending(x => x.CreatedAt).Select(x => new { x.Run, x.IdempotencyBody }).FirstOrDefault();
            },
            cancellationToken);
        return stored is not null && Read(stored.Run) is { } run ? (run, stored.IdempotencyBody!) : null;
    }

    /// <summary>Removes a report for somebody who may.</summary>
    /// <param name="id">The report.</param>
    /// <param name="mayRemove">Whether a report of this owner may be removed: a key's name, null for none, empty where it is unknown.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Removal> RemoveAsync(string id, Func<string?, bool> mayRemove, CancellationToken cancellationToken)
    {
        if (!ReportId.IsPossible(id)) return Removal.Unknown;
        var (now, found) = (Now, backlog.TryFind(id, out var pending));
        var owner = found ? new Holder(pending!.Owner) : await threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                return database.Reports.Where(x => x.Id == id && x.ExpiresAt > now).Select(x => new Holder(x.Owner)).FirstOrDefault();
            },
            cancellationToken);
        if (owner is null) return Removal.Unknown;
        if (!mayRemove(owner.Name)) return Removal.NotAllowed;
        return await DeleteAsync(id, cancellationToken) ? Removal.Removed : Removal.Unknown;
    }

    private sealed record Holder(string? Name);

    /// <summary>Removes a report; false when there was none, or it had expired.</summary>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var now = Now;
        if (backlog.TryFind(id, out var pending) && pending.ExpiresAt <= now) return false;
        return backlog.TryWithdraw(id) || await threads.WriteAsync(
            // What was being written is written by now, or waits again.
            () => backlog.TryWithdraw(id) || Delete(id, now),
            cancellationToken);
    }

    private static StoredReport Stored(AssessedRun run, ReportOrigin origin) => new()
    {
        Id = run.Heading.Id,
        ExpiresAt = (run.Facts.StartedAt + run.Heading.Retention).ToUnixTimeMilliseconds(),
        CreatedAt = run.Facts.StartedAt.ToUnixTimeMilliseconds(),
        Domain = run.Heading.Subject.Domain ?? RowMaking.FirstServer(run),
        Owner = origin.Owner,
        IdempotencyKey = origin.Retry?.Key,
        IdempotencyBody = origin.Retry?.Body,
        Run = JsonSerializer.SerializeToUtf8Bytes(run, Json),
        Row = RowMaking.Of(run, origin.Owner, origin.Note),
    };

    /// <summary>A stored run; null where another version wrote it in a form that this one cannot read.</summary>
    public AssessedRun? Read(byte[] stored)
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

    private bool Delete(string id, long now)
    {
        using var database = databases.CreateDbContext();
        using var both = database.Database.BeginTransaction();
        var deleted = database.Reports.Where(x => x.Id == id && x.ExpiresAt > now).ExecuteDelete() > 0;
        if (deleted) database.ReportRows.Where(x => x.Id == id).ExecuteDelete();
        both.Commit();
        if (deleted) databases.AfterDelete(database);
        return deleted;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
