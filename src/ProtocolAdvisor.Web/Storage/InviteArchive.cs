using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Keeps invites; which of two who use one at once is the first is decided here, whatever process they come to.</summary>
internal sealed class InviteArchive(DatabaseMake databases, DatabaseThreads threads, TimeProvider clock)
{
    /// <summary>How many of a maker's invites are listed.</summary>
    public const int MostListed = 100;

    // Longer than any run: whose process ended while it ran may be used again.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(2);

    // So that whoever comes late is told why it is over.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);

    // Their runs are over, and what becomes of them is not written yet.
    private readonly ConcurrentDictionary<string, bool> _closing = new(StringComparer.Ordinal);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Keeps a new one.</summary>
    public Task AddAsync(StoredInvite invite, CancellationToken cancellationToken) => threads.WriteAsync(
        () =>
        {
            using var database = databases.CreateDbContext();
            database.Invites.Add(invite);
            return database.SaveChanges();
        },
        cancellationToken);

    /// <summary>The one whose token has this hash, whatever became of it; null where there is none.</summary>
    public Task<StoredInvite?> FindByTokenAsync(string hash, CancellationToken cancellationToken) => ReadAsync(x => x.Where(y => y.TokenHash == hash), cancellationToken);

    /// <summary>One of those that a caller finds; null where there is none.</summary>
    public Task<StoredInvite?> FindAsync(HistoryWish whose, string id, CancellationToken cancellationToken) =>
        ReadAsync(x => Of(whose, x).Where(y => y.Id == id), cancellationToken);

    /// <summary>Those that a caller finds, the newest first.</summary>
    /// <param name="whose">Whose.</param>
    /// <param name="pendingOnly">Whether only those that can still be used.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<List<StoredInvite>> ListAsync(HistoryWish whose, bool pendingOnly, CancellationToken cancellationToken)
    {
        var now = Now;
        return threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                var all = Of(whose, database.Invites.AsNoTracking());
                if (pendingOnly) all = all.Where(x => x.ExpiresAt > now && (x.Stage == InviteStage.Open || x.Stage == InviteStage.Running));
                return all.OrderByDescending(x => x.CreatedAt).ThenBy(x => x.Id).Take(MostListed).ToList();
            },
            cancellationToken);
    }

    /// <summary>Whether its run is under way, as far as is known.</summary>
    public bool IsRunning(StoredInvite invite) => invite.Stage == InviteStage.Running && invite.Since >= Now - (long)LongestRun.TotalMilliseconds;

    /// <summary>Begins its run; false where another has, or it is over.</summary>
    public async Task<bool> TryBeginAsync(string id, CancellationToken cancellationToken)
    {
        if (_closing.ContainsKey(id)) return false;
        var (now, longAgo) = (Now, Now - (long)LongestRun.TotalMilliseconds);
        return await ChangeAsync(
            x => x.Where(y => y.Id == id && y.ExpiresAt > now && (y.Stage == InviteStage.Open || (y.Stage == InviteStage.Running && y.Since < longAgo))),
            InviteStage.Running, null, keepsSealed: true, cancellationToken);
    }

    /// <summary>
    /// Its run has come to its end, and its report can be opened: it is used, and what was sealed is removed. Where that cannot be written now,
    /// it is written as soon as it can be.
    /// </summary>
    public Task EndAsync(string id, string reportId) => CloseAsync(id, InviteStage.Used, reportId);

    /// <summary>
    /// Its run was broken off, or its report could not be kept: it may be used again, now or as soon as that can be written. Nothing happens
    /// where the run has come to its end.
    /// </summary>
    public Task ReopenAsync(string id) => CloseAsync(id, InviteStage.Open, null);

    /// <summary>Takes it back; false where there is none, or it is over already.</summary>
    public Task<bool> RevokeAsync(HistoryWish whose, string id, CancellationToken cancellationToken) => ChangeAsync(
        x => Of(whose, x).Where(y => y.Id == id && (y.Stage == InviteStage.Open || y.Stage == InviteStage.Running)),
        InviteStage.Revoked, null, keepsSealed: false, cancellationToken);

    /// <summary>Removes what is sealed in those that have expired, and forgets those that are long over.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        var (now, longAgo) = (Now, Now - (long)Remembered.TotalMilliseconds);
        return threads.WriteInTurnAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                var changed = database.Invites.Where(x => x.ExpiresAt <= longAgo).ExecuteDelete()
                    + database.Invites.Where(x => x.ExpiresAt <= now && x.Sealed != null).ExecuteUpdate(x => x.SetProperty(y => y.Sealed, (byte[]?)null));
                if (changed > 0) databases.AfterDelete(database);
                return changed;
            },
            cancellationToken);
    }

    private async Task CloseAsync(string id, InviteStage stage, string? reportId)
    {
        if (!_closing.TryAdd(id, true)) return;
        if (!await TryCloseAsync(id, stage, reportId)) _ = CloseLaterAsync(id, stage, reportId);
    }

    private async Task CloseLaterAsync(string id, InviteStage stage, string? reportId)
    {
        do await Task.Delay(TryAgain, clock);
        while (!await TryCloseAsync(id, stage, reportId));
    }

    // False where the database cannot be used now. Nobody else writes what became of a run: it waits for its turn, however long that takes.
    private async Task<bool> TryCloseAsync(string id, InviteStage stage, string? reportId)
    {
        try
        {
            await threads.WriteInTurnAsync(
                () => Changed(x => x.Where(y => y.Id == id && y.Stage == InviteStage.Running), stage, reportId, keepsSealed: stage == InviteStage.Open),
                CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            return false;
        }

        _closing.TryRemove(id, out _);
        return true;
    }

    private static IQueryable<StoredInvite> Of(HistoryWish whose, IQueryable<StoredInvite> invites) =>
        whose.OfEverybody ? invites : invites.Where(x => x.Owner == whose.Owner);

    private Task<StoredInvite?> ReadAsync(Func<IQueryable<StoredInvite>, IQueryable<StoredInvite>> which, CancellationToken cancellationToken) => threads.ReadAsync(
        () =>
        {
            using var database = databases.CreateDbContext();
            return which(database.Invites.AsNoTracking()).FirstOrDefault();
        },
        cancellationToken);

    private Task<bool> ChangeAsync(
        Func<IQueryable<StoredInvite>, IQueryable<StoredInvite>> which, InviteStage stage, string? reportId, bool keepsSealed,
        CancellationToken cancellationToken) =>
        threads.WriteAsync(() => Changed(which, stage, reportId, keepsSealed), cancellationToken);

    private bool Changed(Func<IQueryable<StoredInvite>, IQueryable<StoredInvite>> which, InviteStage stage, string? reportId, bool keepsSealed)
    {
        var now = Now;
        using var database = databases.CreateDbContext();
        var changed = which(database.Invites).ExecuteUpdate(x => x.SetProperty(y => y.Stage, stage).SetProperty(y => y.Since, now)
            .SetProperty(y => y.ReportId, reportId).SetProperty(y => y.Sealed, y => keepsSealed ? y.Sealed : null)) > 0;
        if (changed && !keepsSealed) databases.AfterDelete(database);
        return changed;
    }
}
