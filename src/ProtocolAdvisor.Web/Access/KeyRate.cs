using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Access;

/// <summary>What one key may do in a minute.</summary>
internal static class KeyRate
{
    /// <summary>Sets the limits.</summary>
    public static void Limit(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PerMinute(Caller.Of(http)));
        options.OnRejected = (context, _) => new ValueTask(RejectAsync(context));
    }

    private static RateLimitPartition<string> PerMinute(Caller caller) => caller.Key?.PerMinute is { } limit
        ? RateLimitPartition.GetFixedWindowLimiter(caller.Name, _ => new() { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("");

    private static Task RejectAsync(OnRejectedContext context)
    {
        var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests).AsResult().ExecuteAsync(context.HttpContext);
    }
}
