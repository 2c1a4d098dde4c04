using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What stands beside a report for its owner, and for nobody else who holds its link: his note, and the run before.</summary>
/// <param name="Note">What he has noted; null for nothing.</param>
/// <param name="Before">The report of the same account before this one, of those that he finds; null for none.</param>
internal sealed record ReportBeside(string? Note, ReportRow? Before)
{
    /// <summary>What stands beside a report for this visitor; null where the report is not his.</summary>
    public static async Task<ReportBeside?> OfAsync(string id, HttpContext http, ReportNotes notes, ReportHistory history, Ownership ownership)
    {
        if (!PageContext.Of(http).MayAssess) return null;
        var (access, note) = await notes.ReadAsync(id, owner => ownership.MayRemove(Caller.Of(http), owner), http.RequestAborted);
        return access == NoteAccess.Granted ? new(note, await history.BeforeAsync(ownership.SeenBy(Caller.Of(http)), id, http.RequestAborted)) : null;
    }
}
