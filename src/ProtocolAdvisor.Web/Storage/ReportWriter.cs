using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// Writes what waits: whatever came while the last batch was written is the next one, so that a hundred runs that end at once cost one transaction and not a hundred.
/// A stop waits until all is written.
/// </summary>
internal sealed class ReportWriter(
    ReportBacklog backlog, DatabaseThreads threads, IDbContextFactory<AdvisorDb> databases, TimeProvider clock, ILogger<ReportWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
            await threads.WriteAsync(() => Write(batch), CancellationToken.None);
            batch.Clear();
        }
        catch (Exception exception)
        {
            foreach (var failed in batch.Where(x => x.TryFail(exception)).ToList())
            {
                batch.Remove(failed);
                backlog.Forget(failed);
            }

            if (batch.Count > 0) log.ReportsWait(exception, batch.Count);
        }
    }

    private int Write(List<PendingReport> batch)
    {
        var taken = batch.Where(x => x.TryTake()).ToList();
        using var database = databases.CreateDbContext();
        database.Reports.AddRange(taken.Select(x => x.Report));
        database.SaveChanges();
        foreach (var pending in taken)
        {
            backlog.Forget(pending);
            pending.Written();
        }

        return taken.Count;
    }
}
