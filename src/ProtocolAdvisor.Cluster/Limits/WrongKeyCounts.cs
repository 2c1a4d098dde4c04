namespace ProtocolAdvisor.Cluster.Limits;

/// <summary>How many wrong keys an address has tried in the running minute: counted in this process, or for all nodes together.</summary>
internal abstract class WrongKeyCounts
{
    /// <summary>Judges one try: null, or how long to wait where there were too many before. A wrong one is counted.</summary>
    /// <param name="address">Who tries.</param>
    /// <param name="isWrong">Whether the key is wrong.</param>
    /// <param name="limit">Wrong ones that are borne.</param>
    internal abstract Task<TimeSpan?> JudgeAsync(string address, bool isWrong, int limit);

    /// <summary>
    /// Judges a key that is right: null, or how long to wait. One that was right from this address before is served whatever others try from there, at whichever node that was seen: a node that
    /// has just started has seen nothing yet.
    /// </summary>
    /// <param name="address">Who tries.</param>
    /// <param name="key">The key's name.</param>
    /// <param name="wasRight">Whether this process has seen it right from there.</param>
    /// <param name="limit">Wrong ones that are borne.</param>
    internal abstract Task<TimeSpan?> JudgeRightAsync(string address, string key, bool wasRight, int limit);
}

/// <summary>One address's wrong keys of the running minute. Used under its owner's lock.</summary>
internal sealed class WrongKeyMinute(TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private long _began = clock.GetTimestamp();

    /// <summary>How many there were.</summary>
    internal int Wrong { get; private set; }

    /// <summary>Whether the minute is over.</summary>
    internal bool IsOver => clock.GetElapsedTime(_began) >= Length;

    /// <summary>Judges one try.</summary>
    internal TimeSpan? Judge(bool isWrong, int limit)
    {
        if (IsOver) (_began, Wrong) = (clock.GetTimestamp(), 0);
        if (Wrong >= limit) return Length - clock.GetElapsedTime(_began);
        if (isWrong) Wrong++;
        return null;
    }
}

/// <summary>Counted in this process.</summary>
internal sealed class LocalWrongKeyCounts(TimeProvider clock) : WrongKeyCounts
{
    /// <summary>How many addresses are remembered.</summary>
    internal const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, WrongKeyMinute> _minutes = [];

    /// <summary>How many are remembered.</summary>
    internal int Count
    {
        get { lock (_lock) return _minutes.Count; }
    }

    /// <inheritdoc/>
    internal override Task<TimeSpan?> JudgeAsync(string address, bool isWrong, int limit)
    {
        lock (_lock)
        {
            if (!_minutes.TryGetValue(address, out var minute))
            {
                if (!isWrong) return Task.FromResult<TimeSpan?>(null);
                if (_minutes.Count >= Capacity) Forget();
                minute = _minutes[address] = new WrongKeyMinute(clock);
            }

            return Task.FromResult(minute.Judge(isWrong, limit));
        }
    }

    /// <inheritdoc/>
    internal override Task<TimeSpan?> JudgeRightAsync(string address, string key, bool wasRight, int limit) =>
        wasRight ? Task.FromResult<TimeSpan?>(null) : JudgeAsync(address, isWrong: false, limit);

    // What is over; where all are new, those that tried least: whoever tries most is remembered longest.
    private void Forget()
    {
        foreach (var (address, _) in _minutes.Where(x => x.Value.IsOver).ToList()) _minutes.Remove(address);
        if (_minutes.Count < Capacity) return;
        foreach (var (address, _) in _minutes.OrderBy(x => x.Value.Wrong).Take(Capacity / 10).ToList()) _minutes.Remove(address);
    }
}
