namespace ProtocolAdvisor.Web.Assessments;

/// <summary>The windows of everybody who has failed lately. Without a timer: what is empty is forgotten once a minute, or when there are too many. Used under its owner's lock.</summary>
internal sealed class FailureWindows(TimeProvider clock)
{
    /// <summary>How many are remembered: beyond, those that were used longest ago are forgotten first.</summary>
    public const int Capacity = 50_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, FailureWindow> _windows = [];
    private long _sweptAt = clock.GetTimestamp();

    /// <summary>How many are remembered.</summary>
    public int Count => _windows.Count;

    /// <summary>The window of this key.</summary>
    public FailureWindow At(string key)
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
