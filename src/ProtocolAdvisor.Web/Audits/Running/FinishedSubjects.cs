using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// A shard's finished subjects on their way into the tables: written together every fifth of a second; while they cannot be written, they
/// wait.
/// </summary>
/// <param name="work">The audit.</param>
/// <param name="tools">What every shard needs.</param>
internal sealed class FinishedSubjects(AuditWork work, ShardTools tools)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<FinishedSubject> _waiting = [];

    /// <summary>Takes one in.</summary>
    public void Add(FinishedSubject finished)
    {
        lock (_lock) _waiting.Add(finished);
    }

    /// <summary>There will be no more.</summary>
    public void Close() => _closed.TrySetResult();

    /// <summary>Writes them as they come, until there are no more. Cancelled, it tries once more and leaves what cannot be written.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var isLast = _closed.Task.IsCompleted;
            var written = await TryWriteAsync();
            if (isLast && (written || cancellationToken.IsCancellationRequested)) return;
            var pause = written ? Task.Delay(Beat, tools.Clock, CancellationToken.None) : Task.Delay(TryAgain, tools.Clock, cancellationToken);
            await (written ? Task.WhenAny(_closed.Task, pause) : Task.WhenAny(pause));
        }
    }

    private async Task<bool> TryWriteAsync()
    {
        List<FinishedSubject> taken;
        lock (_lock) (taken, _waiting) = (_waiting, []);
        if (taken.Count == 0) return true;
        try
        {
            var isLast = await tools.Store.FlushAsync(work.Id, taken, CancellationToken.None);
            tools.Holds.Remove(work.Id);
            if (isLast) tools.Log.AuditDone(work.Total);
            return true;
        }
        catch (StorageUnavailableException)
        {
            tools.Holds.Add(work.Id);
            lock (_lock) _waiting.InsertRange(0, taken);
            return false;
        }
    }
}
