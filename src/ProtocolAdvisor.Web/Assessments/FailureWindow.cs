namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// One account's or caller's failed sign-ins of the last hour, and the guesses under way. Used under its owner's lock. Times are timestamps: a clock that is set
/// back makes no wait longer.
/// </summary>
internal sealed class FailureWindow(TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);
    private readonly List<(string? Domain, long At)> _failures = [];
    private readonly Dictionary<(string? Domain, string Guess), int> _underWay = [];

    /// <summary>When it was used last.</summary>
    public long UsedAt { get; private set; } = clock.GetTimestamp();

    /// <summary>Whether there is nothing to remember.</summary>
    public bool IsEmpty
    {
        get
        {
            Forget();
            return _failures.Count == 0 && _underWay.Count == 0;
        }
    }

    /// <summary>Whether a guess is under way.</summary>
    public bool IsUsed => _underWay.Count > 0;

    /// <summary>How long to wait until this guess may be tried; zero when now.</summary>
    /// <param name="limit">How many failures are borne.</param>
    /// <param name="domain">The domain of the name, to which failures of the name under other domains are none; null counts all.</param>
    /// <param name="guess">The guess.</param>
    public TimeSpan Wait(int limit, string? domain, string guess)
    {
        Forget();
        var failures = _failures.Where(x => Same(x.Domain, domain)).ToList();
        var others = _underWay.Keys.Where(x => Same(x.Domain, domain) && x.Guess != guess).Select(x => x.Guess).Distinct().Count();
        if (failures.Count + others < limit) return TimeSpan.Zero;
        return failures.Count > 0 ? Length - clock.GetElapsedTime(failures[0].At) : TimeSpan.FromSeconds(1);
    }

    /// <summary>A guess is under way.</summary>
    public void Begin(string? domain, string guess)
    {
        UsedAt = clock.GetTimestamp();
        _underWay[(domain, guess)] = _underWay.GetValueOrDefault((domain, guess)) + 1;
    }

    /// <summary>A guess is over.</summary>
    public void End(string? domain, string guess, bool failed)
    {
        UsedAt = clock.GetTimestamp();
        if (--_underWay[(domain, guess)] == 0) _underWay.Remove((domain, guess));
        if (failed) _failures.Add((domain, UsedAt));
    }

    private void Forget() => _failures.RemoveAll(x => clock.GetElapsedTime(x.At) >= Length);

    private static bool Same(string? one, string? other) => one is null || other is null || one == other;
}
