using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Tables;

/// <summary>What an engine reads and writes: the tables are the only truth, whoever works on them, and however often the same is written.</summary>
internal sealed class AuditWorkStore(DatabaseMake databases, DatabaseThreads threads, AuditOptions options, TimeProvider clock)
{
    /// <summary>The audits that are to be worked on, the oldest first.</summary>
    public Task<List<string>> UnfinishedAsync(CancellationToken cancellationToken) =>
        ReadAsync(database => Unfinished(database).OrderBy(x => x.CreatedAt).Select(x => x.Id).ToList(), cancellationToken);

    /// <summary>
    /// The same for a process that works by itself: those that nobody else works on are its own for this time, so that processes which share
    /// a database and do not know of each other do nothing twice.
    /// </summary>
    /// <param name="process">The process.</param>
    /// <param name="time">For how long.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<List<string>> ClaimAsync(string process, TimeSpan time, CancellationToken cancellationToken)
    {
        if ((await UnfinishedAsync(cancellationToken)).Count == 0) return [];
        long now = Now, until = now + (long)time.TotalMilliseconds;
        await WriteAsync(
            database => Unfinished(database).Where(x => x.LeasedBy == process || x.LeasedUntil == null || x.LeasedUntil < now)
                .ExecuteUpdate(x => x.SetProperty(a => a.LeasedBy, process).SetProperty(a => a.LeasedUntil, until)),
            cancellationToken);
        return await ReadAsync(
            database => Unfinished(database).Where(x => x.LeasedBy == process).OrderBy(x => x.CreatedAt).Select(x => x.Id).ToList(), cancellationToken);
    }

    /// <summary>The process works on none any more.</summary>
    public Task LeaveAsync(string process, CancellationToken cancellationToken) => WriteAsync(
        database => database.Audits.Where(x => x.LeasedBy == process)
            .ExecuteUpdate(x => x.SetProperty(a => a.LeasedBy, (string?)null).SetProperty(a => a.LeasedUntil, (long?)null)),
        cancellationToken);

