using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Reports;
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

    /// <summary>Assesses a mailbox: probes its servers, signs in and measures where it may, and recommends a protocol.</summary>
    /// <remarks>With <c>Accept: text/event-stream</c> the same run is told as it goes, ending with the report. Closing the connection cancels the run. A report that could not be stored comes without a Location.</remarks>
    private static async Task<Results<Created<AssessmentReport>, AssessmentStream, ProblemResult>> RunAsync(
        JsonBody<AssessmentRequest> body, HttpContext http, AssessmentRunner runner, AddressPolicy policy, SignInGuard guard, AssessmentQueue queue, TimeProvider clock)
    {
        var order = AssessmentOrder.From(body.Value);
        if (TargetRefusal.Of(order, policy) is { } refusal) return refusal.AsResult();
        if (!guard.TryBegin(order, Caller.Of(http), out var attempt, out var wait)) return SignInRefusal.Of(http, wait);
        if (await TurnAsync(queue, order, attempt, http) is not { } turn) return QueueRefusal.Of(http);
        if (AcceptGate.Chosen(http.Request, AcceptGate.Json, AcceptGate.EventStream) == AcceptGate.EventStream)
            return new AssessmentStream(runner, turn, attempt, clock);
        using (turn)
        using (attempt)
        {
            var (report, stored) = await runner.RunAsync(turn.Order, attempt, http.RequestAborted);
            return TypedResults.Created(stored ? $"/v1/assessments/{report.Id}" : null, report);
        }
    }

    // Whoever leaves or is turned away while waiting has not signed in anywhere.
    private static async Task<AssessmentTurn?> TurnAsync(AssessmentQueue queue, AssessmentOrder order, SignInAttempt attempt, HttpContext http)
    {
        AssessmentTurn? turn = null;
        try
        {
            return turn = await queue.WaitAsync(order, Arrival.Of(http), http.RequestAborted);
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
    private static async Task<Results<StoredJson, ProblemResult>> OpenAsync(string id, ReportArchive archive, CancellationToken cancellationToken) =>
        await archive.FindAsync(id, cancellationToken) is { } json ? new StoredJson(json) : ReportRefusal.Unknown.AsResult();

    /// <summary>Removes the report.</summary>
    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(string id, ReportArchive archive, CancellationToken cancellationToken) =>
        await archive.DeleteAsync(id, cancellationToken) ? TypedResults.NoContent() : ReportRefusal.Unknown.AsResult();
}
