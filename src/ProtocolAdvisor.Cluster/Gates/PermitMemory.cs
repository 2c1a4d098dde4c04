using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Cluster.Gates;

/// <summary>The permits that this node holds, gate by gate, and what it heard last of what is left: for a minute, then everything is there again.</summary>
internal sealed class PermitMemory(TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Known> _gates = new(StringComparer.Ordinal);
    private long _sweptAt = clock.GetTimestamp();

    /// <summary>A permit was given.</summary>
    internal void Given(string gate, Guid permit, GateLimits limits, double left)
    {
        lock (_lock)
        {
            if (clock.GetElapsedTime(_sweptAt) >= Minute) Sweep();
            if (!_gates.TryGetValue(gate, out var known)) known = _gates[gate] = new Known { Limits = limits, Left = left, At = clock.GetTimestamp() };
            known.Held.Add(permit);

            // Answers may come in another order than they were given: the least is the newest.
            (known.Left, known.At) = (Math.Min(left, LeftOf(known)), clock.GetTimestamp());
        }
    }

    /// <summary>It is given back.</summary>
    internal void Returned(string gate, Guid permit)
    {
        lock (_lock)
        {
            if (_gates.TryGetValue(gate, out var known)) known.Held.Remove(permit);
        }
    }

    /// <summary>Whether more than half of the target's minute is there, as far as this node knows.</summary>
    internal bool HasPlenty(string gate)
    {
        lock (_lock) return !_gates.TryGetValue(gate, out var known) || 2 * Math.Floor(LeftOf(known)) > known.Limits.Burst;
    }

    /// <summary>What is known of one gate.</summary>
    internal HeldPermits Of(string gate, string self)
    {
        lock (_lock) return _gates.TryGetValue(gate, out var known) ? new(self, [.. known.Held], LeftOf(known)) : new(self, [], double.MaxValue);
    }

    private double LeftOf(Known known) => Math.Min(known.Limits.Burst, known.Left + (known.Limits.PerMinute * (clock.GetElapsedTime(known.At) / Minute)));

    private void Sweep()
    {
        _sweptAt = clock.GetTimestamp();
        foreach (var (gate, known) in _gates.ToList())
        {
            if (known.Held.Count == 0 && clock.GetElapsedTime(known.At) >= Minute) _gates.Remove(gate);
        }
    }

    private sealed class Known
    {
        public required GateLimits Limits { get; init; }

        public HashSet<Guid> Held { get; } = [];

        public double Left { get; set; }

        public long At { get; set; }
    }
}
