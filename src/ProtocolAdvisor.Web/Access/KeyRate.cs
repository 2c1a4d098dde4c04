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
        var (taken, left, reset) = Take(key.Name, limit);
        RateHeaders.Set(http, limit, Length, left, reset);
        if (taken) return next(http);
        RetryAfter.Set(http, reset);
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests).AsResult().ExecuteAsync(http);
    }

    // Whether the request is taken, how many are left then, and when the minute is over.
    private (bool Taken, int Left, TimeSpan Reset) Take(string name, int limit)
    {
        lock (_lock)
        {
            if (!_minutes.TryGetValue(name, out var minute) || clock.GetElapsedTime(minute.Began) >= Length) minute = _minutes[name] = new Minute { Began = clock.GetTimestamp() };
            var taken = minute.Requests < limit;
            if (taken) minute.Requests++;
            return (taken, limit - minute.Requests, Length - clock.GetElapsedTime(minute.Began));
        }
    }

    private sealed class Minute
    {
        public long Began { get; init; }

        public int Requests { get; set; }
    }
}
