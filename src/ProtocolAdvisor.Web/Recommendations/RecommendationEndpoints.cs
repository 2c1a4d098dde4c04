using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>Advice from facts that the caller tells: no network, no storage.</summary>
internal static class RecommendationEndpoints
{
    /// <summary>Puts the resource on its route.</summary>
    public static void MapRecommendations(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/recommendations", Recommend).WithName("Recommend").WithTags("Recommendations")
            .WritesOnly(AcceptGate.Json).AddEndpointFilter(BodyGate.Filter).RequireScope(Scope.Assess)
            .Produces<RecommendationReply>().Refuses();

    /// <summary>Forecasts the user's tasks and recommends a protocol, from what is known.</summary>
    /// <remarks>What is not known is not assumed away: it lowers the confidence.</remarks>
    private static Results<Utf8ContentHttpResult, ProblemResult> Recommend(JsonBody<RecommendationRequest> body, HttpContext http, TimeProvider clock)
    {
        var answer = (body.Value.Facts ?? new()).Answer(body.Value.Usage ?? new Usage(), clock.GetUtcNow(), RequestLanguage.Of(http));
        var reply = new RecommendationReply(AssessmentReport.CurrentAdviceVersion, answer.Recommendation, answer.Forecast);

        // Written whole: the framework's way, which can pause and go on anywhere, costs a twentieth of the rate (benchmark "recommendations").
        return TypedResults.Text(JsonSerializer.SerializeToUtf8Bytes(reply, WireJson.Options), "application/json; charset=utf-8");
    }
}
