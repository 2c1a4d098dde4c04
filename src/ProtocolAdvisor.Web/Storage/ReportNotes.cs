using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>What owners note at their reports.</summary>
internal sealed class ReportNotes(DatabaseMake databases, DatabaseThreads threads, ReportBacklog backlog, TimeProvider clock)
{
    /// <summary>How long a note may be, in characters.</summary>
    public const int Longest = 200;

    /// <summary>The note at a report, for somebody who may read it.</summary>
    /// <param name="id">The report.</param>
    /// <param name="may">Whether a report of this owner is his.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<(NoteAccess Access, string? Note)> ReadAsync(string id, Func<string?, bool> may, CancellationToken cancellationToken)
    {
        var row = backlog.TryFind(id, out var pending) && pending.Row is { } waiting ? waiting : await threads.ReadAsync(() => Find(id), cancellationToken);
        return row is null ? (NoteAccess.Unknown, null) : may(row.Owner) ? (NoteAccess.Granted, row.Note) : (NoteAccess.NotAllowed, null);
    }

    /// <summary>Writes the note at a report, for somebody who may.</summary>
    /// <param name="id">The report.</param>
    /// <param name="note">The note; null for none.</param>
    /// <param name="may">Whether a report of this owner is his.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<NoteAccess> WriteAsync(string id, string? note, Func<string?, bool> may, CancellationToken cancellationToken) => threads.WriteAsync(
        () =>
        {
            // While it is our turn nobody writes reports: what waits still waits.
            if (backlog.TryFind(id, out var pending) && pending.Row is { } waiting)
            {
                if (!may(waiting.Owner)) return NoteAccess.NotAllowed;
                (waiting.Note, waiting.Searched) = (note, ReportRow.SearchedBy(waiting.Domain ?? waiting.Server, note));
                return NoteAccess.Granted;
            }

            if (Find(id) is not { } row) return NoteAccess.Unknown;
            if (!may(row.Owner)) return NoteAccess.NotAllowed;
            using var database = databases.CreateDbContext();
            var searched = ReportRow.SearchedBy(row.Domain ?? row.Server, note);
            var written = database.ReportRows.Where(x => x.Id == id).ExecuteUpdate(x => x.SetProperty(y => y.Note, note).SetProperty(y => y.Searched, searched));
            return written > 0 ? NoteAccess.Granted : NoteAccess.Unknown;
        },
        cancellationToken);

    private ReportRow? Find(string id)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        using var database = databases.CreateDbContext();
        return database.ReportRows.AsNoTracking().FirstOrDefault(x => x.Id == id && x.ExpiresAt > now);
    }
}

/// <summary>What became of the wish to read or write a note.</summary>
internal enum NoteAccess
{
    /// <summary>It is done.</summary>
    Granted,

    /// <summary>There is no such report, or it has expired.</summary>
    Unknown,

    /// <summary>The report is another's.</summary>
    NotAllowed,
}
