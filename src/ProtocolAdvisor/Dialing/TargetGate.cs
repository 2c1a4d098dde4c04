using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>
/// Politeness towards one target, a host or an address: so many connections at once, so many in a minute, and none for a while after it has failed to answer again and again.
/// There is no timer but that of a caller who waits, so a target costs nothing while nobody asks for it; and one that has nothing left to remember is forgotten.
/// </summary>
/// <param name="limits">How much a target may be asked.</param>
/// <param name="clock">Measures.</param>
/// <param name="behind">
/// Another gate that has to be passed as well: those who wait for these limits do it here, and stand in nobody's way there. Null where there is none.
/// </param>
internal sealed class TargetGate(GateLimits limits, TimeProvider clock, TargetGate? behind = null)
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

    /// <summary>Waits for the target's turn.</summary>
    /// <param name="target">The host or the address.</param>
    /// <param name="token">Ends the waiting.</param>
    /// <returns>The permit, to be disposed of when the connection is closed; null where the target must be left alone now, or too many wait.</returns>
    /// <exception cref="OperationCanceledException">The turn did not come in time.</exception>
    internal async Task<GatePermit?> AcquireAsync(string target, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        GateTurn turn;
        lock (_lock) turn = Enter(target).Ask();
        using var giveUp = token.UnsafeRegister(static (x, cancelled) => ((GateTurn)x!).TrySetCanceled(cancelled), turn);
        return await turn.Task is { } permit ? behind is null ? permit : await PassAsync(permit, behind, target, token) : null;
    }

    private static async Task<GatePermit?> PassAsync(GatePermit permit, TargetGate next, string target, CancellationToken token)
    {
        try
        {
            permit.Behind = await next.AcquireAsync(target, token);
        }
        finally
        {
            if (permit.Behind is null) permit.Dispose();
        }

        return permit.Behind is null ? null : permit;
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
        using var permit = await AcquireAsync(host.Value, token);
        if (permit is null) return busy();
        var outcome = await work(token);
        permit.Report(answered: !failed(outcome));
        return outcome;
    }

    /// <summary>
    /// Whether more than half of what the target may be asked in a minute is still there: optional questions must not use up what others
    /// need. It is asked of the gate that is everybody's.
    /// </summary>
    internal bool HasPlenty(HostName host)
    {
        if (behind is not null) return behind.HasPlenty(host);
        lock (_lock) return !_targets.TryGetValue(host.Value, out var known) || known.Value.HasPlenty;
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
