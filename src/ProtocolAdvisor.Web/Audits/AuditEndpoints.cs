using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments.Listing;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>Audits over HTTP: asked for, followed, stopped, removed.</summary>
internal static class AuditEndpoints
{
    private const string One = $"{AuditPaths.All}/{{id}}";

    /// <summary>Puts the resource on its routes.</summary>
    public static void MapAudits(this IEndpointRouteBuilder routes)
    {
        Scoped(routes.MapPost(AuditPaths.All, CreateAsync)).WithName("CreateAudit").WritesOnly(AcceptGate.Json)
            .Refuses(ProblemCode.IdempotencyKeyInvalid, ProblemCode.IdempotencyKeyReused, ProblemCode.StorageUnavailable);
        Scoped(routes.MapMethods(AuditPaths.All, GetOrHead.Methods, ListAsync)).WithName("ListAudits").WritesOnly(AcceptGate.Json)
            .Refuses(ProblemCode.StorageUnavailable);
        Scoped(routes.MapMethods(One, GetOrHead.Methods, OpenAsync)).WithName("OpenAudit").WritesOnly(AcceptGate.Json)
            .Refuses(ProblemCode.AuditNotFound, ProblemCode.StorageUnavailable);
        Scoped(routes.MapMethods($"{One}/events", GetOrHead.Methods, FollowAsync)).WithName("FollowAudit").WritesOnly(AcceptGate.EventStream)
            .Refuses(ProblemCode.AuditNotFound, ProblemCode.StorageUnavailable);
        Scoped(routes.MapPost($"{One}/pause", PauseAsync)).WithName("PauseAudit").WritesOnly(AcceptGate.Json)
            .Refuses(ProblemCode.AuditNotFound, ProblemCode.AuditDone, ProblemCode.StorageUnavailable);
        Scoped(routes.MapPost($"{One}/resume", ResumeAsync)).WithName("ResumeAudit").WritesOnly(AcceptGate.Json)
            .Refuses(ProblemCode.AuditNotFound, ProblemCode.AuditDone, ProblemCode.StorageUnavailable);
        Scoped(routes.MapDelete(One, RemoveAsync)).WithName("RemoveAudit").Refuses(ProblemCode.AuditNotFound, ProblemCode.StorageUnavailable);
        routes.MapAuditResults();
    }

    /// <summary>What all of them have in common.</summary>
    public static RouteHandlerBuilder Scoped(RouteHandlerBuilder endpoint) => endpoint.WithTags("Audits").RequireScope(Scope.Audit, Scope.Admin);

