using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The reports that wait to be written, in the order in which they came. They are found and removed like those on the disk.</summary>
internal sealed class ReportBacklog
{
    /// <summary>How many may wait: what comes beyond is refused, so that a disk that stands still does not fill the memory.</summary>
    public const int Capacity = 1000;

    private const int LargestBatch = 100;
    private readonly ConcurrentDictionary<string, PendingReport> _pending = new(StringComparer.Ordinal);
    private readonly Channel<PendingReport> _order = Channel.CreateBounded<PendingReport>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>How many wait, or are being written.</summary>
    public int Count => _pending.Count;

    /// <summary>Takes a report in.</summary>
    public PendingReport Add(StoredReport report)
    {
        var pending = _pending[report.Id] = new PendingReport(report);
        if (_order.Writer.TryWrite(pending)) return pending;
        Forget(pending);
        throw new IOException("Too many reports wait to be written, or the service is stopping.");
    }

    /// <summary>A report that waits, or is being written.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out StoredReport? report) => (report = _pending.GetValueOrDefault(id)?.Report) is not null;

    /// <summary>Removes a report that waits; false where there is none, or it is being written.</summary>
    public bool TryWithdraw(string id)
    {
        if (_pending.GetValueOrDefault(id) is not { } pending || !pending.TryWithdraw()) return false;
        Forget(pending);
        return true;
    }

    /// <summary>From now on it is looked for on the disk.</summary>
    public void Forget(PendingReport pending) => _pending.TryRemove(pending.Report.Id, out _);

    /// <summary>Takes no more.</summary>
    public void Close() => _order.Writer.TryComplete();

    /// <summary>Waits for reports; false when there will be no more.</summary>
    public ValueTask<bool> WaitAsync() => _order.Reader.WaitToReadAsync();

    /// <summary>Fills up a batch.</summary>
    public void Fill(List<PendingReport> batch)
    {
        while (batch.Count < LargestBatch && _order.Reader.TryRead(out var next)) batch.Add(next);
    }
}
