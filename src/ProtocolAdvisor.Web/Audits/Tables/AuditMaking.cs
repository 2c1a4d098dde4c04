using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Tables;

/// <summary>Some of an audit's subjects, by their numbers.</summary>
/// <param name="First">The first one's, from 1 on.</param>
/// <param name="Last">The last one's.</param>
internal readonly record struct AuditPart(int First, int Last);

/// <summary>
/// Writes a new audit in parts, so that whoever else wants to write waits for a part and not for a hundred thousand subjects. Until all of it
/// is there it is nobody's: as one that has expired long ago, it is neither seen nor worked on. Who makes it holds it meanwhile; what is held
/// no more, as after a crash, is purged (<see cref="AuditUpkeepStore"/>).
/// </summary>
internal sealed class AuditMaking(DatabaseMake databases, DatabaseThreads threads, TimeProvider clock)
{
    /// <summary>When an audit expires that is not there yet.</summary>
    public const long Unready = 0;

    /// <summary>So long nobody else takes an audit that is being made for one that was left behind; with each part anew.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    private const int PartSize = 1000;

    /// <summary>Makes it, or leaves nothing of it.</summary>
    /// <param name="audit">The audit, as it is to be at the end.</param>
    /// <param name="fill">Writes a part of its subjects.</param>
    /// <param name="mayBe">Asked last, within the transaction that makes it visible: whether it may be there. It may change the audit.</param>
    /// <param name="cancellationToken">The caller's: whoever leaves before the end has made nothing.</param>
    /// <returns>What was asked last.</returns>
    /// <exception cref="StorageUnavailableException">It was taken for one that was left behind, or cannot be written.</exception>
    public async Task<bool> MakeAsync(
        StoredAudit audit, Action<AdvisorDb, AuditPart> fill, Func<AdvisorDb, bool> mayBe, CancellationToken cancellationToken)
    {
        var (expiresAt, isMade) = (audit.ExpiresAt, false);
        try
        {
            await InTurnAsync(database => Begin(database, audit), cancellationToken);
            for (var first = 1; first <= audit.Total; first += PartSize)
            {
                var part = new AuditPart(first, Math.Min(first + PartSize - 1, audit.Total));
                await InTurnAsync(database => Fill(database, audit.Id, part, fill), cancellationToken);
            }

            return isMade = await InTurnAsync(database => End(database, audit, expiresAt, mayBe), cancellationToken);
        }
        finally
        {
            if (!isMade) await LeaveAsync(audit.Id);
        }
    }

    private long HeldUntil => (clock.GetUtcNow() + Hold).ToUnixTimeMilliseconds();

    private bool Begin(AdvisorDb database, StoredAudit audit)
    {
        (audit.ExpiresAt, audit.LeasedUntil) = (Unready, HeldUntil);
        database.Audits.Add(audit);
        return database.SaveChanges() > 0;
    }

    private bool Fill(AdvisorDb database, string id, AuditPart part, Action<AdvisorDb, AuditPart> fill)
    {
        var until = HeldUntil;
        var isHeld = database.Audits.Where(x => x.Id == id && x.ExpiresAt == Unready && x.LeasedUntil != null)
            .ExecuteUpdate(x => x.SetProperty(a => a.LeasedUntil, until)) > 0;
        if (!isHeld) throw Lost();
        fill(database, part);
        return true;
    }

    private static bool End(AdvisorDb database, StoredAudit audit, long expiresAt, Func<AdvisorDb, bool> mayBe)
    {
        if (!mayBe(database)) return false;
        (audit.ExpiresAt, audit.LeasedUntil) = (expiresAt, null);
        database.Audits.Update(audit);
        try
        {
            return database.SaveChanges() > 0;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Lost();
        }
    }

    // Where it cannot be written either, it is over by itself in a few minutes.
    private async Task LeaveAsync(string id)
    {
        try
        {
            await InTurnAsync(
                database => database.Audits.Where(x => x.Id == id && x.ExpiresAt == Unready)
                    .ExecuteUpdate(x => x.SetProperty(a => a.LeasedUntil, (long?)null)) > 0,
                CancellationToken.None);
        }
        catch (Exception)
        {
            // What has led here is to be told, and not this.
        }
    }

    private static StorageUnavailableException Lost() => new("an audit took too long to be written");

    private Task<bool> InTurnAsync(Func<AdvisorDb, bool> work, CancellationToken cancellationToken) => threads.WriteInTurnAsync(
        () =>
        {
            using var database = databases.CreateDbContext();
            using var transaction = database.Database.BeginTransaction();
            var done = work(database);
            if (!done) return false;
            transaction.Commit();
            databases.JudgeWritten();
            return true;
        },
        cancellationToken);
}
