using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Access;

/// <summary>How many assessments run at once and how many wait, and what one key may do in a minute.</summary>
internal static class AssessmentQueue
{
    /// <summary>The policy of endpoints that run assessments.</summary>
    public const string Policy = "assessments";

    /// <summary>Sets the limits.</summary>
    public static void Limit(RateLimiterOptions options, LoadLimits limits)
    {
        var queue = new ConcurrencyLimiterOptions { PermitLimit = limits.ConcurrentAssessments, QueueLimit = limits.QueueLength };
        options.AddPolicy(Policy, _ => RateLimitPartition.GetConcurrencyLimiter("all", _ => queue));
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PerMinute(Caller.Of(http)));
        options.OnRejected = (context, _) => new ValueTask(RejectAsync(context));
    }

    private static RateLimitPartition<string> PerMinute(Caller caller) => caller.Key?.PerMinute is { } limit
        ? RateLimitPartition.GetFixedWindowLimiter(caller.Name, _ => new() { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("");

    private static Task RejectAsync(OnRejectedContext context)
    {
        var perKey = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        var seconds = perKey ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 5;
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var problem = perKey
            ? ApiProblem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests, "The key's requests of this minute are used up.")
            : ApiProblem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyAssessments, "Too many assessments are running and waiting.");
        return problem.AsResult().ExecuteAsync(context.HttpContext);
    }
}
