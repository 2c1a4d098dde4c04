using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Tables;

/// <summary>Keeps audits: made, found, listed, stopped, removed. What the engine reads and writes is <see cref="AuditWorkStore"/>.</summary>
internal sealed class AuditStore(
    DatabaseMake databases, DatabaseThreads threads, AuditMaking making, AuditOptions options, Lazy<IDataProtectionProvider> protection,
    TimeProvider clock)
{
    private readonly Lazy<IDataProtector> _seal = new(() => protection.Value.CreateProtector("audit idempotency"));

    /// <summary>Keeps an order and all its subjects, or nothing of it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="owner">The name of the key that it was made with; null for none.</param>
    /// <param name="idempotencyKey">The hash of the request's name; null where it has none.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<AuditCreation> CreateAsync(AuditOrder order, string? owner, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var (audit, mark, subjects) = (Made(order, owner), order.Mark(), order.List.Subjects);
        StoredAudit? first = null;
        if (idempotencyKey is not null && await EarlierAsync(idempotencyKey, cancellationToken) is { } known) return Judged(known, mark);
        try
        {
            var isMade = await making.MakeAsync(
                audit,
                (database, part) => ItemInsert.Run(database, audit.Id, subjects, part),
                database => idempotencyKey is null || TakesName(database, audit, idempotencyKey, mark, out first),
                cancellationToken);
            return isMade ? new(audit, IsReplayed: false) : Judged(first!, mark);
        }
        catch (DbUpdateException) when (idempotencyKey is not null)
        {
            // Another node has taken the name in this moment.
            if (await EarlierAsync(idempotencyKey, cancellationToken) is { } other) return Judged(other, mark);
            throw;
        }
    }

    /// <summary>An audit that the caller may see; null where there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="seenBy">Whose audits the caller sees.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<StoredAudit?> FindAsync(string id, HistoryWish seenBy, CancellationToken cancellationToken)
    {
        if (!ReportId.IsPossible(id)) return null;
        return await threads.ReadAsync(() => Read(database => Seen(database, seenBy).FirstOrDefault(x => x.Id == id)), cancellationToken);
    }

    /// <summary>The newest audits that the caller may see, the newest first.</summary>
    /// <param name="seenBy">Whose audits the caller sees.</param>
    /// <param name="after">The audit after which to go on; null for the newest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<(IReadOnlyList<StoredAudit> Audits, ReportCursor? Next)> RecentAsync(
        HistoryWish seenBy, ReportCursor? after, int count, CancellationToken cancellationToken)
    {
        var found = await threads.ReadAsync(
            () => Read(database => After(Seen(database, seenBy), after)
                .OrderByDescending(x => x.CreatedAt).ThenBy(x => x.Id).Take(count + 1).ToList()),
            cancellationToken);
        var last = found.Count > count ? found[count - 1] : null;
        return ([.. found.Take(count)], last is null ? null : new ReportCursor(last.CreatedAt, last.Id));
    }

    /// <summary>Stops it for now; nothing where it is not running.</summary>
    public Task PauseAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        audits => audits.Where(x => x.State == StoredAuditState.Running)
            .ExecuteUpdate(x => x.SetProperty(a => a.State, StoredAuditState.Paused).SetProperty(a => a.Hold, (StoredAuditHold?)null)),
        cancellationToken);

    /// <summary>Goes on with it; nothing where it is not paused.</summary>
    public Task ResumeAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        audits => audits.Where(x => x.State == StoredAuditState.Paused)
            .ExecuteUpdate(x => x.SetProperty(a => a.State, StoredAuditState.Running)),
        cancellationToken);

    /// <summary>Removes it: from now on it is nobody's. What it is made of is purged behind.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var now = Now;
        return ChangeAsync(
            id,
            audits => audits.ExecuteUpdate(x => x.SetProperty(a => a.ExpiresAt, now).SetProperty(a => a.NextAt, (long?)null)
                .SetProperty(a => a.IdempotencyKey, (string?)null)),
            cancellationToken);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private StoredAudit Made(AuditOrder order, string? owner)
    {
        var now = clock.GetUtcNow();
        long? next = order.RepeatEveryDays is { } days ? now.AddDays(days).ToUnixTimeMilliseconds() : null;
        return new StoredAudit
        {
            Id = ReportId.New(),
            Owner = owner,
            Name = order.Wishes.Name ?? now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            CreatedAt = now.ToUnixTimeMilliseconds(),
            ExpiresAt = options.ExpiresAt(now, order.RepeatEveryDays, next),
            Usage = JsonSerializer.SerializeToUtf8Bytes(order.Usage, WireJson.Options),
            PerHostPerMinute = order.Wishes.PerHostPerMinute,
            CatalogueFromNetwork = order.Wishes.CatalogueFromNetwork == true,
            RepeatEveryDays = order.RepeatEveryDays,
            NextAt = next,
            CompareWith = order.Wishes.CompareWith,
            Total = order.List.Subjects.Count,
        };
    }

    // One name is one audit's: whoever was there before, in this process or another, is the first.
    private bool TakesName(AdvisorDb database, StoredAudit audit, string key, byte[] mark, out StoredAudit? first)
    {
        first = Earlier(database, key);
        if (first is not null) return false;
        database.Audits.Where(x => x.IdempotencyKey == key).ExecuteUpdate(x => x.SetProperty(a => a.IdempotencyKey, (string?)null));
        (audit.IdempotencyKey, audit.IdempotencyBody) = (key, _seal.Value.Protect(mark));
        return true;
    }

    private Task<StoredAudit?> EarlierAsync(string key, CancellationToken cancellationToken) =>
        threads.ReadAsync(() => Read(database => Earlier(database, key)), cancellationToken);

    // A name of long ago does not count, nor that of an audit that is no more.
    private StoredAudit? Earlier(AdvisorDb database, string key)
    {
        var (now, since) = (Now, (clock.GetUtcNow() - RetryLedger.Lifetime).ToUnixTimeMilliseconds());
        return database.Audits.AsNoTracking().FirstOrDefault(x => x.IdempotencyKey == key && x.CreatedAt > since && x.ExpiresAt > now);
    }

    // What cannot be opened any more is nobody's request: better refused than answered with another's audit.
    private AuditCreation Judged(StoredAudit first, byte[] mark)
    {
        try
        {
            var isSame = first.IdempotencyBody is { } body && CryptographicOperations.FixedTimeEquals(_seal.Value.Unprotect(body), mark);
            return new(isSame ? first : null, IsReplayed: isSame);
        }
        catch (CryptographicException)
        {
            return new(null, IsReplayed: false);
        }
    }

    private IQueryable<StoredAudit> Seen(AdvisorDb database, HistoryWish seenBy)
    {
        var now = Now;
        var there = database.Audits.AsNoTracking().Where(x => x.ExpiresAt > now);
        return seenBy.OfEverybody ? there : there.Where(x => x.Owner == seenBy.Owner);
    }

    private static IQueryable<StoredAudit> After(IQueryable<StoredAudit> audits, ReportCursor? after)
    {
#pragma warning disable CA1309 // Made into SQL, where text is compared by its bytes.
        return after is var (at, id) ? audits.Where(x => x.CreatedAt < at || (x.CreatedAt == at && string.Compare(x.Id, id) > 0)) : audits;
#pragma warning restore CA1309
    }

    private T Read<T>(Func<AdvisorDb, T> query)
    {
        using var database = databases.CreateDbContext();
        return query(database);
    }

    private Task<int> ChangeAsync(string id, Func<IQueryable<StoredAudit>, int> change, CancellationToken cancellationToken) => threads.WriteAsync(
        () => Read(database => change(database.Audits.Where(x => x.Id == id))), cancellationToken);
}

/// <summary>What became of the wish for an audit.</summary>
/// <param name="Audit">The audit; null where its name (<c>Idempotency-Key</c>) was another request's.</param>
/// <param name="IsReplayed">Whether it was there before.</param>
internal sealed record AuditCreation(StoredAudit? Audit, bool IsReplayed);
