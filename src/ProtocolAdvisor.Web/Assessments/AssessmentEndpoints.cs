using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Runs assessments, and opens and removes their reports.</summary>
internal static class AssessmentEndpoints
{
    private const string Opens = "/v1/assessments/{id}";

    /// <summary>Puts the resource on its routes.</summary>
    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/assessments", RunAsync).WithName("RunAssessment").WithTags("Assessments")
            .AddEndpointFilter(AcceptGate.Writes(AcceptGate.Json, AcceptGate.EventStream)).AddEndpointFilter(BodyGate.Filter)
            .RequireScope(Scope.Assess)
            .Refuses(400, 401, 403, 406, 408, 413, 415, 421, 422, 429, 503);
        routes.MapMethods(Opens, GetOrHead.Methods, OpenAsync).WithName("OpenAssessment").WithTags("Assessments")
            .AddEndpointFilter(AcceptGate.Writes(AcceptGate.Json, AcceptGate.Html)).RequireScope(Scope.Assess, Scope.Admin).Refuses(400, 401, 403, 404, 406, 421, 429, 503);
        routes.MapDelete(Opens, RemoveAsync).WithName("RemoveAssessment").WithTags("Assessments").RequireScope(Scope.Assess, Scope.Admin)
            .Refuses(400, 401, 403, 404, 421, 429, 503);
    }

    /// <summary>Assesses a mailbox: finds and probes its servers, signs in and measures where it may, and recommends a protocol.</summary>
    /// <remarks>With <c>Accept: text/event-stream</c> the same run is told as it goes, ending with the report. Closing the connection cancels the run. A report that could not be stored comes without a Location; in the stream the event <c>stored</c>, the last one before the report, has its location, or null.</remarks>
    private static async Task<Results<Created<AssessmentReport>, AssessmentStream, ProblemResult>> RunAsync(
        JsonBody<AssessmentRequest> body, HttpContext http, AssessmentRunner runner, Admission admission, TimeProvider clock)
    {
        var (run, refusal) = await admission.AskAsync(AssessmentOrder.From(body.Value), http);
        if (run is null) return refusal!;
        if (AcceptGate.Chosen(http.Request, AcceptGate.Json, AcceptGate.EventStream) == AcceptGate.EventStream) return new AssessmentStream(runner, run, clock);
        using (run)
        {
            using var running = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, run.Drain.Over);
            var (report, stored) = await runner.RunAsync(run.Order, RequestLanguage.Of(http), run.Attempt, run.Attempt.Admits, running.Token);
            return TypedResults.Created(stored ? $"/v1/assessments/{report.Id}" : null, report);
        }
    }

    /// <summary>The stored report.</summary>
    /// <remarks>What was measured is stored, not the words: the report comes in the language asked for now, judged by the rules that <c>adviceVersion</c> names. A browser, which would rather have HTML, is sent to its page (303).</remarks>
    private static async Task<Results<Ok<AssessmentReport>, SeeOther, ProblemResult>> OpenAsync(
        string id, HttpContext http, ReportArchive archive, CancellationToken cancellationToken)
    {
        if (!ReportId.IsPossible(id)) return Unknown();
        if (AcceptGate.Chosen(http.Request, AcceptGate.Json, AcceptGate.Html) == AcceptGate.Html) return new SeeOther($"/reports/{id}");
        return await archive.FindAsync(id, cancellationToken) is { } run ? TypedResults.Ok(run.Report(RequestLanguage.Of(http))) : Unknown();
    }

    /// <summary>Removes the report.</summary>
    /// <remarks>Only the key that made it may, or one with the scope <c>admin</c> (403, <c>report-of-another-key</c>). Where there are no keys, whoever knows its id may.</remarks>
    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, HttpContext http, ReportArchive archive, Ownership ownership, CancellationToken cancellationToken) =>
        await archive.RemoveAsync(id, owner => ownership.MayRemove(Caller.Of(http), owner), cancellationToken) switch
        {
            Removal.Removed => TypedResults.NoContent(),
            Removal.NotAllowed => Problem.Of(StatusCodes.Status403Forbidden, ProblemCode.ReportOfAnotherKey).AsResult(),
            _ => Unknown(),
        };

    private static ProblemResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound).AsResult();
}
