using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Runs assessments, and opens and removes their reports.</summary>
internal static class AssessmentEndpoints
{
    private const string All = "/v1/assessments";
    private const string Streams = $"{All}/stream";
    private const string Opens = $"{All}/{{id}}";

    // Whoever wants events, as they were once to be had here, is told where they are.
    private static readonly OfferedTypes NoEvents = new([AcceptGate.Json, $"{AcceptGate.EventStream} (POST {Streams})"]);

    private static readonly string[] RunRefusals =
        [ProblemCode.IdempotencyKeyInvalid, ProblemCode.IdempotencyKeyReused, ProblemCode.TargetNotAllowed, ProblemCode.TooManyAssessments, ProblemCode.TooManyFailedSignIns, ProblemCode.CountsUnreachable, ProblemCode.StorageUnavailable, ProblemCode.Stopping];

    /// <summary>Puts the resource on its routes.</summary>
    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(All, RunAsync).WithName("RunAssessment").WithTags("Assessments").WithMetadata(NoEvents).AddEndpointFilter(WritesJsonButNoEvents).AddEndpointFilter(BodyGate.Filter)
            .AddEndpointFilter(RetryGate.Replaying((report, path) => TypedResults.Created(path, report))).RequireScope(Scope.Assess).Refuses(RunRefusals);
        routes.MapPost(Streams, StreamAsync).WithName("StreamAssessment").WithTags("Assessments").WritesOnly(AcceptGate.EventStream).AddEndpointFilter(BodyGate.Filter)
            .AddEndpointFilter(RetryGate.Replaying((report, path) => new ReplayedStream(report, path))).RequireScope(Scope.Assess).Refuses(RunRefusals);
        routes.MapMethods(Opens, GetOrHead.Methods, OpenAsync).WithName("OpenAssessment").WithTags("Assessments")
            .WritesOnly(AcceptGate.Json, AcceptGate.Html).AddEndpointFilter(ReportTags.Filter).Produces(StatusCodes.Status304NotModified)
            .RequireScope(Scope.Assess, Scope.Admin).Refuses(ProblemCode.AssessmentNotFound, ProblemCode.StorageUnavailable);
        routes.MapDelete(Opens, RemoveAsync).WithName("RemoveAssessment").WithTags("Assessments").RequireScope(Scope.Assess, Scope.Admin)
            .Refuses(ProblemCode.AssessmentNotFound, ProblemCode.ReportOfAnotherKey, ProblemCode.StorageUnavailable);
    }

    /// <summary>Assesses a mailbox: finds and probes its servers, signs in and measures where it may, and recommends a protocol.</summary>
    /// <remarks>Closing the connection cancels the run. A report that could not be stored comes without a Location. <c>POST /v1/assessments/stream</c> tells the same run as it goes.</remarks>
    private static async Task<Results<Created<AssessmentReport>, ProblemResult>> RunAsync(JsonBody<AssessmentRequest> body, HttpContext http, AssessmentRunner runner, Admission admission)
    {
        var (run, refusal) = await admission.AskAsync(AssessmentOrder.From(body.Value), http);
        if (run is null) return refusal!;
        await using (run)
        {
            using var running = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, run.Drain.Over);
            var (report, stored) = await runner.RunAsync(run.Order, RequestLanguage.Of(http), run.Attempt, run.Attempt.AdmitsAsync, running.Token);
            return TypedResults.Created(stored ? $"/v1/assessments/{report.Id}" : null, report);
        }
    }

    /// <summary>Assesses a mailbox, and tells each result as it comes: server-sent events, the report last.</summary>
    /// <remarks>Closing the connection cancels the run. A comment line comes in every second in which nothing else does. What would be refused is refused as a problem, before the stream begins.</remarks>
    private static async Task<Results<AssessmentStream, ProblemResult>> StreamAsync(
        JsonBody<AssessmentRequest> body, HttpContext http, AssessmentRunner runner, Admission admission, TimeProvider clock)
    {
        var (run, refusal) = await admission.AskAsync(AssessmentOrder.From(body.Value), http);
        return run is null ? refusal! : new AssessmentStream(runner, run, clock);
    }

    /// <summary>The stored report.</summary>
    /// <remarks>What was measured is stored, not the words: the report comes in the language asked for now, judged by the rules that <c>adviceVersion</c> names. A browser, which would rather have HTML, is sent to its page (303).</remarks>
    /// <param name="id">The report's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="archive">Where reports are kept.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    private static async Task<Results<Ok<AssessmentReport>, SeeOther, ProblemResult>> OpenAsync(
        string id, HttpContext http, ReportArchive archive, CancellationToken cancellationToken)
    {
        if (!ReportId.IsPossible(id)) return Unknown();
        if (AcceptGate.Chosen(http.Request, AcceptGate.Json, AcceptGate.Html) == AcceptGate.Html) return new SeeOther($"/reports/{id}");
        return await archive.FindAsync(id, cancellationToken) is { } run ? TypedResults.Ok(run.Report(RequestLanguage.Of(http))) : Unknown();
    }

    /// <summary>Removes the report.</summary>
    /// <remarks>It is gone at once: its id opens nothing any more, nor do its settings. Without that, it is removed when it expires (<c>expiresAt</c>). Only the key that made it may, or one with the scope <c>admin</c> (403, <c>report-of-another-key</c>). Where there are no keys, whoever knows its id may.</remarks>
    /// <param name="id">The report's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="archive">Where reports are kept.</param>
    /// <param name="ownership">Whose they are.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, HttpContext http, ReportArchive archive, Ownership ownership, CancellationToken cancellationToken) =>
        await archive.RemoveAsync(id, owner => ownership.MayRemove(Caller.Of(http), owner), cancellationToken) switch
        {
            Removal.Removed => TypedResults.NoContent(),
            Removal.NotAllowed => Problem.Of(StatusCodes.Status403Forbidden, ProblemCode.ReportOfAnotherKey).AsResult(),
            _ => Unknown(),
        };

    private static ValueTask<object?> WritesJsonButNoEvents(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (AcceptGate.Chosen(context.HttpContext.Request, AcceptGate.Json) is not null) return next(context);
        return new ValueTask<object?>(AcceptGate.Refusal([.. NoEvents.Types]).AsResult());
    }

    private static ProblemResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound).AsResult();
}
