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
    private const int MaxWaiting = 1_000;
    private const int FailuresToOpen = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _hosts = [];
    private int _nextForgetting;

    /// <summary>How many hosts are remembered before those are looked for that need not be.</summary>
    internal int MaxHosts { get; init; } = 10_000;

    private sealed record Host(ResiliencePipeline<bool> Answers, ConcurrencyLimiter AtOnce, TokenBucketRateLimiter PerMinute) : IDisposable
    {
        internal int Users { get; set; }

        // Who waits in a queue is a user; and a bucket that is not full remembers what must not be forgotten.
        internal bool IsForgettable(int fullBucket) => Users == 0 && PerMinute.GetStatistics() is { } s && s.CurrentAvailablePermits >= fullBucket;

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
        var target = Enter(host);
        T outcome = default!;
        try
        {
            await target.Answers.ExecuteAsync(async inner => !failed(outcome = await work(inner)), token);
            return outcome;
        }
        catch (Exception e) when (e is BrokenCircuitException or RateLimiterRejectedException)
        {
            return busy();
        }
        finally
        {
            lock (_lock) target.Users--;
        }
    }

    /// <summary>
    /// Whether more than half of what the host may be asked in a minute is still there: optional questions must not use up what others
    /// need.
    /// </summary>
    internal bool HasPlenty(HostName host)
    {
        lock (_lock)
            return !_hosts.TryGetValue(host.Value, out var target) || target.PerMinute.GetStatistics() is not { } s || 2 * s.CurrentAvailablePermits > options.PerHostPerMinute;
    }

    private Host Enter(HostName name)
    {
        lock (_lock)
        {
            if (!_hosts.TryGetValue(name.Value, out var host))
            {
                if (_hosts.Count >= Math.Max(MaxHosts, _nextForgetting)) Forget();
                host = _hosts[name.Value] = Create();
            }

            host.Users++;
            return host;
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

    // Where most must be kept, the next look comes only after many new ones: else every new host would cost a look at all.
    private void Forget()
    {
        foreach (var (name, host) in _hosts.Where(entry => entry.Value.IsForgettable(options.PerHostPerMinute)).ToList())
        {
            _hosts.Remove(name);
            host.Dispose();
        }

        _nextForgetting = _hosts.Count + (MaxHosts / 10);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var host in _hosts.Values) host.Dispose();
            _hosts.Clear();
        }
    }
}
