using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Findings;
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
            .AddEndpointFilter(AcceptGate.Writes(AcceptGate.Json)).RequireScope(Scope.Assess).Refuses(401, 403, 406, 421, 429);

    /// <summary>Every finding code with its words. Codes never change meaning; words may.</summary>
    private static Results<Ok<FindingsReply>, ProblemResult> List(HttpContext http)
    {
        var words = FindingWords.In(RequestLanguage.Of(http));
        return TypedResults.Ok(new FindingsReply([.. Enum.GetValues<FindingCode>().Select(x => CatalogueEntryReport.Of(x, words.Of(x)))]));
    }
}

/// <summary>The catalogue.</summary>
/// <param name="Findings">Every finding code.</param>
internal sealed record FindingsReply(IReadOnlyList<CatalogueEntryReport> Findings);

/// <summary>One finding code.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How bad it usually is.</param>
/// <param name="Title">What it is.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record CatalogueEntryReport(FindingCode Code, Severity Severity, string Title, string Meaning, string Remedy)
{
    /// <summary>The code's entry.</summary>
    public static CatalogueEntryReport Of(FindingCode code, FindingText text) =>
        new(code, FindingCatalogue.SeverityOf(code), text.Title, text.Meaning, text.Remedy);
}
