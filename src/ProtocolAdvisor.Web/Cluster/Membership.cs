using System.Data.Common;
using Npgsql;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Storage.PostgreSql;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Cluster;

/// <summary>
/// Joins the cluster beside the start, so that the process answers what keeps it, and leaves it at the stop, when its runs are over. A cluster that cannot be joined is tried again
/// and again: until then the process is not ready.
/// </summary>
internal sealed class Membership(
    NodeOptions options, StorageOptions storage, ClusterLink link, ClusterParts parts, Readiness readiness, TimeProvider clock, AdvisorTelemetry telemetry, ILoggerFactory logs, ILogger<Membership> log)
    : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    private DbDataSource? _database;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (link.Node is { } node)
        {
            var began = clock.GetTimestamp();
            await node.LeaveAsync(cancellationToken);
            await node.DisposeAsync();
            log.ClusterLeft(clock.GetElapsedTime(began).TotalMilliseconds);
        }

        if (_database is not null) await _database.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _database = Open();
        var began = clock.GetTimestamp();
        while (!await TryAsync(stoppingToken))
        {
            await Task.Delay(TryAgain, clock, stoppingToken);
        }

        readiness.Joined();
        log.ClusterJoined(options.Address, options.Port, clock.GetElapsedTime(began).TotalMilliseconds);
        telemetry.Nodes = () => link.Node!.Nodes;
        await foreach (var nodes in link.Node!.NodesAsync(stoppingToken)) log.ClusterChanged(nodes);
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var secret = await SecretAsync(_database!, cancellationToken);
            await link.JoinAsync(options, _database!, logs, parts, secret, cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.ClusterNotJoined(exception.GetBaseException().Message.ReplaceLineEndings(" "));
            return false;
        }
    }

    private static async Task<byte[]> SecretAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT \"Value\" FROM \"ClusterSecrets\" WHERE \"Name\" = 'counts'");
        return (byte[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // Few connections, beside those of the reports: a database that is busy with these must not make a node look dead.
    private NpgsqlDataSource Open()
    {
        var settings = PostgreSqlConnection.ForRequests(storage.ConnectionString.Reveal());
        settings.MaxPoolSize = 4;
        return NpgsqlDataSource.Create(settings);
    }
}
