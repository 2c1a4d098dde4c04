using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor;

/// <summary>
/// Identical probes without credentials share one run while it is in flight: politeness, and no work done twice. A caller that leaves does not end it for the
/// others; the last one to leave does.
/// </summary>
internal sealed class ProbesInFlight(Func<MailEndpoint, TimeSpan, CancellationToken, Task<ProbeResult>> probe)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(MailEndpoint, TimeSpan), Run> _runs = [];

    private sealed class Run
    {
        internal required CancellationTokenSource Abandoned { get; init; }

        internal required Task<ProbeResult> Result { get; init; }

        internal int Callers { get; set; }
    }

    /// <summary>Joins the run for this endpoint and time limit, or begins it.</summary>
    internal async Task<ProbeResult> JoinAsync(MailEndpoint endpoint, TimeSpan limit, CancellationToken caller)
    {
        var key = (endpoint, limit);
        var run = Enter(key);
        try
        {
            return await run.Result.WaitAsync(caller);
        }
        finally
        {
            Leave(key, run);
        }
    }

    private Run Enter((MailEndpoint Endpoint, TimeSpan Limit) key)
    {
        lock (_lock)
        {
            if (!_runs.TryGetValue(key, out var run))
            {
                var abandoned = new CancellationTokenSource();
                run = _runs[key] = new Run { Result = Task.Run(() => probe(key.Endpoint, key.Limit, abandoned.Token), CancellationToken.None), Abandoned = abandoned };
            }

            run.Callers++;
            return run;
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
