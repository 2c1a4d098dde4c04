using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Catalogue;

/// <summary>The catalogues of codes: what findings, problems and wrong members mean.</summary>
internal static class CatalogueEndpoints
{
    private static readonly PerLanguage Findings = new(language => TaggedJson.Of(FindingsReply.In(language)));
    private static readonly PerLanguage Problems = new(language => TaggedJson.Of(ProblemsReply.In(language)));

    /// <summary>Puts the resources on their routes.</summary>
    public static void MapCatalogues(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1/findings", GetOrHead.Methods, ListFindings).WithName("ListFindings")
            .WithTags("Catalogues").Produces<FindingsReply>().AsCatalogue();
        routes.MapMethods("/v1/problems", GetOrHead.Methods, ListProblems).WithName("ListProblems")
            .WithTags("Catalogues").Produces<ProblemsReply>().AsCatalogue();
    }

    private static void AsCatalogue(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified)
        .WritesOnly(AcceptGate.Json).RequireScope(Scope.Assess).Refuses();

    /// <summary>Every finding code with its words.</summary>
    /// <remarks>Codes never change meaning; words may. Where the request names the <c>ETag</c> of what it has (<c>If-None-Match</c>) and
    /// that is still so, the answer is 304, without a body.</remarks>
    private static FileContentHttpResult ListFindings(HttpContext http) => Findings.Answer(http);

    /// <summary>Every code of a refusal, and every code of a wrong member, with its words.</summary>
    /// <remarks>Codes never change meaning; words may. Where the request names the <c>ETag</c> of what it has (<c>If-None-Match</c>) and
    /// that is still so, the answer is 304, without a body.</remarks>
    private static FileContentHttpResult ListProblems(HttpContext http) => Problems.Answer(http);
}
