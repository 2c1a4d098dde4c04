using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Console.Pages;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>Makes a report's check anew.</summary>
internal static class AgainEndpoints
{
    private const string Path = "/reports/{id}/again";

    /// <summary>Puts the page on its route.</summary>
    public static void MapAgain(this IEndpointRouteBuilder closed)
    {
        closed.MapMethods(Path, GetOrHead.Methods, AskAsync);
        closed.MapPost(Path, CheckAsync).OnPageOf(ConsolePaths.Again).AddEndpointFilter(ConsoleForms.OwnOnly).AddEndpointFilter(ConsoleForms.Readable);
    }

    private static async Task<IResult> AskAsync(string id, HttpContext http, ReportArchive archive) =>
        await RunAsync(id, http, archive) is { } run ? Page(http, run) : Unknown();

    private static async Task<IResult> CheckAsync(
        string id, HttpContext http, ReportArchive archive, AssessmentRunner runner, Admission admission, TimeProvider clock)
    {
        if (await RunAsync(id, http, archive) is not { } run) return Unknown();
        var (form, again) = (await http.Request.ReadFormAsync(http.RequestAborted), new AgainForm(run));
        if (ConsoleLanguage.Choose(http, form)) return Page(http, run, form, translated: true);
        if (again.SignsIn && Wrong(again, form, http) is { } wrong) return Page(http, run, form, wrong);
        var order = again.SignsIn ? AssessmentOrder.From(again.Read(form).Value) : again.Order();
        var (admitted, refusal) = await admission.AskAsync(order, http);
        if (admitted is null) return Page(http, run, form, refusal!.Problem);
        return new PageStream(runner, admitted, clock, WayBack.To(ConsolePaths.Report(id), http.Request.Query));
    }

    // Another account or user name would be another check. What the fields themselves say needs no further words.
    private static Problem? Wrong(AgainForm again, IFormCollection form, HttpContext http)
    {
        var isOther = (again.MaskedAddress is not null && !again.IsAccount(form[AgainForm.Address].ToString()))
            || (again.MaskedUsername is not null && !again.IsUsername(form[AssessmentForm.Username].ToString()));
        return isOther ? Problem.Invalid([]) : again.Read(form).Validate(http.RequestServices);
    }

    // The answers of the query stand in the place of those first given, as on the report's page.
    private static async Task<AssessedRun?> RunAsync(string id, HttpContext http, ReportArchive archive)
    {
        if (await archive.FindAsync(id, http.RequestAborted) is not { } run) return null;
        var answers = UsageForm.Read(http.Request.Query);
        return answers is not null && answers.Validate(http.RequestServices) is null ? run with { Usage = answers.Value } : run;
    }

    private static HtmlPage<AgainPage> Page(
        HttpContext http, AssessedRun run, IFormCollection? form = null, Problem? problem = null, bool translated = false) => new(
        new Dictionary<string, object?>
        {
            ["Run"] = run,
            ["Action"] = $"{ConsolePaths.Again(run.Heading.Id)}{http.Request.QueryString}",
            ["Form"] = form,
            ["Problem"] = problem,
            ["Translated"] = translated,
        },
        problem?.Status ?? StatusCodes.Status200OK);

    private static ProblemResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound).AsResult();
}
