using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// A report on its way into the database. Until it is written it may fail, which is told to whoever waits for it; once its caller went off with a link, it is promised, and
/// does not fail any more.
/// </summary>
/// <param name="report">The report.</param>
internal sealed class PendingReport(StoredReport report)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _verdict = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _promised;
    private bool _writing;
    private bool _withdrawn;

    /// <summary>Whether it could not be written once, as far as is known.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The report.</summary>
    public StoredReport Report => report;

    /// <summary>Waits until it is written, or for so long that it is promised instead; throws what kept it from being written.</summary>
    public async Task SettleAsync(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(patience, clock, cancellationToken);
        await Task.WhenAny(_verdict.Task, Task.Delay(Timeout.InfiniteTimeSpan, clock, limit.Token));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock) _promised = !_verdict.Task.IsCompleted;
        if (!_promised) await _verdict.Task;
    }

    /// <summary>Begins to write it; false where it has been withdrawn.</summary>
    public bool TryTake()
    {
        lock (_lock) return _writing = !_withdrawn;
    }

    /// <summary>Withdraws it; false while it is being written, and afterwards.</summary>
    public bool TryWithdraw()
    {
        lock (_lock)
        {
            if (_writing || _withdrawn) return false;
            _verdict.TrySetResult();
            return _withdrawn = true;
        }
    }

    /// <summary>It could not be written once, as far as is known.</summary>
    public void Doubt() => HasFailed = true;

    /// <summary>It is written.</summary>
    public void Written() => _verdict.TrySetResult();

    /// <summary>It could not be written; false where it is promised, and must be tried again.</summary>
    public bool TryFail(Exception exception)
    {
        lock (_lock)
        {
            _writing = false;
            return _withdrawn || (!_promised && _verdict.TrySetException(exception));
        }
    }
}
