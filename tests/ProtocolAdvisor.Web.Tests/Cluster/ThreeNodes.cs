using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using ProtocolAdvisor.Cluster.Audits;
using ProtocolAdvisor.Cluster.Gates;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Probes;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>Three silos in this process, with a network and members of their own, and all that is ours.</summary>
internal sealed class ThreeNodes : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private ThreeNodes(InProcessTestCluster cluster) => _cluster = cluster;

    /// <summary>The nodes that live.</summary>
    public IReadOnlyList<TestNode> Nodes { get; private set; } = [];

    /// <summary>Starts them.</summary>
    /// <param name="options">How each node assesses mailboxes; null where none does.</param>
    /// <param name="nodes">How many, where one is enough.</param>
    public static async Task<ThreeNodes> StartAsync(AssessorOptions? options = null, short nodes = 3)
    {
        var builder = new InProcessTestClusterBuilder(nodes);
        builder.Options.InitializeClientOnDeploy = false;
        builder.ConfigureSilo((_, silo) =>
        {
            ClusterNode.Tune(silo);
            var node = new TestNode(options);
            silo.Services.AddSingleton(node);
            new ClusterParts(node.Permits, TimeProvider.System, AuditParts.None, new RunningShards(), new ProbeParts((order, token) => node.Assessor!.AnswerAsync(order, token))).AddTo(silo, null);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new ThreeNodes(cluster) { Nodes = [.. cluster.Silos.Select(x => TestNode.Of(x.ServiceProvider))] };
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
    public TestNode(AssessorOptions? options)
    {
        if (options is not null) Assessor = new MailboxAssessor(options, TimeProvider.System, (use, limits) => Gate(limits, $"{use}"), new MailHostNodes(Link, TimeProvider.System).AskAsync);
    }

    /// <summary>Assesses mailboxes as one of the nodes.</summary>
    public MailboxAssessor? Assessor { get; }

    public ClusterLink Link { get; } = new();

    public PermitMemory Permits { get; } = new(TimeProvider.System);

    /// <summary>The node of a silo that has started.</summary>
    public static TestNode Of(IServiceProvider services)
    {
        var node = services.GetRequiredService<TestNode>();
        node.Link.Joined(new ClusterNode(services), new byte[32]);
        return node;
    }

    public SharedGate Gate(GateLimits limits, string use = "test") => new(use, limits, Link, Permits, TimeProvider.System);
}
