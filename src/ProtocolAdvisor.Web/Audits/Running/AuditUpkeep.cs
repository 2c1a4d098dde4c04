using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>Once a minute: audits that are due are made again, and those that are over, or were removed, are done away with.</summary>
internal sealed class AuditUpkeep(AuditUpkeepStore store, IAuditEngine engine, TimeProvider clock, ILogger<AuditUpkeep> log) : BackgroundService
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var id in await store.RepeatAsync(cancellationToken)) await engine.GoOnAsync(id);
            var purged = await store.PurgeAsync(cancellationToken);
            if (purged > 0) log.AuditsPurged(purged);
        }
        catch (StorageUnavailableException)
        {
            // It says so by itself; the next look is soon.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.PurgeFailed(exception.GetBaseException().Message.ReplaceLineEndings(" "));
        }
    }
}
