using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>
/// This process as a node of the cluster: an Orleans silo in a host of its own, so that nothing of it is there where it is not wanted. Who belongs to the cluster stands in the
/// database that all nodes share; what they keep stands in our own tables.
/// </summary>
internal sealed class ClusterNode : IAsyncDisposable
{
    // All that share a database are one cluster.
    private const string Name = "protocol-advisor";

    // A node that dies is noticed after two of these.
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(5);

    // Who joins waits no longer for nodes that are listed and have not said for so many of these that they live: all may have died.
    private const int MissedAlive = 2;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private readonly IHost? _host;

    private ClusterNode(IHost host)
        : this(host.Services) => _host = host;

    /// <summary>A silo that runs already, and that others end.</summary>
    internal ClusterNode(IServiceProvider services) => Services = services;

    private IServiceProvider Services { get; }

    /// <summary>Where it is known in the cluster.</summary>
    internal SiloAddress Address => Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    /// <summary>How many nodes work at present, this one included.</summary>
    internal int Nodes => Active(Membership.CurrentSnapshot).Count();

    private IClusterMembershipService Membership => Services.GetRequiredService<IClusterMembershipService>();

    /// <summary>Joins the cluster; throws where that cannot be.</summary>
    /// <param name="options">Where it is reached.</param>
    /// <param name="database">The database that all nodes share, with the tables of membership.</param>
    /// <param name="log">Where it logs.</param>
    /// <param name="parts">What its grains run.</param>
    /// <param name="cancellationToken">Gives up joining.</param>
    internal static async Task<ClusterNode> JoinAsync(
        NodeOptions options, DbDataSource database, ILoggerFactory log, ClusterParts parts, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(log);
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.UseOrleans(silo =>
        {
            Configure(silo, options, database);
            parts.AddTo(silo, database);
        });
        var host = builder.Build();
        var node = new ClusterNode(host);
        try
        {
            await host.StartAsync(cancellationToken);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>This node's part of a limit, where nobody can count for all.</summary>
    internal int ShareOf(int limit) => Math.Max(1, limit / Math.Max(1, Nodes));

    /// <summary>A grain, wherever it is.</summary>
    internal T Grain<T>(string key)
        where T : IGrainWithStringKey => Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

    /// <summary>Tells how many nodes work, whenever that changes.</summary>
    internal async IAsyncEnumerable<int> NodesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = 0;
        await foreach (var told in Membership.MembershipUpdates.WithCancellation(cancellationToken))
        {
            if (Active(told).Count() is var now && now != before) yield return before = now;
        }
    }

    /// <summary>Leaves the cluster: the others know at once, and take over.</summary>
    internal Task LeaveAsync(CancellationToken cancellationToken) => _host?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        else _host?.Dispose();
    }

    /// <summary>How many nodes work.</summary>
    internal static IEnumerable<SiloAddress> Active(ClusterMembershipSnapshot members) => members.Members.Values.Where(x => x.Status == SiloStatus.Active).Select(x => x.SiloAddress);

    private static void Configure(ISiloBuilder silo, NodeOptions options, DbDataSource database)
    {
        silo.Configure<ClusterOptions>(x => x.ClusterId = x.ServiceId = Name);
        silo.ConfigureEndpoints(options.Address, options.Port, gatewayPort: 0, listenOnAnyHostAddress: false);
        silo.UseAdoNetClustering((AdoNetClusteringSiloOptions x) => (x.Invariant, x.DataSource) = ("Npgsql", database));
        Tune(silo);
        if (options.Tls is { } tls) NodeSecurity.Use(silo, tls);
    }

    /// <summary>How soon a dead node is noticed, and its work taken over: for every silo, those of tests too.</summary>
    internal static void Tune(ISiloBuilder silo)
    {
        silo.Configure<ClusterMembershipOptions>(x =>
            (x.ProbeTimeout, x.NumMissedProbesLimit, x.IAmAliveTablePublishTimeout, x.NumMissedTableIAmAliveLimit) = (Probe, 2, Alive, MissedAlive));
        silo.Configure<GrainDirectoryOptions>(x => x.RangeLeaseDuration = Lease);
#pragma warning disable ORLEANSEXP003 // The directory that knows each grain exactly once, while nodes come and go, too.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
    }

    // The process's signals are its own host's.
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
