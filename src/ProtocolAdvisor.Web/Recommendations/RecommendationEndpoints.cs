using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>Advice without a run: from facts that the caller tells, or from a stored report's and other answers. Nothing is dialled or stored.</summary>
internal static class RecommendationEndpoints
{
    /// <summary>Puts the resources on their routes.</summary>
    public static void MapRecommendations(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/recommendations", Recommend).WithName("Recommend").WithTags("Recommendations")
            .WritesOnly(AcceptGate.Json).AddEndpointFilter(BodyGate.Filter).RequireScope(Scope.Assess)
            .Produces<RecommendationReply>().Refuses();
        routes.MapPost("/v1/assessments/{id}/recommendations", RecommendAgainAsync).WithName("RecommendAgain").WithTags("Assessments")
            .WritesOnly(AcceptGate.Json).AddEndpointFilter(BodyGate.Filter).RequireScope(Scope.Assess)
            .Refuses(ProblemCode.AssessmentNotFound, ProblemCode.StorageUnavailable);
    }

    /// <summary>Forecasts the user's tasks and recommends a protocol, from what is known.</summary>
    /// <remarks>What is not known is not assumed away: it lowers the confidence.</remarks>
    private static Results<WholeJson<RecommendationReply>, ProblemResult> Recommend(JsonBody<RecommendationRequest> body, HttpContext http, TimeProvider clock)
    {
        var answer = (body.Value.Facts ?? new()).Answer(body.Value.Usage ?? new Usage(), clock.GetUtcNow(), RequestLanguage.Of(http));
        return new WholeJson<RecommendationReply>(new(AssessmentReport.CurrentAdviceVersion, answer.Recommendation, answer.Forecast), ReplyJson.Write);
    }

    /// <summary>Recommends again, from what an assessment learned, with other answers to the questions about the mailbox's use.</summary>
    /// <remarks>The answer is what a report of the same facts with these answers says: all of it that depends on them. Nothing is dialled or stored, and the report stays as it is. So a client can assess the mailbox while its user still answers.</remarks>
    /// <param name="id">The report.</param>
    /// <param name="body">The answers.</param>
    /// <param name="http">The request.</param>
    /// <param name="archive">Where reports are kept.</param>
    private static async Task<Results<Ok<AnswersReply>, ProblemResult>> RecommendAgainAsync(string id, JsonBody<AnswersRequest> body, HttpContext http, ReportArchive archive) =>
        await archive.FindAsync(id, http.RequestAborted) is { } run
            ? TypedResults.Ok(AnswersReply.Of((run with { Usage = body.Value.Usage ?? new Usage() }).Report(RequestLanguage.Of(http))))
            : Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound).AsResult();
}
