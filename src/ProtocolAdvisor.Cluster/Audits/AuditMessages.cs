using ProtocolAdvisor.Cluster.Hosting;

namespace ProtocolAdvisor.Cluster.Audits;

/// <summary>What a node tells the grain of an audit, wherever that is. The tables have it already: what does not arrive is found with the next sweep.</summary>
/// <param name="link">The way to the cluster.</param>
internal sealed class AuditMessages(ClusterLink link)
{
    /// <summary>There is work.</summary>
    internal Task GoOnAsync(string audit) => TellAsync(audit, x => x.GoOnAsync());

    /// <summary>It is paused, or removed.</summary>
    internal Task HaltAsync(string audit) => TellAsync(audit, x => x.HaltAsync());

    private async Task TellAsync(string audit, Func<IAuditGrain, Task> tell)
    {
        try
        {
            if (link.Node is { } node) await tell(node.Grain<IAuditGrain>(audit));
        }
        catch (Exception fault) when (ClusterTrouble.Is(fault))
        {
        }
    }
}
