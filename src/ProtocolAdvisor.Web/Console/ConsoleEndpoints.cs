using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Console.Pages;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>The console: pages for people who help people. They work without a script.</summary>
internal static class ConsoleEndpoints
{
    /// <summary>Puts the pages on their routes.</summary>
    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapAssets();
        var closed = pages.MapGroup("").RequireScope(Scope.Assess);
        closed.MapMethods(ConsolePaths.Start, GetOrHead.Methods, IResult () => Start());
        closed.MapGet(ConsolePaths.Assess, () => new SeeOther(ConsolePaths.Start));
        closed.MapPost(ConsolePaths.Assess, AssessAsync).On(ConsolePaths.Start).AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
        closed.MapPost(ConsolePaths.Start, (Delegate)BackAsync).On(ConsolePaths.Start)
            .AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
        closed.MapPost(ConsolePaths.Understand, (Delegate)UnderstandAsync).On(ConsolePaths.Start)
            .AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
        closed.MapAgain();
        closed.MapHistory();
        closed.MapMethods(ConsolePaths.Compare, GetOrHead.Methods, CompareAsync);
        closed.MapPost("/reports/{id}/delete", DeleteAsync).OnPageOf(ConsolePaths.Report).AddEndpointFilter(ConsoleForms.OwnOnly);
        closed.MapNotePages();
        pages.MapInvitePages(closed);

