using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Identical probes without credentials share one run while it is in flight, and for a moment after: politeness, and no work done twice. A
/// caller that leaves does not end it for the others; the last one to leave does.
/// </summary>
/// <param name="probe">Probes within a time of its own.</param>
/// <param name="keep">How long a result serves those who ask the same: requests that are sent together need not arrive together.</param>
/// <param name="clock">Measures it.</param>
internal sealed class ProbesInFlight(Func<MailEndpoint, Deadline, Task<Probed>> probe, TimeSpan keep, TimeProvider clock)
{
    // A failure may have passed by the time that somebody tries again.
    private const int ShorterForFailures = 5;

    /// <summary>Most runs and results that are remembered; above it results go before their time.</summary>
    internal const int MostKept = 1_000;

    // In less time another run would learn less than the one that was cut.
    private static readonly TimeSpan ShortestRun = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Dictionary<(MailEndpoint Endpoint, bool Again), Run> _runs = [];

    private sealed class Run
    {
        internal required CancellationTokenSource Abandoned { get; init; }

        internal required Deadline Deadline { get; init; }

        internal required Task<Probed> Result { get; set; }

        internal int Callers { get; set; }

        internal long EndedAt { get; set; }
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
    internal async Task<Probed> JoinAsync(MailEndpoint endpoint, bool again, Deadline deadline)
    {
        var key = (endpoint, again);
        while (true)
        {
            var (run, mine) = Enter(key, deadline);
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
                Leave(key, run);
            }
        }
    }

    private static bool WasCut(Probed probed) => probed.Result.Failure?.Kind is FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault;

    // What only our own limits kept from being learned is no result to keep.
    private static bool IsWorthKeeping(Run run) =>
        run.Result.IsCompletedSuccessfully
            && run.Result.Result.Result.Failure?.Kind is not (FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault or FailureKind.Unexpected);

    private (Run Run, bool Mine) Enter((MailEndpoint Endpoint, bool Again) key, Deadline deadline)
    {
        lock (_lock)
        {
            Forget(key);
            var mine = !_runs.TryGetValue(key, out var run);
            if (run is null) run = _runs[key] = Begin(key.Endpoint, deadline);
            run.Callers++;
            return (run, mine);
        }
    }

    private Run Begin(MailEndpoint endpoint, Deadline deadline)
    {
        var abandoned = new CancellationTokenSource();
        var run = new Run { Abandoned = abandoned, Deadline = new Deadline(deadline.Left, clock, abandoned.Token), Result = null! };
        run.Result = Task.Run(() => RunAsync(endpoint, run), CancellationToken.None);
        return run;
    }

    private async Task<Probed> RunAsync(MailEndpoint endpoint, Run run)
    {
        try
        {
            return await probe(endpoint, run.Deadline);
        }
        finally
        {
            run.EndedAt = clock.GetTimestamp();
            run.Deadline.Dispose();
        }
    }

    private void Forget((MailEndpoint, bool) key)
    {
        if (_runs.TryGetValue(key, out var run) && IsStale(run)) _runs.Remove(key);
        if (_runs.Count < MostKept) return;
        foreach (var (old, _) in _runs.Where(x => x.Value.Callers == 0).ToList()) _runs.Remove(old);
    }

    private bool IsStale(Run run) =>
        run.Callers == 0
            && clock.GetElapsedTime(run.EndedAt) >= (run.Result.Result.Result.Failure is null ? keep : keep / ShorterForFailures);

    private void Leave((MailEndpoint, bool) key, Run run)
    {
        lock (_lock)
        {
            run.Callers--;
            var ended = run.Result.IsCompleted;
            if (ended ? !IsWorthKeeping(run) : run.Callers == 0)
            {
                if (_runs.TryGetValue(key, out var current) && current == run) _runs.Remove(key);
            }

            if (run.Callers > 0 || ended) return;
        }

        run.Abandoned.Cancel();
    }
}
