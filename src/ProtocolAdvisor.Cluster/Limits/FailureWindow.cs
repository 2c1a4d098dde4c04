namespace ProtocolAdvisor.Cluster.Limits;

/// <summary>
/// One account's or caller's failed sign-ins of the last hour, and the guesses under way. Used under its owner's lock. Times are timestamps: a clock that is set
/// back makes no wait longer.
/// </summary>
internal sealed class FailureWindow(TimeProvider clock)
{
    /// <summary>How long a failure counts.</summary>
    internal static readonly TimeSpan Length = TimeSpan.FromHours(1);

    // A run waits a minute at most, and lasts a minute. A guess whose end nobody tells is one whose node has died: it may have been wrong.
    private static readonly TimeSpan LongestGuess = TimeSpan.FromMinutes(3);

    private readonly List<(string? Domain, long At)> _failures = [];
    private readonly Dictionary<Guid, (string? Domain, string Guess, long At)> _underWay = [];

    /// <summary>When it was used last.</summary>
    internal long UsedAt { get; private set; } = clock.GetTimestamp();

    /// <summary>Whether there is nothing to remember.</summary>
    internal bool IsEmpty
    {
        get
        {
            Forget();
            return _failures.Count == 0 && _underWay.Count == 0;
        }
    }

    /// <summary>Whether a guess is under way.</summary>
    internal bool IsUsed => _underWay.Count > 0;

    /// <summary>Takes over a failure of before.</summary>
    /// <param name="domain">The domain of the name.</param>
    /// <param name="age">How long ago it was.</param>
    internal void Remember(string? domain, TimeSpan age) => _failures.Add((domain, clock.GetTimestamp() - (long)(age.TotalSeconds * clock.TimestampFrequency)));

    /// <summary>Begins a guess, where it may be tried now: zero, or how long to wait until then.</summary>
    /// <param name="bounds">What is counted, and how many failures are borne.</param>
    /// <param name="guess">The guess: the same one under way counts once.</param>
    internal TimeSpan TryBegin(GuessBounds bounds, string guess)
    {
        UsedAt = clock.GetTimestamp();
        if (_underWay.ContainsKey(bounds.Attempt)) return TimeSpan.Zero;
        var wait = Wait(bounds.Limit, bounds.Domain, guess);
        if (bounds.LimitOfAllDomains is { } all && Wait(all, null, guess) is var longer && longer > wait) wait = longer;
        if (wait == TimeSpan.Zero) _underWay[bounds.Attempt] = (bounds.Domain, guess, UsedAt);
        return wait;
    }

    /// <summary>A guess is over.</summary>
    /// <param name="attempt">Its number.</param>
    /// <param name="failed">Whether it was wrong.</param>
    /// <param name="domain">The domain of the name.</param>
    /// <returns>Whether that is a failure that was not counted yet.</returns>
    internal bool End(Guid attempt, bool failed, out string? domain)
    {
        UsedAt = clock.GetTimestamp();
        domain = null;
        if (!_underWay.Remove(attempt, out var guess) || !failed) return false;
        _failures.Add((domain = guess.Domain, UsedAt));
        return true;
    }

    private TimeSpan Wait(int limit, string? domain, string guess)
    {
        Forget();
        var failures = _failures.Where(x => Same(x.Domain, domain)).ToList();
        var others = _underWay.Values.Where(x => Same(x.Domain, domain) && x.Guess != guess).Select(x => x.Guess).Distinct().Count();
        if (failures.Count + others < limit) return TimeSpan.Zero;
        return failures.Count > 0 ? Length - clock.GetElapsedTime(failures.Min(x => x.At)) : TimeSpan.FromSeconds(1);
    }

    private void Forget()
    {
        foreach (var (attempt, guess) in _underWay.Where(x => clock.GetElapsedTime(x.Value.At) >= LongestGuess).ToList())
        {
            _underWay.Remove(attempt);
            _failures.Add((guess.Domain, guess.At));
        }

        _failures.RemoveAll(x => clock.GetElapsedTime(x.At) >= Length);
    }

    private static bool Same(string? one, string? other) => one is null || other is null || one == other;
}
