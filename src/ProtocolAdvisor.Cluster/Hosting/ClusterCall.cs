namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>A call that is made again where a node dies meanwhile.</summary>
internal static class ClusterCall
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>What it says, or null where nobody could be asked in that time. What is called must bear being called twice.</summary>
    internal static async Task<T?> TryAsync<T>(ClusterLink link, Func<ClusterNode, Task<T?>> call, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
        where T : struct
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                if (link.Node is { } node) return await call(node);
            }
            catch (Exception fault) when (ClusterTrouble.Is(fault))
            {
            }

            if (clock.GetElapsedTime(began) >= patience) return null;
            await Task.Delay(TryAgain, clock, cancellationToken);
        }
    }
}