    /// <summary>What is to be known of an audit to work on it; null where it is not to be worked on.</summary>
    public async Task<AuditWork?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = Now;
        var audit = await ReadAsync(
            database => database.Audits.AsNoTracking().FirstOrDefault(x => x.Id == id && x.State == StoredAuditState.Running && x.ExpiresAt > now),
            cancellationToken);
        if (audit is null) return null;
        var usage = JsonSerializer.Deserialize<Usage>(audit.Usage, WireJson.IgnoringUnknown) ?? new Usage();
        return new(audit.Id, DateTimeOffset.FromUnixTimeMilliseconds(audit.CreatedAt), audit.Total, usage, audit.PerHostPerMinute, audit.CatalogueFromNetwork);
    }

    /// <summary>The shards that have waiting subjects, in their order.</summary>
    public Task<List<int>> ShardsAsync(string id, CancellationToken cancellationToken)
    {
        var size = options.ShardSize;
        return ReadAsync(
            database => database.AuditItems.Where(x => x.AuditId == id && x.FinishedAt == null)
                .Select(x => (x.Number - 1) / size).Distinct().OrderBy(x => x).ToList(),
            cancellationToken);
    }

    /// <summary>A shard's waiting subjects.</summary>
    public Task<List<WaitingSubject>> WaitingAsync(string id, int shard, CancellationToken cancellationToken)
    {
        var (first, behind) = ((shard * options.ShardSize) + 1, ((shard + 1) * options.ShardSize) + 1);
        return ReadAsync(
            database => database.AuditItems.Where(x => x.AuditId == id && x.Number >= first && x.Number < behind && x.FinishedAt == null)
                .OrderBy(x => x.Number).Select(x => new WaitingSubject(x.Number, x.Subject, x.Asked)).ToList(),
            cancellationToken);
    }

    /// <summary>
    /// Writes finished subjects, all or none: each once, whoever else has finished it, and none of an audit that is gone. The last one ends
    /// the audit.
    /// </summary>
    /// <returns>Whether that ended the audit.</returns>
    public Task<bool> FlushAsync(string id, IReadOnlyList<FinishedSubject> finished, CancellationToken cancellationToken) => threads.WriteInTurnAsync(
        () =>
        {
            using var database = databases.CreateDbContext();
            using var transaction = database.Database.BeginTransaction();
            var written = finished.Count(x => Write(database, id, x));
            if (written > 0)
                database.Audits.Where(x => x.Id == id).ExecuteUpdate(x => x.SetProperty(a => a.Done, a => a.Done + written));
            var isEnded = End(database, id) > 0;
            database.SaveChanges();
            transaction.Commit();
            databases.JudgeWritten();
            return isEnded;
        },
        cancellationToken);

    /// <summary>Notes what the audit waits for; null where it goes on.</summary>
    /// <returns>Whether that is new.</returns>
    public async Task<bool> HoldAsync(string id, StoredAuditHold? hold, CancellationToken cancellationToken) => await WriteAsync(
        database => database.Audits.Where(x => x.Id == id && x.State == StoredAuditState.Running && x.Hold != hold)
            .ExecuteUpdate(x => x.SetProperty(a => a.Hold, hold)),
        cancellationToken) > 0;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private IQueryable<StoredAudit> Unfinished(AdvisorDb database)
    {
        var now = Now;
        return database.Audits.Where(x => x.State == StoredAuditState.Running && x.ExpiresAt > now);
    }

    private bool Write(AdvisorDb database, string id, FinishedSubject finished)
    {
        var (number, now) = (finished.Number, Now);
        var row = finished.Row;
        var (state, codes, host, json) = ((int)row.State, row.Codes(), row.MailHost, JsonSerializer.SerializeToUtf8Bytes(row, AuditRow.Json));
        var written = database.AuditItems.Where(x => x.AuditId == id && x.Number == number && x.FinishedAt == null).ExecuteUpdate(x => x
            .SetProperty(i => i.FinishedAt, now).SetProperty(i => i.State, state).SetProperty(i => i.Codes, codes).SetProperty(i => i.MailHost, host)
            .SetProperty(i => i.Row, json));
        if (written > 0 && finished.Run is { } run) database.AuditRuns.Add(new StoredAuditRun { AuditId = id, Number = number, Run = run });
        return written > 0;
    }

    private int End(AdvisorDb database, string id)
    {
        var now = Now;
        return database.Audits.Where(x => x.Id == id && x.Done >= x.Total && x.State != StoredAuditState.Done).ExecuteUpdate(x => x
            .SetProperty(a => a.State, StoredAuditState.Done).SetProperty(a => a.EndedAt, now).SetProperty(a => a.Hold, (StoredAuditHold?)null));
    }

    private Task<T> ReadAsync<T>(Func<AdvisorDb, T> query, CancellationToken cancellationToken) => threads.ReadAsync(() => With(query), cancellationToken);

    private Task<int> WriteAsync(Func<AdvisorDb, int> change, CancellationToken cancellationToken) => threads.WriteInTurnAsync(() => With(change), cancellationToken);

    private T With<T>(Func<AdvisorDb, T> work)
    {
        using var database = databases.CreateDbContext();
        return work(database);
    }
}

/// <summary>An audit that is to be worked on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When it was asked for: what was seen of a server before does not count.</param>
/// <param name="Total">How many subjects it has.</param>
/// <param name="Usage">How the mailboxes are used.</param>
/// <param name="PerHostPerMinute">How often a mail host may be dialled for it in a minute; null for as often as for anything else.</param>
/// <param name="CatalogueFromNetwork">Whether the public catalogue may be asked.</param>
internal sealed record AuditWork(string Id, DateTimeOffset CreatedAt, int Total, Usage Usage, int? PerHostPerMinute, bool CatalogueFromNetwork);

/// <summary>A subject that waits.</summary>
/// <param name="Number">Its place in the list.</param>
/// <param name="Shown">As it is shown.</param>
/// <param name="Asked">What is asked.</param>
internal sealed record WaitingSubject(int Number, string Shown, string Asked);

/// <summary>A subject that is finished.</summary>
/// <param name="Number">Its place in the list.</param>
/// <param name="Row">What a list tells of it.</param>
/// <param name="Run">Its run, as it is kept; null where there is none.</param>
internal sealed record FinishedSubject(int Number, AuditRow Row, byte[]? Run);
