using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Cluster.Probes;

/// <summary>Asks the nodes to which mail hosts belong.</summary>
/// <param name="link">The way to the cluster.</param>
/// <param name="clock">Measures.</param>
internal sealed class MailHostNodes(ClusterLink link, TimeProvider clock)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(100);

    // From when it is known that the node is gone: another one is found at once, or none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>As <see cref="Running.AskNode"/>.</summary>
    internal async Task<string?> AskAsync(HostName host, string order, CancellationToken token)
    {
        for (long? failed = null; ;)
        {
            try
            {
                if (link.Node is { } node) return await node.Grain<IMailHostGrain>(host.Value).AskAsync(order, token);
            }
            catch (Exception fault) when (ClusterTrouble.Is(fault) && !token.IsCancellationRequested)
            {
            }

            failed ??= clock.GetTimestamp();
            if (clock.GetElapsedTime(failed.Value) >= Patience) return null;
            await Task.Delay(TryAgain, clock, token);
        }
    }
}
