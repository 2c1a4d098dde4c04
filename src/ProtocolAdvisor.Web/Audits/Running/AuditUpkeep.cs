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

    /// <summary>Looks once: what fails keeps nothing else from being done.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredAudit> due = [];
        await TryAsync(async () => due = await store.DueAsync(cancellationToken), log.AuditNotRepeated);
        foreach (var audit in due) await TryAsync(() => RepeatAsync(audit, cancellationToken), log.AuditNotRepeated);
        await TryAsync(() => PurgeAsync(cancellationToken), log.PurgeFailed);
    }

    private async Task RepeatAsync(StoredAudit due, CancellationToken cancellationToken)
    {
        if (await store.RepeatAsync(due, cancellationToken) is { } id) await engine.GoOnAsync(id);
    }

    private async Task PurgeAsync(CancellationToken cancellationToken)
    {
        var purged = await store.PurgeAsync(cancellationToken);
        if (purged > 0) log.AuditsPurged(purged);
    }

    private static async Task TryAsync(Func<Task> work, Action<string> failed)
    {
        try
        {
            await work();
        }
        catch (StorageUnavailableException)
        {
            // It says so by itself; the next look is soon.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failed(exception.GetBaseException().Message.ReplaceLineEndings(" "));
        }
    }
}
