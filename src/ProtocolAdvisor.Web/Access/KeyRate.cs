using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Access;

/// <summary>What one key may do in a minute. There are as many keys as are configured, so there is nothing to forget, and no timer.</summary>
internal sealed class KeyRate(RequestDelegate next, TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Minute> _minutes = [];

    /// <summary>Judges one request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (Caller.Of(http).Key is not { PerMinute: { } limit } key) return next(http);
        if (Take(key.Name, limit) is not { } wait) return next(http);
        RetryAfter.Set(http, wait);
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests).AsResult().ExecuteAsync(http);
    }

    // How long to wait; null where the request is taken.
    private TimeSpan? Take(string name, int limit)
    {
        lock (_lock)
        {
            if (!_minutes.TryGetValue(name, out var minute) || clock.GetElapsedTime(minute.Began) >= Length) minute = _minutes[name] = new Minute { Began = clock.GetTimestamp() };
            if (minute.Requests >= limit) return Length - clock.GetElapsedTime(minute.Began);
            minute.Requests++;
            return null;
        }
    }

    private sealed class Minute
    {
        public long Began { get; init; }

        public int Requests { get; set; }
    }
}
