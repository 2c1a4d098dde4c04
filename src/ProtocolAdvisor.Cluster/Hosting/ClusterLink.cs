using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>The way to the cluster, from when this process has joined it.</summary>
internal sealed class ClusterLink
{
    private volatile ClusterNode? _node;

    /// <summary>This process as a node; null where it has not joined yet.</summary>
    public ClusterNode? Node => _node;

    /// <summary>What all nodes hash under before they share it; null where this process has not joined yet.</summary>
    public byte[]? Secret { get; private set; }

    /// <summary>Joins the cluster; throws where that cannot be. Who awaits it need not know what a node is.</summary>
    internal async Task JoinAsync(NodeOptions options, DbDataSource database, ILoggerFactory log, ClusterParts parts, byte[] secret, CancellationToken cancellationToken) =>
        Joined(await ClusterNode.JoinAsync(options, database, log, parts, cancellationToken), secret);

    /// <summary>It has joined.</summary>
    public void Joined(ClusterNode node, byte[] secret) => (Secret, _node) = (secret, node);
}
