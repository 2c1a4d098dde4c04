using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments.Notes;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>Notes as a form of pages.</summary>
internal static class NotePages
{
    /// <summary>The form's one field.</summary>
    public const string Text = "note";

    /// <summary>The form's id on its page.</summary>
    public const string Form = "note-form";

    /// <summary>Puts the form's target on its route.</summary>
    public static void MapNotePages(this IEndpointRouteBuilder closed) =>
        closed.MapPost("/reports/{id}/note", WriteAsync).OnPageOf(ConsolePaths.Report).AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);

    private static async Task<IResult> WriteAsync(string id, HttpContext http, ReportArchive archive, ReportNotes notes, ReportHistory history, Ownership ownership)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ConsoleLanguage.Choose(http, form)) return await TranslatedAsync(id, form[Text].ToString(), http, archive, notes, history, ownership);
        var text = form[Text].ToString().Trim();
        var body = JsonBody<NoteRequest>.Of(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["text"] = text.Length == 0 ? null : text }, WireJson.Options));
        if (body.Validate(http.RequestServices) is { } wrong)
        {
            if (await ConsoleEndpoints.RunAsync(id, http, archive) is not { } found) return NoteEndpoints.Refusal(NoteAccess.Unknown);
            return await ReportBeside.OfAsync(id, http, notes, history, ownership) is { } beside
                ? ConsoleEndpoints.Report(found, http, beside with { Note = text }, wrongNote: wrong) : NoteEndpoints.Refusal(NoteAccess.NotAllowed);
        }

        var access = await notes.WriteAsync(id, body.Value.Text, owner => ownership.MayRemove(Caller.Of(http), owner), http.RequestAborted);
        return access == NoteAccess.Granted ? new SeeOther($"{ConsolePaths.Report(id)}{http.Request.QueryString}#note") : NoteEndpoints.Refusal(access);
    }

    // A note that was begun stays in its field; where there is none, the page has its own address.
    private static async Task<IResult> TranslatedAsync(
        string id, string text, HttpContext http, ReportArchive archive, ReportNotes notes, ReportHistory history, Ownership ownership) =>
        await ReportBeside.OfAsync(id, http, notes, history, ownership) is { } beside && text != (beside.Note ?? "") && await ConsoleEndpoints.RunAsync(id, http, archive) is { } found
            ? ConsoleEndpoints.Report(found, http, beside with { Note = text }) : new SeeOther($"{ConsolePaths.Report(id)}{http.Request.QueryString}");
}
