namespace ProtocolAdvisor.Dialing;

/// <summary>
/// Keeps what was learned for as long as it is good, within a bound: above it, whatever nobody has asked for longest goes. An audit learns thousands of answers a second that nobody asks
/// for again, so that whatever comes costs the same however much is kept.
/// </summary>
/// <typeparam name="TKey">What was asked.</typeparam>
/// <typeparam name="T">What was learned.</typeparam>
/// <param name="clock">Tells when something is too old.</param>
/// <param name="limit">How much is kept, in the unit of the sizes.</param>
internal sealed class BoundedCache<TKey, T>(TimeProvider clock, long limit) : IDisposable
    where TKey : notnull
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Kept>> _kept = [];
    private readonly LinkedList<Kept> _leastRecentFirst = new();
    private long _size;

    private sealed record Kept(TKey Key, T Value, long Since, TimeSpan Lifetime, long Size);

    /// <summary>How many are kept.</summary>
    internal int Count
    {
        get { lock (_lock) return _kept.Count; }
    }

    /// <summary>What is kept, if it is still good.</summary>
    internal T? Find(TKey key)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue(key, out var node)) return null;
            Remove(node);
            return IsOver(node.Value) ? null : Enter(node.Value).Value;
        }
    }

    /// <summary>Keeps it for its lifetime; without one, or larger than the bound, it is not kept.</summary>
    internal void Keep(TKey key, T value, TimeSpan lifetime, long size)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(key, out var before)) Remove(before);
            if (lifetime <= TimeSpan.Zero || size > limit) return;
            Enter(new Kept(key, value, clock.GetTimestamp(), lifetime, size));
            while (_leastRecentFirst.First is { } oldest && (_size > limit || IsOver(oldest.Value))) Remove(oldest);
        }
    }

    private bool IsOver(Kept kept) => clock.GetElapsedTime(kept.Since) >= kept.Lifetime;

    private Kept Enter(Kept kept)
    {
        _kept[kept.Key] = _leastRecentFirst.AddLast(kept);
        _size += kept.Size;
        return kept;
    }

    private void Remove(LinkedListNode<Kept> node)
    {
        _leastRecentFirst.Remove(node);
        _kept.Remove(node.Value.Key);
        _size -= node.Value.Size;
    }

    /// <summary>Forgets everything.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _kept.Clear();
            _leastRecentFirst.Clear();
            _size = 0;
        }
    }
}
