using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// Finds reports again, from what lists say of them. The newest are looked through first: there is most of what is looked for. Only what is
/// rare among them is looked for by its own index, and then there are few to be put into order.
/// </summary>
internal sealed class ReportHistory(DatabaseMake databases, DatabaseThreads threads, TimeProvider clock)
{
    private const int Newest = 2000;

    /// <summary>The newest written reports, the newest first.</summary>
    /// <param name="wish">Which.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<RecentReports> RecentAsync(HistoryWish wish, int count, CancellationToken cancellationToken)
    {
        var found = await threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                return Recent(database, wish, count + 1);
            },
            cancellationToken);
        var last = found.Count > count ? found[count - 1] : null;
        return new([.. found.Take(count)], last is null ? null : new ReportCursor(last.CreatedAt, last.Id));
    }

    /// <summary>The report of the same account before this one, of those that the same callers find; null where there is none.</summary>
    /// <param name="wish">Whose reports are seen.</param>
    /// <param name="id">The report.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<ReportRow?> BeforeAsync(HistoryWish wish, string id, CancellationToken cancellationToken) => threads.ReadAsync(
        () =>
        {
            using var database = databases.CreateDbContext();
            if (database.ReportRows.AsNoTracking().FirstOrDefault(x => x.Id == id) is not { } row) return null;
            var same = row.Account is { } account ? wish with { Account = account }
                : row.Domain is { } domain ? wish with { ExactDomain = domain } : row.Server is { } server ? wish with { ExactServer = server } : null;
            return same is null ? null : Recent(database, same with { After = new ReportCursor(row.CreatedAt, row.Id) }, 1).FirstOrDefault();
        },
        cancellationToken);

    private List<ReportRow> Recent(AdvisorDb database, HistoryWish wish, int count)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        IQueryable<ReportRow> Seen(IQueryable<ReportRow> rows) => wish.Seen(rows.AsNoTracking().Where(x => x.ExpiresAt > now));
        if (!wish.IsNarrow) return [.. InOrder(Seen(database.ReportRows)).Take(count)];
        var newest = InOrder(Seen(database.ReportRows)).Take(Newest);
        var found = InOrder(wish.Narrowed(database, newest)).Take(count).ToList();
        if (found.Count == count || newest.Count() < Newest) return found;
        return [.. InOrder(wish.Narrowed(database, Seen(Rare(database, wish)))).Take(count)];
    }

    private IQueryable<ReportRow> Rare(AdvisorDb database, HistoryWish wish)
    {
        if (wish.Text is { } text && IsIndexed(text)) return databases.Containing(database, text);
        return wish.Finding is { } code
            ? database.ReportRows.Where(x => database.RowFindings.Where(y => y.Code == code).Select(y => y.Number).Contains(x.Number)) : database.ReportRows;
    }

    // The index knows parts of three characters and more; what no report has need not be looked for in it.
    private static bool IsIndexed(string text) => text.Length >= 3 && !text.Any(x => char.IsControl(x) || char.IsSurrogate(x));

    private static IQueryable<ReportRow> InOrder(IQueryable<ReportRow> rows) => rows.OrderByDescending(x => x.CreatedAt).ThenBy(x => x.Id);
}