        // A report is for whoever holds its link: that is what the link is for.
        pages.MapMethods("/reports/{id}", GetOrHead.Methods, OpenAsync);
        pages.MapMethods("/reports/{id}/text", GetOrHead.Methods, TextAsync).OnPageOf(ConsolePaths.Report);
        pages.MapMethods("/reports/{id}/conversations/{server:int}", GetOrHead.Methods, ConversationAsync).OnPageOf(ConsolePaths.Report);
        pages.MapMethods("/reports/{id}/settings/{format}", GetOrHead.Methods, SettingsAsync).OnPageOf(ConsolePaths.Report);
        pages.MapPost("/reports/{id}/settings/{format}", OwnSettingsAsync).OnPageOf(ConsolePaths.Report)
            .AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
        pages.MapPost(ConsolePaths.ChooseLanguage, (Delegate)ChooseLanguageAsync).On(Back)
            .AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
        pages.MapPost(ConsolePaths.SignIn, SignInAsync).On(Back).AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
        pages.MapPost(ConsolePaths.SignOut, (Delegate)SignOut).AddEndpointFilter(ConsoleForms.OwnOnly);
    }

    private static async Task<IResult> AssessAsync(HttpContext http, AssessmentRunner runner, Admission admission, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (ConsoleLanguage.Choose(http, form)) return AssessmentForm.IsEmpty(form) ? new SeeOther(ConsolePaths.Start) : Start(form, again: true);
        var (typed, body) = (TypedSubject.In(form), AssessmentForm.Read(form));
        var wrong = body.Validate(http.RequestServices);
        if (typed.Asks)
            return Start(form, AssessmentForm.BesideAddress(wrong), typed.IsWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
        if (wrong is not null) return Start(form, wrong);
        var (run, refusal) = await admission.AskAsync(AssessmentOrder.From(body.Value), http);
        if (run is null) return Start(form, refusal!.Problem);
        return new PageStream(runner, run, clock, new(ConsolePaths.Start, AssessmentForm.Kept(form)));
    }

    // A check was cancelled: the form is there again with everything but the password. It is sent, so that no address stands in an address.
    private static async Task<IResult> BackAsync(HttpContext http) => new HtmlPage<StartPage>(
        new Dictionary<string, object?> { ["Form"] = await http.Request.ReadFormAsync(http.RequestAborted), ["Cancelled"] = true });

    private static async Task<IResult> UnderstandAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return new HtmlPage<Parts.Understood>(new Dictionary<string, object?> { ["Text"] = TypedSubject.In(form), ["IsLive"] = true });
    }

    private static async Task<IResult> OpenAsync(string id, HttpContext http, ReportArchive archive, ReportNotes notes, ReportHistory history, Ownership ownership)
    {
        if (await RunAsync(id, http, archive) is not { } found) return Unknown();
        return Report(found, http, await ReportBeside.OfAsync(id, http, notes, history, ownership));
    }

    /// <summary>A report's page; with what was typed into one of its forms, and what is wrong with it.</summary>
    public static HtmlPage<ReportPage> Report(
        (AssessedRun Run, bool Differs, Problem? Wrong) found, HttpContext http, ReportBeside? beside, Problem? wrongHolder = null, Problem? wrongNote = null) => new(
        new Dictionary<string, object?>
        {
            ["Run"] = found.Run,
            ["Differs"] = found.Differs,
            ["Problem"] = found.Wrong,
            ["WrongHolder"] = wrongHolder,
            ["WrongNote"] = wrongNote,
            ["Typed"] = http.Request.Query,
            ["Beside"] = beside,
        },
        (wrongHolder ?? wrongNote ?? found.Wrong)?.Status ?? StatusCodes.Status200OK);

    private static async Task<IResult> TextAsync(string id, HttpContext http, ReportArchive archive)
    {
        if (await RunAsync(id, http, archive) is not { } found) return Unknown();
        var language = ConsoleLanguage.Of(http);
        return Results.Text(TextReport.Write(found.Run.Report(language), language), "text/plain; charset=utf-8");
    }

    private static async Task<IResult> ConversationAsync(string id, int server, HttpContext http, ReportArchive archive)
    {
        if (await archive.FindAsync(id, http.RequestAborted) is not { } run || run.Report(ConsoleLanguage.Of(http)) is not { } report || server < 1 || server > report.Endpoints.Count) return Unknown();
        return new HtmlPage<ConversationPage>(new Dictionary<string, object?> { ["Report"] = report, ["Endpoint"] = report.Endpoints[server - 1] });
    }

    private static async Task<IResult> SettingsAsync(string id, string format, HttpContext http, ReportArchive archive) =>
        await RunAsync(id, http, archive) is { } found
            ? SettingsEndpoints.Answer(http, found.Run, format, null, () => ConsoleLanguage.Of(http)).Result : Unknown();

    private static async Task<IResult> OwnSettingsAsync(
        string id, string format, HttpContext http, ReportArchive archive, ReportNotes notes, ReportHistory history, Ownership ownership)
    {
        if (await RunAsync(id, http, archive) is not { } found) return Unknown();
        var body = HolderForm.Read(await http.Request.ReadFormAsync(http.RequestAborted));
        var wrong = body.Validate(http.RequestServices);
        var answer = wrong is null ? SettingsEndpoints.Answer(http, found.Run, format, null, () => ConsoleLanguage.Of(http), SettingsEndpoints.Holder(body.Value)).Result : null;
        wrong ??= answer is ProblemResult { Problem: { Code: ProblemCode.EmailOfAnotherDomain } other } ? other : null;
        return wrong is null ? answer! : Report(found, http, await ReportBeside.OfAsync(id, http, notes, history, ownership), wrong);
    }

    /// <summary>
    /// The run as it was, or with the answers of the query in the place of those first given; these hold as well where the query's are wrong. Null where there is no such
    /// report.
    /// </summary>
    public static async Task<(AssessedRun Run, bool Differs, Problem? Wrong)?> RunAsync(string id, HttpContext http, ReportArchive archive)
    {
        if (await archive.FindAsync(id, http.RequestAborted) is not { } run) return null;
        if (UsageForm.Read(http.Request.Query) is not { } answers) return (run, false, null);
        if (answers.Validate(http.RequestServices) is { } wrong) return (run, false, wrong);
        return (run with { Usage = answers.Value }, answers.Value != run.Usage, null);
    }

    private static async Task<IResult> CompareAsync(HttpContext http, ReportArchive archive, string[] id)
    {
        if (id.Distinct().Take(3).ToList() is not [var one, var other])
            return new SeeOther(id is [var chosen, ..] ? $"{ConsolePaths.History}?with={Uri.EscapeDataString(chosen)}" : ConsolePaths.History);
        return await archive.FindAsync(one, http.RequestAborted) is { } first && await archive.FindAsync(other, http.RequestAborted) is { } second
            ? new HtmlPage<ComparePage>(new Dictionary<string, object?> { ["Runs"] = new[] { first, second }.OrderBy(x => x.Facts.StartedAt).ToList() }) : Unknown();
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext http, ReportArchive archive, Ownership ownership, CancellationToken cancellationToken) =>
        await archive.RemoveAsync(id, owner => ownership.MayRemove(Caller.Of(http), owner), cancellationToken) switch
        {
            Removal.Removed => new SeeOther(ConsolePaths.Start),
            Removal.NotAllowed => Problem.Of(StatusCodes.Status403Forbidden, ProblemCode.ReportOfAnotherKey).AsResult(),
            _ => Unknown(),
        };

    private static async Task<SeeOther> ChooseLanguageAsync(HttpContext http)
    {
        ConsoleLanguage.Choose(http, await http.Request.ReadFormAsync(http.RequestAborted));
        return new SeeOther(Back(http));
    }

    private static async Task<IResult> SignInAsync(HttpContext http, KeyGuesses guesses, KeyCookie cookie)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (key, refusal) = await guesses.FindAsync(http, form["key"].ToString().Trim());
        if (key is null) return new HtmlPage<ProblemPage>(new Dictionary<string, object?> { ["Problem"] = refusal }, refusal!.Status);
        cookie.Keep(http, key);
        return new SeeOther(Back(http));
    }

    private static SeeOther SignOut(HttpContext http)
    {
        KeyCookie.Forget(http);
        return new SeeOther(ConsolePaths.Start);
    }

    private static HtmlPage<StartPage> Start(IFormCollection? form = null, Problem? problem = null, int status = StatusCodes.Status200OK, bool again = false) => new(
        new Dictionary<string, object?> { ["Form"] = form, ["Problem"] = problem, ["Translated"] = again }, problem?.Status ?? status);

    private static ProblemResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound).AsResult();

    private static string Back(HttpContext http) => PageOfForm.Own(PageOfForm.Sent(http, "back"));
}
