using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// How many subjects of audits may be looked at at once, over all audits of this process: at most half of what runs at once, and only what
/// people leave free. A subject takes a turn like anybody's, but none while somebody waits for his. Where our own limits keep subjects from
/// being found out, there are fewer at once, so that those that are have time for their turns; where nothing does, more again.
/// </summary>
internal sealed class AuditPlaces
{
    private const double Fewer = 0.8;
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromSeconds(1);
    private readonly AssessmentQueue _queue;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource<IDisposable>> _waiting = [];
    private double _allowed;
    private int _taken;
    private long? _lessened;

    /// <summary>Places beside people.</summary>
    /// <param name="queue">Where people take their turns, and the subjects, too.</param>
    /// <param name="limits">How many turns there are at once.</param>
    /// <param name="clock">Tells the time.</param>
    public AuditPlaces(AssessmentQueue queue, LoadLimits limits, TimeProvider clock)
    {
        (_queue, _clock, Most) = (queue, clock, Math.Max(1, limits.ConcurrentAssessments / 2));
        _allowed = Most;
        queue.Freed += Admit;
    }

    /// <summary>How many at most.</summary>
    public int Most { get; }

    /// <summary>How many there may be now.</summary>
    public int Allowed
    {
        get { lock (_lock) return (int)_allowed; }
    }

    /// <summary>Waits for a place; disposing it gives it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _waiting.AddLast(mine);
        Admit();
        await using var leaving = cancellationToken.UnsafeRegister(_ => mine.TrySetCanceled(cancellationToken), null);
        return await mine.Task;
    }

    /// <summary>A subject was looked at.</summary>
    /// <param name="wasHindered">Whether our own limits kept it from being found out.</param>
    public void Note(bool wasHindered)
    {
        lock (_lock)
        {
            if (!wasHindered) _allowed = Math.Min(Most, _allowed + (1 / _allowed));
            else if (_lessened is not { } at || _clock.GetElapsedTime(at) >= BetweenSteps)
                (_allowed, _lessened) = (Math.Max(1, _allowed * Fewer), _clock.GetTimestamp());
        }

        Admit();
    }

    // Those who came first, as long as there are places.
    private void Admit()
    {
        lock (_lock)
        {
            while (_waiting.First is { Value: var next })
            {
                if (!next.Task.IsCompleted)
                {
                    if (TryEnter() is not { } place) return;
                    if (!next.TrySetResult(place)) _ = Task.Run(place.Dispose); // it has left in this moment
                }

                _waiting.RemoveFirst();
            }
        }
    }

    private Place? TryEnter()
    {
        if (_taken >= (int)_allowed || _queue.TryBegin() is not { } turn) return null;
        _taken++;
        return new Place(turn, this);
    }

    private void Leave()
    {
        lock (_lock) _taken--;
        Admit();
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
