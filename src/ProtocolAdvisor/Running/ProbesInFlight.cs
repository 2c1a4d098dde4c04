using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Identical probes without credentials share one run while it is in flight, and for a while after: politeness, and no work done twice. A
/// caller that leaves does not end it for the others; the last one to leave does.
/// </summary>
/// <param name="probe">Probes within a time of its own.</param>
/// <param name="keep">How long results serve those who ask the same.</param>
/// <param name="clock">Measures it.</param>
internal sealed class ProbesInFlight(Func<MailEndpoint, Deadline, Task<Probed>> probe, ProbeKeep keep, TimeProvider clock)
{
    // In less time another run would learn less than the one that was cut.
    private static readonly TimeSpan ShortestRun = TimeSpan.FromMilliseconds(100);

    // Looked at for each new one. As two may go for one that comes, there are never much more than the bound and what is in flight.
    private const int LooksPerNewRun = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<(MailEndpoint Endpoint, bool Again), LinkedListNode<Run>> _runs = [];
    private readonly LinkedList<Run> _leastRecentFirst = new();

    private sealed class Run
    {
        internal required (MailEndpoint Endpoint, bool Again) Key { get; init; }

        internal required CancellationTokenSource Abandoned { get; init; }

        internal required Deadline Deadline { get; init; }

        internal required Task<Probed> Result { get; set; }

        /// <summary>The failure of the run before, where there was one and it failed.</summary>
        internal Failure? Before { get; init; }

        internal int Callers { get; set; }

        internal long EndedAt { get; set; }

        internal DateTimeOffset Ended { get; set; }
    }

    /// <summary>How many are remembered.</summary>
    internal int Count
    {
        get { lock (_lock) return _runs.Count; }
    }

    /// <summary>
    /// Joins the run for this endpoint, or begins it. A run ends with the time of the caller that began it: one that joined later and has
    /// time left goes on to another.
    /// </summary>
    /// <param name="endpoint">What is probed.</param>
    /// <param name="again">Whether this is the second try of an endpoint that turned the first away: it has a run of its own.</param>
    /// <param name="deadline">The caller's time.</param>
    /// <param name="since">What had ended before does not count; null where everything that is kept does.</param>
    internal async Task<Probed> JoinAsync(MailEndpoint endpoint, bool again, Deadline deadline, DateTimeOffset? since = null)
    {
        var key = (endpoint, again);
        while (true)
        {
            var (run, mine) = Enter(key, deadline, since);
            try
            {
                // A run that ends together with us has something to tell; one that goes on is left.
                var result = await run.Result.WaitAsync(run.Deadline.Left > deadline.Left + ShortestRun ? deadline.Token : deadline.Caller);
                if (mine || !WasCut(result) || deadline.Left < ShortestRun) return result;
            }
            catch (OperationCanceledException) when (!mine && !deadline.Token.IsCancellationRequested && deadline.Left >= ShortestRun)
            {
                // Cut while it waited for its turn, by another caller's clock.
            }
            finally
            {
                Leave(run);
            }
        }
    }

    private static bool WasCut(Probed probed) => probed.Result.Failure?.Kind is FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault;

    // What only our own limits, machine or name servers kept from being learned is no result to keep.
    private static bool IsWorthKeeping(Run run) =>
        run.Result.IsCompletedSuccessfully
            && run.Result.Result.Result.Failure?.Kind is not (FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault or FailureKind.LookupImpossible or FailureKind.Unexpected);

    private (Run Run, bool Mine) Enter((MailEndpoint Endpoint, bool Again) key, Deadline deadline, DateTimeOffset? since)
    {
        lock (_lock)
        {
            var before = Forget(key, since);
            var mine = !_runs.TryGetValue(key, out var node);
            if (node is null) node = _runs[key] = new(Begin(key, deadline, before));
            else _leastRecentFirst.Remove(node);
            _leastRecentFirst.AddLast(node);
            node.Value.Callers++;
            return (node.Value, mine);
        }
    }

    private Run Begin((MailEndpoint Endpoint, bool Again) key, Deadline deadline, Failure? before)
    {
        var abandoned = new CancellationTokenSource();
        var run = new Run { Key = key, Abandoned = abandoned, Deadline = new Deadline(deadline.Left, clock, abandoned.Token), Result = null!, Before = before };
        run.Result = Task.Run(() => RunAsync(run), CancellationToken.None);
        return run;
    }

    private async Task<Probed> RunAsync(Run run)
    {
        try
        {
            return await probe(run.Key.Endpoint, run.Deadline);
        }
        finally
        {
            (run.EndedAt, run.Ended) = (clock.GetTimestamp(), clock.GetUtcNow());
            run.Deadline.Dispose();
        }
    }

    // What is too old goes, and above the bound whatever nobody has asked for longest. Gives the failure of the run that went for being too old.
    private Failure? Forget((MailEndpoint, bool) key, DateTimeOffset? since)
    {
        Failure? before = null;
        if (_runs.TryGetValue(key, out var known) && IsStale(known.Value, since))
        {
            before = known.Value.Result.Result.Result.Failure;
            Remove(known);
        }

        for (var look = 0; look < LooksPerNewRun && _runs.Count >= keep.Most && _leastRecentFirst.First is { } oldest; look++)
        {
            Remove(oldest);
            if (oldest.Value.Callers == 0) continue;
            _runs[oldest.Value.Key] = oldest;
            _leastRecentFirst.AddLast(oldest);
        }

        return before;
    }

    private void Remove(LinkedListNode<Run> node)
    {
        _runs.Remove(node.Value.Key);
        _leastRecentFirst.Remove(node);
    }

    private bool IsStale(Run run, DateTimeOffset? since)
    {
        if (run.Callers > 0) return false;
        var failure = run.Result.Result.Result.Failure;
        return run.Ended < since || clock.GetElapsedTime(run.EndedAt) >= keep.For(failure, isRepeated: failure is not null && failure.Kind == run.Before?.Kind && failure.Step == run.Before.Step);
    }

    private void Leave(Run run)
    {
        lock (_lock)
        {
            run.Callers--;
            var ended = run.Result.IsCompleted;
            if ((ended ? !IsWorthKeeping(run) : run.Callers == 0) && _runs.TryGetValue(run.Key, out var current) && current.Value == run) Remove(current);
            if (run.Callers > 0 || ended) return;
        }

        run.Abandoned.Cancel();
    }
}
