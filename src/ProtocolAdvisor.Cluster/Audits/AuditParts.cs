namespace ProtocolAdvisor.Cluster.Audits;

/// <summary>What the grains of audits run: the tables are the only truth, and know what is left to do.</summary>
/// <param name="Shards">The shards of an audit that have waiting subjects; none where it is not to be worked on.</param>
/// <param name="RunShard">Works on a shard to its end. Cancelled, it writes what is finished, and throws.</param>
/// <param name="ShardsPerNode">How many a node works on at once.</param>
/// <param name="Stopping">This process is about to stop: it begins nothing any more.</param>
internal sealed record AuditParts(
    Func<string, CancellationToken, Task<IReadOnlyList<int>>> Shards, Func<string, int, CancellationToken, Task> RunShard, int ShardsPerNode, CancellationToken Stopping)
{
    /// <summary>Nothing to work on.</summary>
    internal static AuditParts None { get; } = new((_, _) => Task.FromResult<IReadOnlyList<int>>([]), (_, _, _) => Task.CompletedTask, 1, CancellationToken.None);
}
