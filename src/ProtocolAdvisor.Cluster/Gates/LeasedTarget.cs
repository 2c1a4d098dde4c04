using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Cluster.Gates;

/// <summary>
/// One target's gate whose permits others hold: nodes that may die with them. A permit is a lease, longer than any connection lasts, and ends with its node.
/// </summary>
/// <param name="limits">How much the target may be asked.</param>
/// <param name="clock">Measures.</param>
internal sealed class LeasedTarget(GateLimits limits, TimeProvider clock)
{
    /// <summary>A run lasts a minute at most; what is not back long after it is lost.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    // A gate of many targets, of which there is one.
    private const string Target = "";

    private readonly LocalGate _gate = new(limits, clock);
    private readonly Dictionary<Guid, Lease> _leases = [];

    /// <summary>Permits that are left of the minute.</summary>
    internal double Left => _gate.Left(Target);

    /// <summary>Waits for a turn: whether it was given.</summary>
    /// <param name="permit">The permit's number; asked again, it is the same turn.</param>
    /// <param name="holder">The node.</param>
    /// <param name="token">Ends the waiting.</param>
    internal Task<bool> AcquireAsync(Guid permit, string holder, CancellationToken token) =>
        _leases.TryGetValue(permit, out var asked) ? asked.Granted.WaitAsync(token) : AskAsync(permit, new Lease(holder, CancellationTokenSource.CreateLinkedTokenSource(token)));

    /// <summary>Takes over what is known from before: permits that nodes hold, and how many were left of the minute.</summary>
    internal void Adopt(string holder, IEnumerable<Guid> permits, double left)
    {
        foreach (var permit in permits) _ = AcquireAsync(permit, holder, CancellationToken.None);
        _gate.Lower(Target, left);
    }

    /// <summary>The permit comes back; one that is still waited for is not wanted any more.</summary>
    /// <param name="permit">Its number.</param>
    /// <param name="answered">Whether the target answered; null where nobody knows.</param>
    internal void Return(Guid permit, bool? answered)
    {
        if (!_leases.Remove(permit, out var lease)) return;
        if (answered is { } told) lease.Permit?.Report(told);
        lease.Dispose();
    }

    /// <summary>Takes back what nobody will bring.</summary>
    /// <param name="isGone">Whether a node is dead.</param>
    internal void Sweep(Func<string, bool> isGone)
    {
        foreach (var (permit, lease) in _leases.ToList())
        {
            if (isGone(lease.Holder) || (lease.Permit is not null && clock.GetElapsedTime(lease.Since) >= Longest)) Return(permit, null);
        }
    }

    private Task<bool> AskAsync(Guid permit, Lease lease)
    {
        _leases[permit] = lease;
        return lease.Granted = WaitAsync();

        async Task<bool> WaitAsync()
        {
            GatePermit? given = null;
            try
            {
                given = await _gate.AcquireAsync(Target, lease.Left.Token);
            }
            finally
            {
                if (given is null) Return(permit, null);
            }

            // Given in the very moment in which it was not wanted any more.
            if (!_leases.ContainsKey(permit)) given?.Dispose();
            else (lease.Permit, lease.Since) = (given, clock.GetTimestamp());
            return lease.Permit is not null;
        }
    }

    private sealed class Lease(string holder, CancellationTokenSource left) : IDisposable
    {
        public string Holder => holder;

        public CancellationTokenSource Left => left;

        public Task<bool> Granted { get; set; } = Task.FromResult(false);

        public GatePermit? Permit { get; set; }

        public long Since { get; set; }

        public void Dispose()
        {
            left.Cancel();
            left.Dispose();
            Permit?.Dispose();
        }
    }
}
