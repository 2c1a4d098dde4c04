using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace ProtocolAdvisor.Dialing;

/// <summary>Keeps what was learned for as long as it is good, within a bound: what does not fit is asked for again.</summary>
/// <typeparam name="TKey">What was asked.</typeparam>
/// <typeparam name="T">What was learned.</typeparam>
/// <param name="clock">Tells when something is too old.</param>
/// <param name="limit">How much is kept, in the unit of the sizes.</param>
internal sealed class BoundedCache<TKey, T>(TimeProvider clock, long limit) : IDisposable
    where TKey : notnull
    where T : class
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = limit, Clock = new WallClock(clock) });

    private sealed class WallClock(TimeProvider clock) : ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }

    /// <summary>How many are kept.</summary>
    internal int Count => _kept.Count;

    /// <summary>What is kept, if it is still good.</summary>
    internal T? Find(TKey key) => _kept.Get<T>(key);

    /// <summary>Keeps it for its lifetime; without one it is not kept.</summary>
    internal void Keep(TKey key, T value, TimeSpan lifetime, long size)
    {
        if (lifetime > TimeSpan.Zero) _kept.Set(key, value, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = size });
    }

    public void Dispose() => _kept.Dispose();
}
