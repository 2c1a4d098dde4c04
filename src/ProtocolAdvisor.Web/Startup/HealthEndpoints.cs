using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Tells whoever keeps the process running how it is.</summary>
internal static class HealthEndpoints
{
    /// <summary>Puts both on their routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", GetOrHead.Methods, Live).WithName("Live").WithTags("Health").RefusesBadHttp();
        routes.MapMethods("/health/ready", GetOrHead.Methods, Ready).WithName("Ready").WithTags("Health").Produces<HealthReply>(503).RefusesBadHttp();
    }

    /// <summary>The process runs.</summary>
    /// <remarks>For whoever restarts it where it hangs: it asks nothing else, so a fault of the storage or the name servers restarts nothing.</remarks>
    private static Ok<HealthReply> Live() => TypedResults.Ok(new HealthReply("live"));

    /// <summary>The process is warm and its storage works: assessments may be sent here.</summary>
    /// <remarks>For whoever spreads requests over several processes. 503 says why not in <c>status</c>: <c>starting</c>, <c>joining</c> (one of several nodes, and the others are not reached yet), <c>stopping</c> or
    /// <c>storage-unreadable</c>.</remarks>
    private static async Task<Results<Ok<HealthReply>, JsonHttpResult<HealthReply>>> Ready(Readiness readiness, StorageProbe storage, ResolverWatch resolver, CancellationToken cancellationToken)
    {
        if (readiness.IsStopping) return NotReady("stopping");
        if (!readiness.IsReady) return NotReady(readiness.IsJoining ? "joining" : "starting");
        return await storage.IsReadableAsync() ? TypedResults.Ok(new HealthReply("ready", await resolver.StateAsync(cancellationToken))) : NotReady("storage-unreadable");
    }

    private static JsonHttpResult<HealthReply> NotReady(string status) =>
        TypedResults.Json(new HealthReply(status), statusCode: StatusCodes.Status503ServiceUnavailable);
}

/// <summary>How the process is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, <c>starting</c>, <c>joining</c>, <c>stopping</c> or <c>storage-unreadable</c>.</param>
/// <param name="Resolver"><c>answers</c>, <c>unanswered</c> or <c>unknown</c>: whether the name servers answer; null where it is not told.</param>
internal sealed record HealthReply(string Status, string? Resolver = null)
{
    /// <summary>How a process can be.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["live", "ready", "starting", "joining", "stopping", "storage-unreadable"];

    /// <summary>How the name servers can be.</summary>
    public static IReadOnlyList<string> ResolverStates { get; } = ["answers", "unanswered", "unknown"];
}
