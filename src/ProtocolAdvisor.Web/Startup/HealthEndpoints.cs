using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Tells whoever keeps the process running how it is.</summary>
internal static class HealthEndpoints
{
    /// <summary>Puts both on their routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", GetOrHead.Methods, Live).WithName("Live").WithTags("Health");
        routes.MapMethods("/health/ready", GetOrHead.Methods, Ready).WithName("Ready").WithTags("Health").Produces<HealthReply>(503);
    }

    /// <summary>The process runs.</summary>
    private static Ok<HealthReply> Live() => TypedResults.Ok(new HealthReply("live"));

    /// <summary>The process is warm and its storage works: assessments may be sent here.</summary>
    private static Results<Ok<HealthReply>, JsonHttpResult<HealthReply>> Ready(Readiness readiness) => readiness.IsReady
        ? TypedResults.Ok(new HealthReply("ready"))
        : TypedResults.Json(new HealthReply("starting"), statusCode: StatusCodes.Status503ServiceUnavailable);
}

/// <summary>How the process is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>starting</c>.</param>
internal sealed record HealthReply(string Status);
