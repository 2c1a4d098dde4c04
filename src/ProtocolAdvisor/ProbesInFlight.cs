using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor;

/// <summary>
/// Identical probes without credentials share one run while it is in flight: politeness, and no work done twice. A caller that leaves does not end it for the
/// others; the last one to leave does.
/// </summary>
internal sealed class ProbesInFlight(Func<MailEndpoint, TimeSpan, CancellationToken, Task<ProbeResult>> probe)
{
    // In less time another run would learn less than the one that was cut.
    private static readonly TimeSpan ShortestRun = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Dictionary<(MailEndpoint, TimeSpan), Run> _runs = [];

    private sealed class Run
    {
        internal required CancellationTokenSource Abandoned { get; init; }

        internal required Task<ProbeResult> Result { get; init; }

        internal int Callers { get; set; }
    }

    /// <summary>
    /// Joins the run for this endpoint and time limit, or begins it. A run ends with the time of the caller that began it: one that joined later and has
    /// time left goes on to another.
    /// </summary>
    internal async Task<ProbeResult> JoinAsync(MailEndpoint endpoint, Deadline deadline)
    {
        var key = (endpoint, deadline.After);
        while (true)
        {
            var (run, mine) = Enter(key, deadline);
            try
            {
                var result = await run.Result.WaitAsync(deadline.Caller);
                if (mine || result.Failure?.Kind != FailureKind.DeadlineReached || deadline.Left < ShortestRun) return result;
            }
            catch (OperationCanceledException) when (!mine && !deadline.Caller.IsCancellationRequested && deadline.Left >= ShortestRun)
            {
                // Cut while it waited for its turn, by another caller's clock.
            }
            finally
            {
                Leave(key, run);
            }
        }
    }

    private (Run Run, bool Mine) Enter((MailEndpoint Endpoint, TimeSpan Limit) key, Deadline deadline)
    {
        lock (_lock)
        {
            var mine = !_runs.TryGetValue(key, out var run);
            if (run is null)
            {
                var (left, abandoned) = (deadline.Left, new CancellationTokenSource());
                run = _runs[key] = new Run { Result = Task.Run(() => probe(key.Endpoint, left, abandoned.Token), CancellationToken.None), Abandoned = abandoned };
            }

            run.Callers++;
            return (run, mine);
        }
    }

    private void Leave((MailEndpoint, TimeSpan) key, Run run)
    {
        lock (_lock)
        {
            if (--run.Callers > 0 && !run.Result.IsCompleted) return;
            if (_runs.TryGetValue(key, out var current) && current == run) _runs.Remove(key);
            if (run.Callers > 0) return;
        }

        run.Abandoned.Cancel();
        run.Abandoned.Dispose();
    }
}
