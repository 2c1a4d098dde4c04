namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>One audit's subjects that wait for places, and how many it may have. Used under its owner's lock.</summary>
/// <param name="most">How many it may have at most.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class AuditLine(int most, TimeProvider clock)
{
    private const double Fewer = 0.8;
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(1);
    private double _allowed = most;
    private long? _lessened;

    /// <summary>Those who wait, and some who have left.</summary>
    public Queue<TaskCompletionSource<IDisposable>> Waiting { get; } = [];

    /// <summary>How many places it has.</summary>
    public int Taken { get; set; }

    /// <summary>How many it may have now.</summary>
    public int Allowed => (int)_allowed;

    /// <summary>Whether it may have another, and somebody waits for it.</summary>
    public bool Wants()
    {
        while (Waiting.TryPeek(out var next) && next.Task.IsCompleted) Waiting.Dequeue();
        return Waiting.Count > 0 && Taken < Allowed;
    }

    /// <summary>A subject was looked at: hindered by our own limits, it takes a fifth less, once a second; else a little more.</summary>
    public void Note(bool wasHindered)
    {
        if (!wasHindered) _allowed = Math.Min(most, _allowed + (1 / _allowed));
        else if (_lessened is not { } at || clock.GetElapsedTime(at) >= BetweenSteps)
            (_allowed, _lessened) = (Math.Max(1, _allowed * Fewer), clock.GetTimestamp());
    }
}
