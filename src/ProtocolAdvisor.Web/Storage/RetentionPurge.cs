using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Removes expired reports, at the start and every quarter of an hour.</summary>
internal sealed class RetentionPurge(ExpiredReports expired, InviteArchive invites, TimeProvider clock, ILogger<RetentionPurge> log) : BackgroundService
{
    /// <summary>Time between two purges.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await TryAsync(() => invites.ForgetAsync(stoppingToken));
            await TryAsync(() => PurgeAsync(stoppingToken));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        var purged = await expired.RemoveAsync(cancellationToken);
        if (purged > 0) log.ReportsPurged(purged);
    }

    // What fails keeps nothing else from being purged.
    private async Task TryAsync(Func<Task> purge)
    {
        try
        {
            await purge();
        }
        catch (ObjectDisposedException)
        {
            // A start that is refused, as where the port is taken, ends the host and does not wait for us: there is nothing left to purge.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.PurgeFailed(exception.GetBaseException().Message.ReplaceLineEndings(" "));
        }
    }
}
