using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// How many assessments and discoveries run at once, and how many wait for their turn. Whoever cannot get it in time is told so as soon as that is known: when it
/// comes, or when those ahead turn out to be slow.
/// </summary>
internal sealed class AssessmentQueue(LoadLimits limits, TimeProvider clock)
{
    /// <summary>What a run needs to be worth beginning; of a deadline under two seconds, half.</summary>
    private static readonly TimeSpan LeastRun = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiting> _waiting = [];
    private readonly Pace _pace = new(limits.ConcurrentAssessments, clock);
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isWatched;

    /// <summary>A turn may be free for <see cref="TryBegin"/>.</summary>
    public event Action? Freed;

    /// <summary>Whether no turn is given any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How many turns are under way.</summary>
    public int UnderWay
    {
        get { lock (_lock) return _pace.UnderWay; }
    }

    /// <summary>When a turn would come for whoever came now.</summary>
    public TimeSpan TimeToTurn
    {
        get { lock (_lock) return _pace.Wait(_waiting.Count + 1); }
    }

    /// <summary>
    /// A turn, with what the deadline has left; null when it cannot come in time. The deadline counts from the request's arrival: whoever
    /// waits for the answer does not care where we spent the time.
    /// </summary>
    public async Task<Turn?> WaitAsync(TimeSpan deadline, Arrival arrival, CancellationToken cancellationToken)
    {
        var latest = deadline - (deadline / 2 < LeastRun ? deadline / 2 : LeastRun);
        if (Enter(arrival, latest) is not { } place) return null;
        using var patience = new TimeLimit(place.Left(clock) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, cancellationToken);
        await using var leaving = patience.Token.UnsafeRegister(_ => Leave(place), null);
        if (await place.Verdict.Task is { } began) return new Turn(this, began, deadline - arrival.Elapsed(clock));
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    /// <summary>A turn for work that nobody waits for: null where none is free, or somebody waits for his.</summary>
    public Turn? TryBegin()
    {
        lock (_lock)
            return IsClosed || _waiting.Count > 0 || _pace.UnderWay >= limits.ConcurrentAssessments ? null : new Turn(this, _pace.Begin(), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gives no turn any more; whoever waits is told. The end of those under way can be waited for.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            IsClosed = true;
            foreach (var place in _waiting) place.Verdict.TrySetResult(null);
            _waiting.Clear();
            if (_pace.UnderWay == 0) _empty.TrySetResult();
            return _empty.Task;
        }
    }

    /// <summary>Ends a turn, and lets the next one in.</summary>
    public void End(long began)
    {
        lock (_lock)
        {
            _pace.End(began);
            if (_waiting.First is { Value: var next })
            {
                _waiting.RemoveFirst();
                next.Verdict.TrySetResult(_pace.Begin());
            }

            if (IsClosed && _pace.UnderWay == 0) _empty.TrySetResult();
        }

        Freed?.Invoke();
    }

    private Waiting? Enter(Arrival arrival, TimeSpan latest)
    {
        var place = new Waiting(arrival, latest);
        lock (_lock)
        {
            var left = place.Left(clock);
            if (IsClosed || left <= TimeSpan.Zero) return null;
            SendAway();
            if (_pace.UnderWay < limits.ConcurrentAssessments) place.Verdict.SetResult(_pace.Begin());
            else if (_waiting.Count >= limits.QueueLength || _pace.Wait(_waiting.Count + 1) > left) return null;
            else Line(place);
        }

        return place;
    }

    private void Line(Waiting place)
    {
        _waiting.AddLast(place);
        if (_isWatched) return;
        _isWatched = true;
        _ = WatchAsync();
    }

    private void Leave(Waiting place)
    {
        lock (_lock)
            if (_waiting.Remove(place)) place.Verdict.TrySetResult(null);
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            await Task.Delay(Look, clock, CancellationToken.None);
            lock (_lock)
            {
                SendAway();
                if (_waiting.Count == 0)
                {
                    _isWatched = false;
                    return;
                }
            }
        }
    }

    // Those behind whoever is sent away move up.
    private void SendAway()
    {
        var place = 1;
        for (var node = _waiting.First; node is not null;)
        {
            var (next, waiting) = (node.Next, node.Value);
            if (_pace.Wait(place) <= waiting.Left(clock)) place++;
            else
            {
                _waiting.Remove(node);
                waiting.Verdict.TrySetResult(null);
            }

            node = next;
        }
    }

    // When its turn began; null where it does not come.
    private sealed record Waiting(Arrival Arrival, TimeSpan Latest)
    {
        public TaskCompletionSource<long?> Verdict { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TimeSpan Left(TimeProvider clock) => Latest - Arrival.Elapsed(clock);
    }
}

/// <summary>Work that may run now; disposing lets the next one.</summary>
/// <param name="queue">Where it waited.</param>
/// <param name="began">The timestamp of its beginning.</param>
/// <param name="left">The time that its deadline has left.</param>
internal sealed class Turn(AssessmentQueue queue, long began, TimeSpan left) : IDisposable
{
    private int _ended;

    /// <summary>The time that its deadline has left.</summary>
    public TimeSpan Left => left;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) queue.End(began);
    }
}
