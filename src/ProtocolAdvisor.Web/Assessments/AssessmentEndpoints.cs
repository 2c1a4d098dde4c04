using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Dialing;
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
            .Refuses(400, 401, 403, 406, 408, 413, 415, 421, 422, 429);
        routes.MapMethods(Opens, GetOrHead.Methods, OpenAsync).WithName("OpenAssessment").WithTags("Assessments")
            .AddEndpointFilter(AcceptGate.Writes(AcceptGate.Json)).RequireScope(Scope.Assess).Refuses(401, 403, 404, 406, 421, 429);
        routes.MapDelete(Opens, RemoveAsync).WithName("RemoveAssessment").WithTags("Assessments").RequireScope(Scope.Assess)
            .Refuses(401, 403, 404, 421, 429);
    }

    /// <summary>Assesses a mailbox: finds and probes its servers, signs in and measures where it may, and recommends a protocol.</summary>
    /// <remarks>With <c>Accept: text/event-stream</c> the same run is told as it goes, ending with the report. Closing the connection cancels the run. A report that could not be stored comes without a Location.</remarks>
    private static async Task<Results<Created<AssessmentReport>, AssessmentStream, ProblemResult>> RunAsync(
        JsonBody<AssessmentRequest> body, HttpContext http, AssessmentRunner runner, AddressPolicy policy, SignInGuard guard, AssessmentQueue queue, TimeProvider clock)
    {
        var order = AssessmentOrder.From(body.Value);
        if (TargetRefusal.Of(order, policy) is { } refusal) return refusal.AsResult();
        if (!guard.TryBegin(order, Caller.Of(http), out var attempt, out var wait)) return SignInRefusal.Of(http, wait);
        if (await TurnAsync(queue, order, attempt, http) is not { } turn) return QueueRefusal.Of(http);
        order = order.Within(turn.Left);
        if (AcceptGate.Chosen(http.Request, AcceptGate.Json, AcceptGate.EventStream) == AcceptGate.EventStream)
            return new AssessmentStream(runner, order, turn, attempt, clock);
        using (turn)
        using (attempt)
        {
            var (report, stored) = await runner.RunAsync(order, RequestLanguage.Of(http), attempt, attempt.Admits, http.RequestAborted);
            return TypedResults.Created(stored ? $"/v1/assessments/{report.Id}" : null, report);
        }
    }

    // Whoever leaves or is turned away while waiting has not signed in anywhere.
    private static async Task<Turn?> TurnAsync(AssessmentQueue queue, AssessmentOrder order, SignInAttempt attempt, HttpContext http)
    {
        Turn? turn = null;
        try
        {
            return turn = await queue.WaitAsync(order.Subject.Limits.Deadline, Arrival.Of(http), http.RequestAborted);
        }
        finally
        {
            if (turn is null)
            {
                attempt.Withdraw();
                attempt.Dispose();
            }
        }
    }

    /// <summary>The stored report.</summary>
    /// <remarks>What was measured is stored, not the words: the report comes in the language asked for now, judged by the rules that <c>adviceVersion</c> names.</remarks>
    private static async Task<Results<Ok<AssessmentReport>, ProblemResult>> OpenAsync(
        string id, HttpContext http, ReportArchive archive, CancellationToken cancellationToken) =>
        await archive.FindAsync(id, cancellationToken) is { } run ? TypedResults.Ok(run.Report(RequestLanguage.Of(http))) : Unknown();

    /// <summary>Removes the report.</summary>
    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(string id, ReportArchive archive, CancellationToken cancellationToken) =>
        await archive.DeleteAsync(id, cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static ProblemResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound).AsResult();
}
