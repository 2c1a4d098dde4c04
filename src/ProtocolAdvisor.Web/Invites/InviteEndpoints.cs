using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Invites;

/// <summary>Makes, lists and takes back invites.</summary>
internal static class InviteEndpoints
{
    private const string All = "/v1/invites";
    private const string One = $"{All}/{{id}}";

    /// <summary>Puts the resource on its routes.</summary>
    public static void MapInvites(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(All, MakeAsync).WithName("MakeInvite").WithTags("Invites").WritesOnly(AcceptGate.Json).AddEndpointFilter(BodyGate.Filter)
            .RequireScope(Scope.Assess).Refuses(ProblemCode.TargetNotAllowed, ProblemCode.StorageUnavailable);
        routes.MapMethods(All, GetOrHead.Methods, ListAsync).WithName("ListInvites").WithTags("Invites").WritesOnly(AcceptGate.Json)
            .RequireScope(Scope.Assess, Scope.Admin).Refuses(ProblemCode.StorageUnavailable);
        routes.MapMethods(One, GetOrHead.Methods, OpenAsync).WithName("OpenInvite").WithTags("Invites").WritesOnly(AcceptGate.Json)
            .RequireScope(Scope.Assess, Scope.Admin).Refuses(ProblemCode.InviteNotFound, ProblemCode.StorageUnavailable);
        routes.MapDelete(One, RevokeAsync).WithName("RevokeInvite").WithTags("Invites")
            .RequireScope(Scope.Assess, Scope.Admin).Refuses(ProblemCode.InviteNotFound, ProblemCode.StorageUnavailable);
    }

    /// <summary>Makes a link with which somebody enters a password that whoever asks never sees.</summary>
    /// <remarks>Whoever opens the link sees who asks and for which address, types the password, and has the mailbox checked; nobody else sees
    /// the password. The link is good once and for 24 hours, and needs no key. Its report belongs to the key that made the link, and opens for both.
    /// The address is kept sealed until the link is used, taken back or over, and masked from then on.</remarks>
    private static async Task<Results<Created<MadeInviteReply>, ProblemResult>> MakeAsync(
        JsonBody<InviteRequest> body, HttpContext http, Invitations invitations, AddressPolicy policy, TimeProvider clock)
    {
        var order = AssessmentOrder.From(Invitations.Assessment(body.Value));
        if (TargetRefusal.Of(order, policy) is { } refusal) return refusal.AsResult();
        var (invite, token) = await invitations.MakeAsync(body.Value, Caller.Of(http), http.RequestAborted);
        return TypedResults.Created($"{All}/{invite.Id}", new MadeInviteReply(InviteReply.Of(invite, clock.GetUtcNow()), InviteLink.Of(http, token)));
    }

    /// <summary>The caller's invites: the newest 100, whatever became of them.</summary>
    /// <remarks>Those that are over are forgotten a week later.</remarks>
    private static async Task<Ok<InviteListReply>> ListAsync(HttpContext http, InviteArchive archive, Ownership ownership, TimeProvider clock)
    {
        var found = await archive.ListAsync(ownership.SeenBy(Caller.Of(http)), pendingOnly: false, http.RequestAborted);
        return TypedResults.Ok(new InviteListReply([.. found.Select(x => InviteReply.Of(x, clock.GetUtcNow()))]));
    }

    /// <summary>What became of an invite.</summary>
    /// <remarks>Once it is used, it names the report; the link itself is told only in the answer that made it.</remarks>
    /// <param name="id">The invite's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="archive">Where invites are kept.</param>
    /// <param name="ownership">Whose they are.</param>
    /// <param name="clock">Tells what is over.</param>
    private static async Task<Results<Ok<InviteReply>, ProblemResult>> OpenAsync(
        string id, HttpContext http, InviteArchive archive, Ownership ownership, TimeProvider clock) =>
        await archive.FindAsync(ownership.SeenBy(Caller.Of(http)), id, http.RequestAborted) is { } invite
            ? TypedResults.Ok(InviteReply.Of(invite, clock.GetUtcNow())) : Unknown();

    /// <summary>Takes an invite back: its link opens nothing from now on.</summary>
    /// <remarks>One that is used or taken back already is not found.</remarks>
    /// <param name="id">The invite's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="archive">Where invites are kept.</param>
    /// <param name="ownership">Whose they are.</param>
    private static async Task<Results<NoContent, ProblemResult>> RevokeAsync(string id, HttpContext http, InviteArchive archive, Ownership ownership) =>
        await archive.RevokeAsync(ownership.SeenBy(Caller.Of(http)), id, http.RequestAborted) ? TypedResults.NoContent() : Unknown();

    private static ProblemResult Unknown() => Problem.Of(StatusCodes.Status404NotFound, ProblemCode.InviteNotFound).AsResult();
}

/// <summary>The link of an invite.</summary>
internal static class InviteLink
{
    /// <summary>Where the link leads.</summary>
    public const string Path = "/ask";

    /// <summary>The link, under the name that this request uses for us.</summary>
    public static string Of(HttpContext http, string token) => $"{http.Request.Scheme}://{http.Request.Host}{Path}/{token}";
}
