namespace ProtocolAdvisor.Cluster.Limits;

/// <summary>What each key may do in a minute: counted in this process, or for all nodes together.</summary>
internal abstract class KeyQuotas
{
    /// <summary>Takes one request.</summary>
    /// <param name="key">The key's name.</param>
    /// <param name="limit">Requests in a minute.</param>
    internal abstract Task<QuotaAnswer> TakeAsync(string key, int limit);
}

/// <summary>Whether a request is taken.</summary>
/// <param name="Taken">Whether it is.</param>
/// <param name="Left">How many are left then.</param>
/// <param name="Reset">When the minute is over.</param>
[GenerateSerializer]
[Alias("quotaAnswer")]
[Immutable]
internal sealed record QuotaAnswer([property: Id(0)] bool Taken, [property: Id(1)] int Left, [property: Id(2)] TimeSpan Reset);

/// <summary>Counted in this process. There are as many keys as are configured, so there is nothing to forget, and no timer.</summary>
internal sealed class LocalKeyQuotas(TimeProvider clock) : KeyQuotas
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RequestMinute> _minutes = [];

    /// <inheritdoc/>
    internal override Task<QuotaAnswer> TakeAsync(string key, int limit)
    {
        lock (_lock)
        {
            if (!_minutes.TryGetValue(key, out var minute)) minute = _minutes[key] = new RequestMinute(clock);
            return Task.FromResult(minute.Take(limit));
        }
    }
}
