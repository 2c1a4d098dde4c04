using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments.Listing;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Console.Pages;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console.Audits;

/// <summary>The audits' pages: asked for, followed, read, compared. They work without a script.</summary>
internal static class AuditPages
{
    private const string One = $"{ConsolePaths.Audits}/{{id}}";

    // More than a page of results would not be read.
    private const int Rows = 50;

    /// <summary>Puts the pages on their routes.</summary>
    public static void MapAuditPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().RequireScope(Scope.Audit, Scope.Admin);
        pages.MapMethods(ConsolePaths.Audits, GetOrHead.Methods, ListAsync);
        pages.MapPost(ConsolePaths.Audits, CreateAsync).On(ConsolePaths.Audits).WithFormOptions(valueLengthLimit: AuditList.MostBytes)
            .AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(AuditForm.Large).AddEndpointFilter(ConsoleForms.Readable);
        pages.MapMethods(One, GetOrHead.Methods, OpenAsync);
        pages.MapMethods($"{One}/changes", GetOrHead.Methods, CompareAsync);
        pages.MapMethods($"{One}/results.csv", GetOrHead.Methods, (HttpContext http, string id, AuditStore store, AuditResults results, Ownership ownership) =>
            ExportAsync(http, id, store, results, ownership, AuditBody.Table));
        pages.MapMethods($"{One}/results.jsonl", GetOrHead.Methods, (HttpContext http, string id, AuditStore store, AuditResults results, Ownership ownership) =>
            ExportAsync(http, id, store, results, ownership, ResultStream.Lines));
        pages.MapPost($"{One}/pause", (string id, HttpContext http, AuditDesk desk) => ChangedAsync(desk.PauseAsync(id, http), id))
            .OnPageOf(ConsolePaths.Audit).AddEndpointFilter(ConsoleForms.OwnOnly);
        pages.MapPost($"{One}/resume", (string id, HttpContext http, AuditDesk desk) => ChangedAsync(desk.ResumeAsync(id, http), id))
            .OnPageOf(ConsolePaths.Audit).AddEndpointFilter(ConsoleForms.OwnOnly);
        pages.MapPost($"{One}/delete", RemoveAsync).OnPageOf(ConsolePaths.Audit).AddEndpointFilter(ConsoleForms.OwnOnly);
    }

    private static Task<IResult> ListAsync(HttpContext http, AuditStore store, AuditTeller teller, Ownership ownership, string? before) =>
        ListedAsync(http, store, teller, ownership, before, null, null);

    private static async Task<IResult> ListedAsync(
        HttpContext http, AuditStore store, AuditTeller teller, Ownership ownership, string? before, IFormCollection? form, Problem? problem)
    {
        var (wish, count, wrong) = new ListQuery(null, null, null, null, before).Read(ownership.SeenBy(Caller.Of(http)));
        if (wish is null) return wrong!.AsResult();
        var (found, next) = await store.RecentAsync(wish, wish.After, count, http.RequestAborted);
        List<AuditReport> audits = [];
        foreach (var audit in found) audits.Add(await teller.TellAsync(audit, http.RequestAborted));
        return new HtmlPage<AuditsPage>(
            new Dictionary<string, object?> { ["Audits"] = audits, ["Next"] = next?.ToString(), ["Form"] = form, ["Problem"] = problem },
            problem?.Status ?? StatusCodes.Status200OK);
    }

    private static async Task<IResult> CreateAsync(HttpContext http, AuditDesk desk, AuditStore store, AuditTeller teller, Ownership ownership)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ConsoleLanguage.Choose(http, form)) return await ListedAsync(http, store, teller, ownership, null, form, null);
        var (body, problem) = await AuditForm.ListAsync(form, http.RequestAborted);
        if (body is null) return await ListedAsync(http, store, teller, ownership, null, form, problem);
        var usage = AuditForm.UsageIn(form);
        if (usage.Validate(http.RequestServices) is { } wrong) return await ListedAsync(http, store, teller, ownership, null, form, wrong);
        return (await desk.TakeAsync(body, AuditForm.Wishes(form) with { Usage = usage.Value }, http)).Result switch
        {
            ProblemResult refusal => await ListedAsync(http, store, teller, ownership, null, form, refusal.Problem),
            IValueHttpResult { Value: AuditReport audit } => new SeeOther(ConsolePaths.Audit(audit.Id)),
            var other => other,
        };
    }

    private static async Task<IResult> OpenAsync(
        string id, HttpContext http, AuditStore store, AuditResults results, AuditTeller teller, Ownership ownership,
        string? state, string? finding, string? host, string? domain, string? cursor)
    {
        if (await store.FindAsync(id, ownership.SeenBy(Caller.Of(http)), http.RequestAborted) is not { } audit) return AuditEndpoints.Unknown();
        var query = new ResultQuery(Chosen(state), Chosen(finding), Chosen(host), Chosen(domain), null, cursor);
        var (wish, _, wrong) = query.Read();
        if (wish is null) return wrong!.AsResult();
        var items = (await results.PageAsync(id, wish, Rows + 1, http.RequestAborted)).ConvertAll(AuditResultReport.Of);
        return new HtmlPage<AuditPage>(new Dictionary<string, object?>
        {
            ["Audit"] = await teller.TellWholeAsync(audit, http.RequestAborted),
            ["Query"] = query,
            ["Items"] = items.Take(Rows).ToList(),
            ["HasMore"] = items.Count > Rows,
        });
    }

    private static async Task<IResult> CompareAsync(
        string id, HttpContext http, AuditStore store, AuditTeller teller, ChangeTeller changes, Ownership ownership, string? since, string? cursor)
    {
        var seenBy = ownership.SeenBy(Caller.Of(http));
        if (await store.FindAsync(id, seenBy, http.RequestAborted) is not { } audit || ChangeTeller.PlaceOf(cursor) is not { } place) return AuditEndpoints.Unknown();
        var (recent, _) = await store.RecentAsync(seenBy, null, Rows, http.RequestAborted);
        var others = recent.Where(x => x.Id != id && x.CreatedAt < audit.CreatedAt).ToList();
        var earlier = Chosen(since) ?? audit.CompareWith ?? audit.RepeatOf ?? others.FirstOrDefault()?.Id;
        var before = earlier is null ? null : await store.FindAsync(earlier, seenBy, http.RequestAborted);
        if (since is not null && before is null) return AuditEndpoints.Unknown();
        return new HtmlPage<AuditChangesPage>(new Dictionary<string, object?>
        {
            ["Audit"] = await teller.TellAsync(audit, http.RequestAborted),
            ["Before"] = before is null ? null : await teller.TellAsync(before, http.RequestAborted),
            ["Others"] = others.Select(x => (x.Id, x.Name, DateTimeOffset.FromUnixTimeMilliseconds(x.CreatedAt))).ToList(),
            ["Changes"] = before is null ? null : await changes.TellAsync(before.Id, id, place, Rows, http.RequestAborted),
        });
    }

    private static async Task<IResult> ExportAsync(HttpContext http, string id, AuditStore store, AuditResults results, Ownership ownership, string mediaType) =>
        await store.FindAsync(id, ownership.SeenBy(Caller.Of(http)), http.RequestAborted) is null
            ? AuditEndpoints.Unknown() : new ResultStream(results, id, new ResultWish(), null, mediaType) { IsForSheets = true };

    // What was done already meanwhile is no reason for a page of its own.
    private static async Task<IResult> ChangedAsync<TOk>(Task<Microsoft.AspNetCore.Http.HttpResults.Results<TOk, ProblemResult>> change, string id)
        where TOk : IResult => (await change).Result is ProblemResult { Problem.Code: not ProblemCode.AuditDone } refusal ? refusal : new SeeOther(ConsolePaths.Audit(id));

    private static async Task<IResult> RemoveAsync(string id, HttpContext http, AuditDesk desk) =>
        (await desk.RemoveAsync(id, http)).Result is ProblemResult refusal ? refusal : new SeeOther(ConsolePaths.Audits);

    // A form sends its empty fields, too.
    private static string? Chosen(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
