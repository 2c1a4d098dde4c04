using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Catalogue;

/// <summary>The catalogue of findings.</summary>
internal static class FindingEndpoints
{
    /// <summary>Puts the resource on its route.</summary>
    public static void MapFindings(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/v1/findings", GetOrHead.Methods, List).WithName("ListFindings").WithTags("Findings")
            .AddEndpointFilter(AcceptGate.Writes(AcceptGate.Json)).RequireScope(Scope.Assess).Refuses(400, 401, 403, 406, 421, 429);

    /// <summary>Every finding code with its words. Codes never change meaning; words may.</summary>
    private static Results<Ok<FindingsReply>, ProblemResult> List(HttpContext http) => TypedResults.Ok(FindingsReply.In(RequestLanguage.Of(http)));
}
