using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Tables;

/// <summary>A subject of which two audits say something else, or that only one of them has.</summary>
/// <param name="Before">What the earlier one says; null where it does not have it.</param>
/// <param name="After">What the later one says; null where it does not have it.</param>
internal sealed record ChangedSubject(StoredAuditItem? Before, StoredAuditItem? After);

/// <summary>A place among the changes: first the later audit's subjects, in its list's order, then those that only the earlier one has.</summary>
/// <param name="IsGone">Whether it is among the latter.</param>
/// <param name="Number">The subject's number in its list.</param>
internal sealed record ChangePlace(bool IsGone, int Number)
{
    /// <summary>Before the first.</summary>
    public static ChangePlace Start { get; } = new(false, 0);
}

/// <summary>Holds two audits against each other, by what their subjects ask. What waits in either is not compared.</summary>
internal sealed class AuditChanges(DatabaseMake databases, DatabaseThreads threads)
{
    /// <summary>Some of the subjects that may have changed, behind a place: those of which both say the same, to the letter, are passed by.</summary>
    /// <param name="before">The earlier audit.</param>
    /// <param name="after">The later one.</param>
    /// <param name="place">Where to go on.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<List<ChangedSubject>> PartAsync(
        string before, string after, ChangePlace place, int count, CancellationToken cancellationToken) => threads.ReadAsync(
        () =>
        {
            using var database = databases.CreateDbContext();
            var items = database.AuditItems.AsNoTracking();
            return place.IsGone ? Gone(items, before, after, place.Number, count) : Later(items, before, after, place.Number, count);
        },
        cancellationToken);

    // By the rows, and not by when they were finished: SQLite would go by that index and hold every subject against every other.
    /// <summary>How many subjects both have finished.</summary>
    public Task<int> ComparedAsync(string before, string after, CancellationToken cancellationToken) => threads.ReadAsync(
        () =>
        {
            using var database = databases.CreateDbContext();
            return (from one in database.AuditItems
                    join other in database.AuditItems on one.Asked equals other.Asked
                    where one.AuditId == after && other.AuditId == before && one.Row != null && other.Row != null
                    select one.Number).Count();
        },
        cancellationToken);

    private static List<ChangedSubject> Later(IQueryable<StoredAuditItem> items, string before, string after, int behind, int count)
    {
        var earlier = items.Where(x => x.AuditId == before);
        var changed = from one in items
                      join other in earlier on one.Asked equals other.Asked into others
                      from other in others.DefaultIfEmpty()
                      where one.AuditId == after && one.Number > behind && one.Row != null
                          && (other == null || (other.Row != null && other.Row != one.Row))
                      orderby one.Number
                      select new { Before = other, After = one };
        return [.. changed.Take(count).AsEnumerable().Select(x => new ChangedSubject(x.Before, x.After))];
    }

    private static List<ChangedSubject> Gone(IQueryable<StoredAuditItem> items, string before, string after, int behind, int count)
    {
        var later = items.Where(x => x.AuditId == after);
        var gone = items.Where(x => x.AuditId == before && x.Number > behind && !later.Any(y => y.Asked == x.Asked)).OrderBy(x => x.Number);
        return [.. gone.Take(count).AsEnumerable().Select(x => new ChangedSubject(x, null))];
    }
}
