using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// After an upgrade: judges anew what other rules judged, and lists what was stored before there were rows, the newest first, a few at a
/// time. Lists show meanwhile what the version before said; of a report without a row, nothing until its turn comes.
/// </summary>
internal sealed class RowsOfBefore(
    DatabaseMake databases, DatabaseThreads threads, ReportArchive archive, TimeProvider clock, ILogger<RowsOfBefore> log) : BackgroundService
{
    private const int LargestPart = 50;
    private const int LargestLook = 1000;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var judged = 0;
            for (ReportCursor? place = new(long.MaxValue, ""); place is not null;)
            {
                var at = place;
                (place, var parts) = await threads.ReadAsync(() => Look(at), stoppingToken);
                foreach (var part in parts) judged += await JudgeAsync(part, stoppingToken);
            }

            if (judged > 0) log.RowsJudged(judged);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.RowsNotJudged(exception.GetBaseException().Message.ReplaceLineEndings(" "));
        }
    }

    // The next reports behind a place, and those of them whose row is missing or of other rules.
    private (ReportCursor? Next, IReadOnlyList<IReadOnlyList<string>> Parts) Look(ReportCursor at)
    {
        using var database = databases.CreateDbContext();
        var (created, id) = at;
#pragma warning disable CA1309 // Made into SQL, where text is compared by its bytes.
        var found = database.Reports.Where(x => x.CreatedAt <= created && (x.CreatedAt < created || string.Compare(x.Id, id) > 0))
            .OrderByDescending(x => x.CreatedAt).ThenBy(x => x.Id).Take(LargestLook)
            .Select(x => new { x.CreatedAt, x.Id, IsJudged = database.ReportRows.Any(y => y.Id == x.Id && y.Rules == RunGist.Rules) }).ToList();
#pragma warning restore CA1309
        return (found.Count < LargestLook ? null : new(found[^1].CreatedAt, found[^1].Id),
            [.. found.Where(x => !x.IsJudged).Select(x => x.Id).Chunk(LargestPart)]);
    }

    private async Task<int> JudgeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var stored = await threads.ReadAsync(
            () =>
            {
                using var database = databases.CreateDbContext();
                return database.Reports.AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new { x.Id, x.Owner, x.Run }).ToList();
            },
            cancellationToken);
        var rows = stored.Select(x => archive.Read(x.Run) is { } run && run.Heading.Id == x.Id ? RowMaking.Of(run, x.Owner, null) : null).OfType<ReportRow>().ToList();
        await threads.WriteInTurnAsync(() => Write(rows), cancellationToken);

        // As long as it took: whoever uses the service does so meanwhile.
        await Task.Delay(clock.GetElapsedTime(began), clock, cancellationToken);
        return rows.Count;
    }

    // What has been removed since needs no row; a note is kept.
    private int Write(List<ReportRow> rows)
    {
        using var database = databases.CreateDbContext();
        var ids = rows.Select(x => x.Id).ToList();
        var there = database.Reports.Where(x => ids.Contains(x.Id)).Select(x => x.Id).ToHashSet();
        using var both = database.Database.BeginTransaction();
        var notes = database.ReportRows.Where(x => ids.Contains(x.Id) && x.Note != null).ToDictionary(x => x.Id, x => x.Note);
        database.ReportRows.Where(x => ids.Contains(x.Id)).ExecuteDelete();
        database.ReportRows.AddRange(rows.Where(x => there.Contains(x.Id)).Select(x => Noted(x, notes.GetValueOrDefault(x.Id))));
        database.SaveChanges();
        both.Commit();
        return rows.Count;
    }

    private static ReportRow Noted(ReportRow row, string? note)
    {
        (row.Note, row.Searched) = (note, ReportRow.SearchedBy(row.Domain ?? row.Server, note));
        return row;
    }
}
