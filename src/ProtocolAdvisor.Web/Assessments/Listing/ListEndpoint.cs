using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments.Listing;

/// <summary>Lists the caller's reports.</summary>
internal static class ListEndpoint
{
    /// <summary>Puts the list on its route.</summary>
    public static void MapAssessmentList(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/v1/assessments", GetOrHead.Methods, ListAsync).WithName("ListAssessments").WithTags("Assessments")
            .WritesOnly(AcceptGate.Json).RequireScope(Scope.Assess, Scope.Admin).Refuses(ProblemCode.StorageUnavailable);

    /// <summary>The reports that were made with the caller's key, the newest first.</summary>
    /// <remarks>A key with the scope <c>admin</c> sees those of all keys; where there are no keys, everybody sees all. A report is listed
    /// as soon as it is written.
    /// Reports that come while one reads on are not missed by the next reading, and shift nothing: <c>cursor</c> is a place, not a
    /// number.</remarks>
    /// <param name="domain">Only reports whose domain, or server where no address was given, contains this. Whole labels
    /// may be spelt in their own letters.</param>
    /// <param name="from">Only reports whose run began at this instant or later: RFC 3339, or a day.</param>
    /// <param name="before">Only reports whose run began before this instant: RFC 3339, or a day.</param>
    /// <param name="state">Only reports of this state.</param>
    /// <param name="protocol">Only reports that recommend this.</param>
    /// <param name="account">Only reports of this address, masked as reports show it (`j***@example.com`). A whole address is masked
    /// first: it finds all whose masked form is the same.</param>
    /// <param name="finding">Only reports that have a finding of this code.</param>
    /// <param name="limit">How many at most: 1 to 100, 20 by default.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the answer before.</param>
    /// <param name="http">The request.</param>
    /// <param name="history">Finds reports.</param>
    /// <param name="ownership">Whose they are.</param>
    private static async Task<Results<Ok<AssessmentListReply>, ProblemResult>> ListAsync(
        string? domain,
        string? from,
        string? before,
        [AllowedValues("works", "toMend", "doesNotWork", "couldNotFindOut")] string? state,
        [AllowedValues("imap", "pop3", "none")] string? protocol,
        string? account,
        string? finding,
        string? limit,
        string? cursor,
        HttpContext http,
        ReportHistory history,
        Ownership ownership)
    {
        var (wish, count, problem) = new ListQuery(domain, from, before, limit, cursor) { State = state, Protocol = protocol, Account = account, Finding = finding }
            .Read(ownership.SeenBy(Caller.Of(http)));
        if (wish is null) return problem!.AsResult();
        var language = RequestLanguage.Of(http);
        var found = await history.RecentAsync(wish, count, http.RequestAborted);
        var rows = found.Rows.Select(x => ListedReport.From(x, language));
        return TypedResults.Ok(new AssessmentListReply([.. rows], found.Next?.ToString()));
    }
}
