using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>
/// Politeness towards one target host: so many connections at once, so many in a minute, and none for a while after it has failed to answer
/// again and again. Waiting is bounded by the caller's deadline. No static state: whoever owns the gate owns its limits.
/// </summary>
internal sealed class TargetGate(TargetOptions options, TimeProvider clock) : IDisposable
{
    private const int MaxHosts = 10_000;
    private const int MaxWaiting = 1_000;
    private const int FailuresToOpen = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Lazy<Host>> _hosts = new();

    private sealed record Host(ResiliencePipeline<bool> Answers, ConcurrencyLimiter AtOnce, TokenBucketRateLimiter PerMinute) : IDisposable
    {
        internal bool IsIdle => AtOnce.GetStatistics() is { CurrentQueuedCount: 0 } s && s.CurrentAvailablePermits > 0
            && PerMinute.GetStatistics() is { CurrentQueuedCount: 0 };

        public void Dispose()
        {
            AtOnce.Dispose();
            PerMinute.Dispose();
        }
    }

    /// <summary>Runs <paramref name="work"/> when the host's turn has come.</summary>
    /// <typeparam name="T">What the work yields.</typeparam>
    /// <param name="host">The target.</param>
    /// <param name="work">One connection's work.</param>
    /// <param name="failed">Whether the outcome means that the host did not answer at all.</param>
    /// <param name="busy">What to yield instead when the host must be left alone now.</param>
    /// <param name="token">Ends the waiting.</param>
    internal async Task<T> RunAsync<T>(HostName host, Func<CancellationToken, Task<T>> work, Func<T, bool> failed, Func<T> busy, CancellationToken token)
    {
        var target = _hosts.GetOrAdd(host.Value, _ => new Lazy<Host>(Create)).Value;
        if (_hosts.Count > MaxHosts) Forget();
        T outcome = default!;
        try
        {
            await target.Answers.ExecuteAsync(async inner => !failed(outcome = await work(inner)), token);
            return outcome;
        }
        catch (Exception e) when (e is BrokenCircuitException or RateLimiterRejectedException or ObjectDisposedException)
        {
            return busy();
        }
    }

    private Host Create()
    {
        var atOnce = new ConcurrencyLimiter(new() { PermitLimit = options.PerHostConcurrency, QueueLimit = MaxWaiting });
        var perMinute = new TokenBucketRateLimiter(new()
        {
            TokenLimit = options.PerHostPerMinute,
            TokensPerPeriod = options.PerHostPerMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = MaxWaiting,
        });
        var pipeline = new ResiliencePipelineBuilder<bool> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<bool>
            {
                ShouldHandle = new PredicateBuilder<bool>().HandleResult(answered => !answered),
                FailureRatio = 1,
                MinimumThroughput = FailuresToOpen,
                BreakDuration = Pause,
            })
            .AddRateLimiter(perMinute)
            .AddRateLimiter(atOnce)
            .Build();
        return new Host(pipeline, atOnce, perMinute);
    }

    private void Forget()
    {
        foreach (var (name, host) in _hosts.Take(MaxHosts / 10))
            if (host.IsValueCreated && host.Value.IsIdle && _hosts.TryRemove(name, out var gone)) gone.Value.Dispose();
    }

    public void Dispose()
    {
        foreach (var host in _hosts.Values) host.Value.Dispose();
        _hosts.Clear();
    }
}
