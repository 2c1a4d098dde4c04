using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using ProtocolAdvisor.Cluster.Audits;
using ProtocolAdvisor.Cluster.Gates;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>Three silos in this process, with a network and members of their own, and all that is ours.</summary>
internal sealed class ThreeNodes : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private ThreeNodes(InProcessTestCluster cluster) => _cluster = cluster;

    /// <summary>The nodes that live.</summary>
    public IReadOnlyList<TestNode> Nodes { get; private set; } = [];

    public static async Task<ThreeNodes> StartAsync()
    {
        var builder = new InProcessTestClusterBuilder(3);
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureSilo((_, silo) =>
        {
            ClusterNode.Tune(silo);
            new ClusterParts(new PermitMemory(TimeProvider.System), TimeProvider.System, AuditParts.None, new RunningShards()).AddTo(silo, null);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new ThreeNodes(cluster) { Nodes = [.. cluster.Silos.Select(x => new TestNode(x.ServiceProvider))] };
    }

    /// <summary>Ends one without a word.</summary>
    public async Task KillAsync(int node)
    {
        await _cluster.KillSiloAsync(_cluster.Silos[node]);
        Nodes = [.. Nodes.Where((_, x) => x != node)];
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}

/// <summary>One of them.</summary>
internal sealed class TestNode
{
    private readonly IServiceProvider _services;
    private readonly ClusterLink _link = new();

    public TestNode(IServiceProvider services)
    {
        _services = services;
        _link.Joined(new ClusterNode(services), new byte[32]);
    }

    public ClusterLink Link => _link;

    public SharedGate Gate(GateLimits limits, string use = "test") => new(use, limits, _link, _services.GetRequiredService<PermitMemory>(), TimeProvider.System);
}
