using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// Writes what waits: whatever came while the last batch was written is the next one, so that a hundred runs that end at once cost one transaction and not a hundred.
/// A stop waits until all is written.
/// </summary>
internal sealed class ReportWriter(
    ReportBacklog backlog, DatabaseThreads threads, DatabaseMake databases, TimeProvider clock, ILogger<ReportWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private bool _waits;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        backlog.Close();
        if (ExecuteTask is { } writing) await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<PendingReport>();
        while (batch.Count > 0 || await backlog.WaitAsync())
        {
            backlog.Fill(batch);
            await WriteAsync(batch);
            if (batch.Count == 0) continue;
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested) continue;
            log.ReportsLost(backlog.Count);
            return;
        }
    }

    // Leaves in the batch what must be tried again: whoever still waits is told that it failed, whoever was given a link is kept to it.
    private async Task WriteAsync(List<PendingReport> batch)
    {
        try
        {
            await threads.WriteInTurnAsync(() => Write(batch), CancellationToken.None);
            batch.Clear();
            _waits = false;
        }
        catch (Exception exception)
        {
            foreach (var failed in batch.Where(x => x.TryFail(exception)).ToList())
            {
                batch.Remove(failed);
                backlog.Forget(failed);
            }

            if (batch.Count > 0 && !_waits) log.ReportsWait(batch.Count, exception.GetBaseException().Message.ReplaceLineEndings(" "));
            _waits = batch.Count > 0;
        }
    }

    private int Write(List<PendingReport> batch)
    {
        var taken = batch.Where(x => x.TryTake()).ToList();
        Save(taken);
        foreach (var pending in taken)
        {
            backlog.Forget(pending);
            pending.Written();
        }

        return taken.Count;
    }

    private void Save(IReadOnlyList<PendingReport> taken)
    {
        try
        {
            using var database = databases.CreateDbContext();
            var reports = taken.Select(x => x.Report).ExceptBy(AlreadyThere(database, taken), x => x.Id).ToList();
            database.Reports.AddRange(reports);
            database.ReportRows.AddRange(reports.Select(x => x.Row).OfType<ReportRow>());
            database.SaveChanges();
            databases.JudgeWritten();
        }
        catch (Exception)
        {
            // It may be tried again at once.
            foreach (var pending in taken) pending.Doubt();
            throw;
        }
    }

    // What failed before may have been written nevertheless: a disk can fail after the commit, and a server's word of it can be lost.
    private static List<string> AlreadyThere(AdvisorDb database, IReadOnlyList<PendingReport> taken)
    {
        var doubtful = taken.Where(x => x.HasFailed).Select(x => x.Report.Id).ToList();
        return doubtful.Count == 0 ? [] : [.. database.Reports.Where(x => doubtful.Contains(x.Id)).Select(x => x.Id)];
    }
}
