using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>
/// The gate of one process. There is no timer but that of a caller who waits, so a target costs nothing while nobody asks for it; and one that has nothing left to remember is
/// forgotten.
/// </summary>
internal sealed class LocalGate(GateLimits limits, TimeProvider clock) : TargetGate
{
    // Looked at for each new target. As two may go for one that comes, the gate never holds much more than what a minute brings.
    private const int LooksPerNewTarget = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<GatedTarget>> _targets = new(StringComparer.Ordinal);
    private readonly LinkedList<GatedTarget> _leastRecentFirst = new();

    /// <summary>How many targets are remembered.</summary>
    internal int Count
    {
        get
        {
            lock (_lock) return _targets.Count;
        }
    }

    /// <inheritdoc/>
    internal override async Task<GatePermit?> AcquireAsync(string target, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        GateTurn turn;
        lock (_lock) turn = Enter(target).Ask();
        using var giveUp = token.UnsafeRegister(static (x, cancelled) => ((GateTurn)x!).TrySetCanceled(cancelled), turn);
        return await turn.Task;
    }

    /// <inheritdoc/>
    internal override bool HasPlenty(HostName host)
    {
        lock (_lock) return !_targets.TryGetValue(host.Value, out var known) || known.Value.HasPlenty;
    }

    /// <summary>How many permits the target has left of its minute.</summary>
    internal double Left(string target)
    {
        lock (_lock) return _targets.TryGetValue(target, out var known) ? known.Value.Left : limits.Burst;
    }

    /// <summary>The target has no more left than this: others have counted before.</summary>
    internal void Lower(string target, double left)
    {
        lock (_lock) Enter(target).Lower(left);
    }

    private GatedTarget Enter(string target)
    {
        if (!_targets.TryGetValue(target, out var node))
        {
            Forget();
            node = _targets[target] = new LinkedListNode<GatedTarget>(new GatedTarget(target, limits, clock, _lock));
        }
        else
        {
            _leastRecentFirst.Remove(node);
        }

        _leastRecentFirst.AddLast(node);
        return node.Value;
    }

    // One that is still needed goes to the end, so that it does not stand before those that are not.
    private void Forget()
    {
        for (var look = 0; look < LooksPerNewTarget && _leastRecentFirst.First is { } oldest; look++)
        {
            _leastRecentFirst.RemoveFirst();
            if (oldest.Value.HasNothingToRemember) _targets.Remove(oldest.Value.Name);
            else _leastRecentFirst.AddLast(oldest);
        }
    }
}