    /// <summary>There is no such audit, or not for this caller.</summary>
    public static ProblemResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AuditNotFound).AsResult();

    /// <summary>Audits many subjects: each is assessed without credentials, at a polite pace, and kept as a row.</summary>
    /// <remarks>
    /// The list is taken whole or not at all: every line that is wrong is named, up to 100 of them. As <c>text/plain</c> it has one subject a
    /// line; as <c>text/csv</c> (comma, semicolon or tab) a heading names the column <c>domain</c>, <c>email</c>, <c>host</c> or
    /// <c>subject</c>, and may name one <c>reference</c>, which is told with every result; without a heading the first column is taken. The
    /// request's other members stand in the query then. Blank lines and those that begin with <c>#</c> say nothing. A body may have 16 MiB.
    /// </remarks>
    /// <param name="body">The list.</param>
    /// <param name="name">Of a list that is no JSON: what the audit is called.</param>
    /// <param name="perHostPerMinute">Of a list that is no JSON: how often a mail host may be dialled for it in a minute.</param>
    /// <param name="repeatEvery">Of a list that is no JSON: make it again every so many days, <c>P1D</c> to <c>P90D</c>.</param>
    /// <param name="compareWith">Of a list that is no JSON: the audit that its changes are told against.</param>
    /// <param name="catalogueFromNetwork">Of a list that is no JSON: whether the public catalogue of settings may be asked.</param>
    /// <param name="http">The request.</param>
    /// <param name="desk">Takes orders.</param>
    private static Task<Results<Accepted<AuditReport>, ProblemResult>> CreateAsync(
        AuditBody body,
        string? name,
        string? perHostPerMinute,
        string? repeatEvery,
        string? compareWith,
        string? catalogueFromNetwork,
        HttpContext http,
        AuditDesk desk) => desk.TakeAsync(body, new AuditQuery(name, perHostPerMinute, repeatEvery, compareWith, catalogueFromNetwork), http);

    /// <summary>The audits that were made with the caller's key, the newest first.</summary>
    /// <remarks>A key with the scope <c>admin</c> sees those of all keys; where there are no keys, everybody sees all.</remarks>
    /// <param name="limit">How many at most: 1 to 100, 20 by default.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the answer before.</param>
    /// <param name="http">The request.</param>
    /// <param name="store">Where audits are kept.</param>
    /// <param name="teller">Tells of them.</param>
    /// <param name="ownership">Whose they are.</param>
    private static async Task<Results<Ok<AuditListReply>, ProblemResult>> ListAsync(
        string? limit, string? cursor, HttpContext http, AuditStore store, AuditTeller teller, Ownership ownership)
    {
        var (wish, count, problem) = new ListQuery(null, null, null, limit, cursor).Read(ownership.SeenBy(Caller.Of(http)));
        if (wish is null) return problem!.AsResult();
        var (audits, next) = await store.RecentAsync(wish, wish.After, count, http.RequestAborted);
        List<AuditReport> items = [];
        foreach (var audit in audits) items.Add(await teller.TellAsync(audit, http.RequestAborted));
        return TypedResults.Ok(new AuditListReply(items, next?.ToString()));
    }

    /// <summary>The audit: how far it is, and what it has found so far.</summary>
    /// <remarks>The sums are made anew each time; whoever follows an audit listens to its <c>events</c>.</remarks>
    /// <param name="id">The audit's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="store">Where audits are kept.</param>
    /// <param name="teller">Tells of them.</param>
    /// <param name="ownership">Whose they are.</param>
    private static async Task<Results<Ok<AuditReport>, ProblemResult>> OpenAsync(
        string id, HttpContext http, AuditStore store, AuditTeller teller, Ownership ownership) =>
        await store.FindAsync(id, ownership.SeenBy(Caller.Of(http)), http.RequestAborted) is { } audit
            ? TypedResults.Ok(await teller.TellWholeAsync(audit, http.RequestAborted)) : Unknown();

    /// <summary>Follows the audit as it goes: server-sent events, from any node.</summary>
    /// <remarks>The state comes at once, unless <c>Last-Event-ID</c> names it; a comment line comes in every second in which nothing has changed.</remarks>
    /// <param name="id">The audit's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="store">Where audits are kept.</param>
    /// <param name="ownership">Whose they are.</param>
    private static async Task<Results<AuditEvents, ProblemResult>> FollowAsync(
        string id, HttpContext http, AuditStore store, Ownership ownership)
    {
        var seenBy = ownership.SeenBy(Caller.Of(http));
        return await store.FindAsync(id, seenBy, http.RequestAborted) is { } audit ? new AuditEvents(audit, seenBy) : Unknown();
    }

    /// <summary>Stops the audit for now.</summary>
    /// <remarks>What is finished stays; what is under way is dropped and done again later.</remarks>
    /// <param name="id">The audit's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="desk">Takes orders.</param>
    private static Task<Results<Ok<AuditReport>, ProblemResult>> PauseAsync(string id, HttpContext http, AuditDesk desk) => desk.PauseAsync(id, http);

    /// <summary>Goes on with a paused audit.</summary>
    /// <remarks>It begins with the first subject that is not finished; one that goes on already stays as it is.</remarks>
    /// <param name="id">The audit's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="desk">Takes orders.</param>
    private static Task<Results<Ok<AuditReport>, ProblemResult>> ResumeAsync(string id, HttpContext http, AuditDesk desk) => desk.ResumeAsync(id, http);

    /// <summary>Removes the audit, and stops it where it is running.</summary>
    /// <remarks>One that is made again every so often is not any more; those that were made before stay.</remarks>
    /// <param name="id">The audit's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="desk">Takes orders.</param>
    private static Task<Results<NoContent, ProblemResult>> RemoveAsync(string id, HttpContext http, AuditDesk desk) => desk.RemoveAsync(id, http);
}
