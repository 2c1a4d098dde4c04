namespace ProtocolAdvisor.Web.Assessments;

/// <summary>One account's or caller's failed sign-ins of the last hour, and the guesses under way. Used under its owner's lock.</summary>
internal sealed class FailureWindow
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);
    private readonly Queue<DateTimeOffset> _failures = [];
    private readonly Dictionary<string, int> _underWay = [];

    /// <summary>How long to wait until this guess may be tried; zero when now.</summary>
    public TimeSpan Wait(int limit, string guess, DateTimeOffset now)
    {
        Forget(now);
        var others = _underWay.Keys.Count(x => x != guess);
        if (_failures.Count + others < limit) return TimeSpan.Zero;
        return _failures.TryPeek(out var oldest) ? oldest + Length - now : TimeSpan.FromSeconds(1);
    }

    /// <summary>A guess is under way.</summary>
    public void Begin(string guess) => _underWay[guess] = _underWay.GetValueOrDefault(guess) + 1;

    /// <summary>A guess is over; <paramref name="failedAt"/> is null when it was right.</summary>
    public void End(string guess, DateTimeOffset? failedAt)
    {
        if (--_underWay[guess] == 0) _underWay.Remove(guess);
        if (failedAt is { } instant) _failures.Enqueue(instant);
    }

    /// <summary>Whether there is nothing to remember.</summary>
    public bool IsEmpty(DateTimeOffset now)
    {
        Forget(now);
        return _failures.Count == 0 && _underWay.Count == 0;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_failures.TryPeek(out var oldest) && now - oldest >= Length) _failures.Dequeue();
    }
}
