using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Access;

/// <summary>What one key may do in a minute, and what is left of it.</summary>
internal sealed class KeyRate(RequestDelegate next, KeyQuotas quotas)
{
    /// <summary>Judges one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (Caller.Of(http).Key is { PerMinute: { } limit } key)
        {
            var answer = await quotas.TakeAsync(key.Name, limit);
            RateHeaders.Set(http, limit, RequestMinute.Length, answer.Left, answer.Reset);
            if (!answer.Taken)
            {
                RetryAfter.Set(http, answer.Reset);
                await Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests).AsResult().ExecuteAsync(http);
                return;
            }
        }

        await next(http);
    }
}
