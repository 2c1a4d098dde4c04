using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// How many subjects of audits may be looked at at once, over all audits of this process: at most half of what runs at once, and only what
/// people leave free. A subject takes a turn like anybody's, but none while somebody waits for his. Where our own limits keep subjects from
/// being found out, there are fewer at once, so that those that are have time for their turns; where nothing does, more again.
/// </summary>
internal sealed class AuditPlaces(AssessmentQueue queue, LoadLimits limits, TimeProvider clock)
{
    private const double Fewer = 0.8;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private double _allowed = MostOf(limits);
    private int _taken;
    private long? _lessened;

    /// <summary>How many at most.</summary>
    public int Most => MostOf(limits);

    /// <summary>How many there may be now.</summary>
    public int Allowed
    {
        get { lock (_lock) return (int)_allowed; }
    }

    /// <summary>Waits for a place; disposing it gives it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryEnter() is { } place) return place;
            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    /// <summary>A subject was looked at.</summary>
    /// <param name="wasHindered">Whether our own limits kept it from being found out.</param>
    public void Note(bool wasHindered)
    {
        lock (_lock)
        {
            if (!wasHindered) _allowed = Math.Min(Most, _allowed + (1 / _allowed));
            else if (_lessened is not { } at || clock.GetElapsedTime(at) >= BetweenSteps)
                (_allowed, _lessened) = (Math.Max(1, _allowed * Fewer), clock.GetTimestamp());
        }
    }

    private static int MostOf(LoadLimits limits) => Math.Max(1, limits.ConcurrentAssessments / 2);

    private Place? TryEnter()
    {
        lock (_lock)
        {
            if (_taken >= (int)_allowed || queue.TryBegin() is not { } turn) return null;
            _taken++;
            return new Place(turn, this);
        }
    }

    private void Leave()
    {
        lock (_lock) _taken--;
    }

    private sealed class Place(Turn turn, AuditPlaces places) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) != 0) return;
            turn.Dispose();
            places.Leave();
        }
    }
}
