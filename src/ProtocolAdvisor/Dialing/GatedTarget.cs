namespace ProtocolAdvisor.Dialing;

/// <summary>What the gate knows of one target. Every member is called under the gate's lock, but for those that a permit calls, which take it.</summary>
/// <param name="name">The target.</param>
/// <param name="limits">How much it may be asked.</param>
/// <param name="clock">Measures.</param>
/// <param name="gate">The gate's lock.</param>
internal sealed class GatedTarget(string name, GateLimits limits, TimeProvider clock, Lock gate)
{
    private readonly Queue<GateTurn> _waiting = new();
    private readonly TimeSpan _perPermit = TimeSpan.FromMinutes(1) / limits.PerMinute;
    private double _permits = limits.Burst;
    private long _countedAt = clock.GetTimestamp();
    private int _inUse;
    private int _silences;
    private long _silentAt;
    private bool _wakes;

    /// <summary>The target.</summary>
    internal string Name => name;

    /// <summary>Whether it is as one that was never heard of.</summary>
    internal bool HasNothingToRemember => _inUse == 0 && _waiting.Count == 0 && Left >= limits.Burst && !IsPaused;

    /// <summary>Whether more than half of a minute's permits are there.</summary>
    internal bool HasPlenty => 2 * Math.Floor(Left) > limits.Burst;

    /// <summary>How many permits are left of the minute.</summary>
    internal double Left
    {
        get
        {
            var now = clock.GetTimestamp();
            _permits = Math.Min(limits.Burst, _permits + (clock.GetElapsedTime(_countedAt, now) / _perPermit));
            _countedAt = now;
            return _permits;
        }
    }

    private bool IsPaused => _silences >= limits.SilencesToPause && clock.GetElapsedTime(_silentAt) < limits.Pause;

    /// <summary>There are no more left than this.</summary>
    internal void Lower(double left) => _permits = Math.Min(Left, left);

    /// <summary>A turn, which may be given at once, later, or never.</summary>
    internal GateTurn Ask()
    {
        var turn = new GateTurn();
        if (_waiting.Count >= limits.Waiting) ForgetWhoGaveUp();
        if (IsPaused || _waiting.Count >= limits.Waiting)
        {
            turn.SetResult(null);
            return turn;
        }

        // After the pause one may try; as long as it has not answered, the others go on leaving it alone.
        if (_silences >= limits.SilencesToPause) _silentAt = clock.GetTimestamp();
        _waiting.Enqueue(turn);
        GiveTurns();
        return turn;
    }

    /// <summary>Whether the target answered: a permit's word.</summary>
    internal void Heard(bool answered)
    {
        lock (gate)
        {
            _silences = answered ? 0 : _silences + 1;
            if (!answered) _silentAt = clock.GetTimestamp();
        }
    }

    /// <summary>A permit comes back.</summary>
    internal void Release()
    {
        lock (gate)
        {
            _inUse--;
            GiveTurns();
        }
    }

    // Behind one who still waits, too: they would fill the queue for those who come.
    private void ForgetWhoGaveUp()
    {
        for (var left = _waiting.Count; left > 0; left--)
        {
            var turn = _waiting.Dequeue();
            if (!turn.Task.IsCompleted) _waiting.Enqueue(turn);
        }
    }

    private void GiveTurns()
    {
        while (_inUse < limits.Concurrency && _waiting.TryPeek(out var turn))
        {
            if (!turn.Task.IsCompleted && Left < 1)
            {
                WakeWhenThereIsOne();
                return;
            }

            _waiting.Dequeue();
            if (!turn.TrySetResult(new LocalPermit(this))) continue;
            _inUse++;
            _permits--;
        }
    }

    private void WakeWhenThereIsOne()
    {
        if (_wakes) return;
        _wakes = true;
        _ = WakeAsync((1 - _permits) * _perPermit);
    }

    private async Task WakeAsync(TimeSpan after)
    {
        await Task.Delay(after + TimeSpan.FromMilliseconds(1), clock);
        lock (gate)
        {
            _wakes = false;
            GiveTurns();
        }
    }
}

/// <summary>A caller's place in a target's queue; null as its result refuses it.</summary>
internal sealed class GateTurn() : TaskCompletionSource<GatePermit?>(TaskCreationOptions.RunContinuationsAsynchronously);

/// <summary>A permit of this process's own gate.</summary>
internal sealed class LocalPermit(GatedTarget target) : GatePermit
{
    /// <inheritdoc/>
    internal override void Report(bool answered) => target.Heard(answered);

    /// <inheritdoc/>
    protected override void Release() => target.Release();
}
