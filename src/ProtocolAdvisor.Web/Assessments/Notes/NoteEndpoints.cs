using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments.Notes;

/// <summary>Reads and writes the notes at reports.</summary>
internal static class NoteEndpoints
{
    private const string Path = "/v1/assessments/{id}/note";

    /// <summary>Puts the notes on their route.</summary>
    public static void MapNotes(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path, GetOrHead.Methods, ReadAsync).WithName("ReadNote").WithTags("Assessments").WritesOnly(AcceptGate.Json)
            .RequireScope(Scope.Assess, Scope.Admin).Refuses(ProblemCode.AssessmentNotFound, ProblemCode.ReportOfAnotherKey, ProblemCode.StorageUnavailable);
        routes.MapPut(Path, WriteAsync).WithName("WriteNote").WithTags("Assessments").WritesOnly(AcceptGate.Json).AddEndpointFilter(BodyGate.Filter)
            .RequireScope(Scope.Assess, Scope.Admin).Refuses(ProblemCode.AssessmentNotFound, ProblemCode.ReportOfAnotherKey, ProblemCode.StorageUnavailable);
    }

    /// <summary>What is noted at a report.</summary>
    /// <remarks>A note is its owner's: only the key that made the report reads it, or one with the scope <c>admin</c>. Whoever holds the report's link sees the report without it.</remarks>
    /// <param name="id">The report's id.</param>
    /// <param name="http">The request.</param>
    /// <param name="notes">The notes.</param>
    /// <param name="ownership">Whose reports are.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    private static async Task<Results<Ok<NoteReply>, ProblemResult>> ReadAsync(
        string id, HttpContext http, ReportNotes notes, Ownership ownership, CancellationToken cancellationToken)
    {
        var (access, note) = await notes.ReadAsync(id, owner => ownership.MayRemove(Caller.Of(http), owner), cancellationToken);
        return access == NoteAccess.Granted ? TypedResults.Ok(new NoteReply(note)) : Refusal(access);
    }

    /// <summary>Notes something at a report, in the place of what was noted before.</summary>
    /// <remarks>Such as the number of a ticket, by which the history finds it. It goes with the report.</remarks>
    /// <param name="id">The report's id.</param>
    /// <param name="body">The note.</param>
    /// <param name="http">The request.</param>
    /// <param name="notes">The notes.</param>
    /// <param name="ownership">Whose reports are.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    private static async Task<Results<Ok<NoteReply>, ProblemResult>> WriteAsync(
        string id, JsonBody<NoteRequest> body, HttpContext http, ReportNotes notes, Ownership ownership, CancellationToken cancellationToken)
    {
        var access = await notes.WriteAsync(id, body.Value.Text, owner => ownership.MayRemove(Caller.Of(http), owner), cancellationToken);
        return access == NoteAccess.Granted ? TypedResults.Ok(new NoteReply(body.Value.Text)) : Refusal(access);
    }

    /// <summary>Why there is no note to be had.</summary>
    public static ProblemResult Refusal(NoteAccess access) => access == NoteAccess.NotAllowed
        ? Problem.Of(StatusCodes.Status403Forbidden, ProblemCode.ReportOfAnotherKey).AsResult()
        : Problem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound).AsResult();
}
