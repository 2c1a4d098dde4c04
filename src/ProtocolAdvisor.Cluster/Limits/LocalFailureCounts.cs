using System.Security.Cryptography;

namespace ProtocolAdvisor.Cluster.Limits;

/// <summary>Counted in this process. Without a timer: what is empty is forgotten once a minute, or when there are too many.</summary>
internal sealed class LocalFailureCounts(TimeProvider clock) : FailureCounts
{
    /// <summary>How many windows are remembered: beyond, those that were used longest ago are forgotten first.</summary>
    internal const int Capacity = 50_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FailureWindow> _windows = [];
    private long _sweptAt = clock.GetTimestamp();

    /// <summary>How many are remembered.</summary>
    internal int Count
    {
        get { lock (_lock) return _windows.Count; }
    }

    /// <inheritdoc/>
    internal override byte[] HashKey { get; } = RandomNumberGenerator.GetBytes(32);

    /// <inheritdoc/>
    internal override Task<TimeSpan> TryBeginAsync(IReadOnlyList<GuessBounds> windows, string guess, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var wait = windows.Select(x => At(x.Window).TryBegin(x, guess)).DefaultIfEmpty().Max();
            if (wait > TimeSpan.Zero)
            {
                foreach (var window in windows) At(window.Window).End(window.Attempt, failed: false, out _);
            }

            return Task.FromResult(wait);
        }
    }

    /// <inheritdoc/>
    internal override Task EndAsync(IReadOnlyList<GuessEnd> ends)
    {
        lock (_lock)
        {
            foreach (var end in ends) At(end.Window).End(end.Attempt, end.Failed, out _);
        }

        return Task.CompletedTask;
    }

    private FailureWindow At(string key)
    {
        if (_windows.TryGetValue(key, out var window)) return window;
        if (_windows.Count >= Capacity || clock.GetElapsedTime(_sweptAt) >= Pause) Sweep();
        return _windows[key] = new FailureWindow(clock);
    }

    private void Sweep()
    {
        _sweptAt = clock.GetTimestamp();
        foreach (var (key, _) in _windows.Where(x => x.Value.IsEmpty).ToList()) _windows.Remove(key);
        if (_windows.Count < Capacity) return;
        foreach (var (key, _) in _windows.Where(x => !x.Value.IsUsed).OrderBy(x => x.Value.UsedAt).Take(Capacity / 10).ToList()) _windows.Remove(key);
    }
}
