namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>A grain that could not be reached: its node is dying, or this one; another try may find it elsewhere.</summary>
internal static class ClusterTrouble
{
    /// <summary>Whether an exception tells of one, and not of a fault of ours.</summary>
    internal static bool Is(Exception fault) => fault is OrleansException or TimeoutException or ObjectDisposedException or OperationCanceledException;
}
