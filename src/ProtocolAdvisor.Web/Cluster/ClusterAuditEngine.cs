using ProtocolAdvisor.Cluster.Audits;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Cluster;

/// <summary>
/// Has all nodes work on audits. Each looks every three seconds at what is unfinished, and tells it to the grain of each audit: so an audit goes on when nodes die, and when all have
/// died and one is back.
/// </summary>
internal sealed class ClusterAuditEngine(
    ShardTools tools, AuditMessages messages, RunningShards running, Readiness readiness, IHostApplicationLifetime lifetime) : BackgroundService, IAuditEngine
{
    // Nodes of one cluster claim audits together, before others that use the same database without knowing of it.
    private const string Nodes = "cluster";

    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Lease = 4 * Sweep;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public Task GoOnAsync(string auditId) => messages.GoOnAsync(auditId);

    /// <inheritdoc/>
    public Task HaltAsync(string auditId) => messages.HaltAsync(auditId);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            while (!readiness.IsReady) await Task.Delay(Look, tools.Clock, stopping.Token);
            while (true)
            {
                await SweepAsync(stopping.Token);
                await Task.Delay(Sweep, tools.Clock, stopping.Token);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }

        // They write what is finished, before the node leaves; others do the rest.
        while (running.Count > 0) await Task.Delay(Look, tools.Clock, CancellationToken.None);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var unfinished = await tools.Store.ClaimAsync(Nodes, Lease, cancellationToken);
            running.HaltAllBut(unfinished);
            await Task.WhenAll(unfinished.Select(GoOnAsync));
        }
        catch (StorageUnavailableException)
        {
            // It says so by itself; what is under way waits with what it has.
        }
    }
}
