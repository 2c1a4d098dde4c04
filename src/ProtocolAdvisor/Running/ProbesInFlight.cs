using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Identical probes without credentials share one run while it is in flight, and for a while after: politeness, and no work done twice. A
/// caller that leaves does not end it for the others; the last one to leave does.
/// </summary>
/// <param name="probe">Probes within a time of its own.</param>
/// <param name="keep">How long results serve those who ask the same, where whoever probes does not say.</param>
/// <param name="clock">Measures it.</param>
internal sealed class ProbesInFlight(SharedProbe probe, ProbeKeep keep, TimeProvider clock)
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

        /// <summary>For whom it was begun: whatever another node's clock says, it is newer than that.</summary>
        internal DateTimeOffset? Since { get; init; }

        internal int Callers { get; set; }

        internal long EndedAt { get; set; }

        internal DateTimeOffset Ended { get; set; }

        /// <summary>How long it serves after its end.</summary>
        internal TimeSpan Keep { get; set; }
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
    internal async Task<Probed> JoinAsync(MailEndpoint endpoint, bool again, Deadline deadline, DateTimeOffset? since = null) =>
        await (await JoinRunAsync((endpoint, again), deadline, since)).Result;

    /// <summary>The same for another node, which keeps it for as long as it is kept here.</summary>
    internal async Task<Probed> JoinToTellAsync(MailEndpoint endpoint, bool again, Deadline deadline, DateTimeOffset? since)
    {
        var run = await JoinRunAsync((endpoint, again), deadline, since);
        var (result, age) = (await run.Result, clock.GetElapsedTime(run.EndedAt));
        return result with { Kept = new KeptElsewhere(age, run.Keep > age ? run.Keep - age : TimeSpan.Zero) };
    }

    private async Task<Run> JoinRunAsync((MailEndpoint Endpoint, bool Again) key, Deadline deadline, DateTimeOffset? since)
    {
        while (true)
        {
            var (run, mine) = Enter(key, deadline, since);
            try
            {
                // A run that ends together with us has something to tell; one that goes on is left.
                var result = await run.Result.WaitAsync(run.Deadline.Left > deadline.Left + ShortestRun ? deadline.Token : deadline.Caller);
                if (mine || deadline.Left < ShortestRun || !(ProbeKeep.WasCut(result.Result.Failure) || IsFromBefore(run, since))) return run;
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

    private static bool IsWorthKeeping(Run run) => run.Result.IsCompletedSuccessfully && ProbeKeep.IsWorthKeeping(run.Result.Result.Result.Failure);

    private (Run Run, bool Mine) Enter((MailEndpoint Endpoint, bool Again) key, Deadline deadline, DateTimeOffset? since)
    {
        lock (_lock)
        {
            var before = Forget(key, since);
            var mine = !_runs.TryGetValue(key, out var node);
            if (node is null) node = _runs[key] = new(Begin(key, deadline, since, before));
            else _leastRecentFirst.Remove(node);
            _leastRecentFirst.AddLast(node);
            node.Value.Callers++;
            return (node.Value, mine);
        }
    }

    private Run Begin((MailEndpoint Endpoint, bool Again) key, Deadline deadline, DateTimeOffset? since, Failure? before)
    {
        var abandoned = new CancellationTokenSource();
        var run = new Run
        {
            Key = key,
            Abandoned = abandoned,
            Deadline = new Deadline(deadline.Left, clock, abandoned.Token),
            Result = null!,
            Since = since,
            Before = before,
        };
        run.Result = Task.Run(() => RunAsync(run), CancellationToken.None);
        return run;
    }

    private async Task<Probed> RunAsync(Run run)
    {
        var age = TimeSpan.Zero;
        try
        {
            var result = await probe(run.Key.Endpoint, run.Key.Again, run.Since, run.Deadline);
            var failure = result.Result.Failure;
            if (result.Kept is { } kept) (age, run.Keep) = (kept.Age, kept.Age + kept.Left);
            else run.Keep = keep.For(failure, isRepeated: failure is not null && failure.Kind == run.Before?.Kind && failure.Step == run.Before.Step);
            return result;
        }
        finally
        {
            (run.EndedAt, run.Ended) = (clock.GetTimestamp() - (long)(age.TotalSeconds * clock.TimestampFrequency), clock.GetUtcNow() - age);
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

    private bool IsStale(Run run, DateTimeOffset? since) =>
        run.Result.IsCompletedSuccessfully && (IsFromBefore(run, since) || clock.GetElapsedTime(run.EndedAt) >= run.Keep);

    private static bool IsFromBefore(Run run, DateTimeOffset? since) => run.Ended < since && !(run.Since >= since);

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

/// <summary>Probes an endpoint for all who ask for it meanwhile.</summary>
/// <param name="endpoint">What is probed.</param>
/// <param name="again">Whether this is the second try of an endpoint that turned the first away.</param>
/// <param name="since">What had been learned before does not count; null where it does.</param>
/// <param name="deadline">The time that it has.</param>
internal delegate Task<Probed> SharedProbe(MailEndpoint endpoint, bool again, DateTimeOffset? since, Deadline deadline);
