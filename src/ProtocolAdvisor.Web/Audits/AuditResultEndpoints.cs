using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>What audits have found, over HTTP.</summary>
internal static class AuditResultEndpoints
{
    private const string All = $"{AuditPaths.All}/{{id}}/results";

    /// <summary>Puts the resource on its routes.</summary>
    public static void MapAuditResults(this IEndpointRouteBuilder routes)
    {
        AuditEndpoints.Scoped(routes.MapMethods(All, GetOrHead.Methods, ListAsync)).WithName("ListAuditResults")
            .WritesOnly(AcceptGate.Json, ResultStream.Lines, AuditBody.Table)
            .Produces<AuditResultsReply>(StatusCodes.Status200OK, AcceptGate.Json, ResultStream.Lines, AuditBody.Table)
            .Refuses(ProblemCode.AuditNotFound, ProblemCode.StorageUnavailable);
        AuditEndpoints.Scoped(routes.MapMethods($"{All}/{{number}}", GetOrHead.Methods, OpenAsync)).WithName("OpenAuditResult")
            .WritesOnly(AcceptGate.Json).Refuses(ProblemCode.AuditNotFound, ProblemCode.StorageUnavailable);
        AuditEndpoints.Scoped(routes.MapMethods($"{AuditPaths.All}/{{id}}/changes", GetOrHead.Methods, CompareAsync)).WithName("CompareAudits")
            .WritesOnly(AcceptGate.Json).Refuses(ProblemCode.AuditNotFound, ProblemCode.StorageUnavailable);
    }

    /// <summary>What has changed since an earlier audit: in sum, and subject by subject.</summary>
    /// <remarks>
    /// Subjects are the same where they ask the same. Those that wait in either are not compared; of one that could not be found out only that
    /// is told, because what was not seen is neither mended nor gone.
    /// </remarks>
    /// <param name="id">The later audit's id.</param>
    /// <param name="since">The earlier audit's id; by default the one that it was to be compared with, or repeats.</param>
    /// <param name="limit">How many subjects at most: 1 to 500, 100 by default.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the answer before.</param>
    /// <param name="http">The request.</param>
    /// <param name="store">Where audits are kept.</param>
    /// <param name="teller">Tells of changes.</param>
    /// <param name="ownership">Whose they are.</param>
    private static async Task<Results<Ok<AuditChangesReply>, ProblemResult>> CompareAsync(
        string id, string? since, string? limit, string? cursor, HttpContext http, AuditStore store, ChangeTeller teller, Ownership ownership)
    {
        var (_, count, problem) = new ResultQuery(null, null, null, null, limit, null).Read();
        if (problem is not null) return problem.AsResult();
        if (ChangeTeller.PlaceOf(cursor) is not { } place) return Problem.Invalid([Complaint.Of("?cursor", "cursor-invalid", "cursor-invalid")]).AsResult();
        var seenBy = ownership.SeenBy(Caller.Of(http));
        if (await store.FindAsync(id, seenBy, http.RequestAborted) is not { } audit) return AuditEndpoints.Unknown();
        var earlier = since ?? audit.CompareWith ?? audit.RepeatOf;
        if (earlier is null) return Problem.Invalid([Complaint.Of("?since", JsonShape.RequiredMember, JsonShape.RequiredMember)]).AsResult();
        if (await store.FindAsync(earlier, seenBy, http.RequestAborted) is null)
            return Problem.Invalid([Complaint.Of("?since", ListErrors.UnknownAudit, ListErrors.UnknownAudit)]).AsResult();
        return TypedResults.Ok(await teller.TellAsync(earlier, id, place, count ?? ResultQuery.UsualLimit, http.RequestAborted));
    }

    /// <summary>The audit's subjects, in the list's order.</summary>
    /// <remarks>
    /// Those that wait are among them, so that no page shifts while others are finished. As JSON they come in pages; as
    /// <c>application/jsonl</c> (one subject a line, each as an item of the pages) and as <c>text/csv</c> all at once, however many they are,
    /// unless <c>limit</c> says otherwise. In a table, cells that a spreadsheet would take for formulas begin with an apostrophe.
    /// </remarks>
    /// <param name="id">The audit's id.</param>
    /// <param name="state">Only those in this state.</param>
    /// <param name="finding">Only those with this finding.</param>
    /// <param name="host">Only those whose mail this host serves.</param>
    /// <param name="domain">Only those whose name contains this.</param>
    /// <param name="limit">How many at most: 1 to 500; 100 by default, and in tables and lines all.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the answer before.</param>
    /// <param name="http">The request.</param>
    /// <param name="store">Where audits are kept.</param>
    /// <param name="results">What they have found.</param>
    /// <param name="ownership">Whose they are.</param>
    private static async Task<Results<Ok<AuditResultsReply>, ResultStream, ProblemResult>> ListAsync(
        string id,
        string? state,
        string? finding,
        string? host,
        string? domain,
        string? limit,
        string? cursor,
        HttpContext http,
        AuditStore store,
        AuditResults results,
        Ownership ownership)
    {
        var (wish, count, problem) = new ResultQuery(state, finding, host, domain, limit, cursor).Read();
        if (wish is null) return problem!.AsResult();
        if (await store.FindAsync(id, ownership.SeenBy(Caller.Of(http)), http.RequestAborted) is null) return AuditEndpoints.Unknown();
        var form = AcceptGate.Chosen(http.Request, AcceptGate.Json, ResultStream.Lines, AuditBody.Table)!;
        if (form != AcceptGate.Json) return new ResultStream(results, id, wish, count, form);
        var most = count ?? ResultQuery.UsualLimit;
        var items = (await results.PageAsync(id, wish, most + 1, http.RequestAborted)).ConvertAll(AuditResultReport.Of);
        var next = items.Count > most ? items[most - 1].Number.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new AuditResultsReply([.. items.Take(most)], next));
    }

    /// <summary>The whole report of one finished subject.</summary>
    /// <remarks>It is made from what was learned, in the language asked for now, like that of an assessment; the conversations with the servers are not kept.</remarks>
    /// <param name="id">The audit's id.</param>
    /// <param name="number">The subject's place in the list.</param>
    /// <param name="http">The request.</param>
    /// <param name="store">Where audits are kept.</param>
    /// <param name="results">What they have found.</param>
    /// <param name="ownership">Whose they are.</param>
    private static async Task<Results<Ok<AssessmentReport>, ProblemResult>> OpenAsync(
        string id, string number, HttpContext http, AuditStore store, AuditResults results, Ownership ownership)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)) return AuditEndpoints.Unknown();
        if (await store.FindAsync(id, ownership.SeenBy(Caller.Of(http)), http.RequestAborted) is null) return AuditEndpoints.Unknown();
        return await results.RunAsync(id, place, http.RequestAborted) is { } run
            ? TypedResults.Ok(run.Report(RequestLanguage.Of(http))) : AuditEndpoints.Unknown();
    }
}
