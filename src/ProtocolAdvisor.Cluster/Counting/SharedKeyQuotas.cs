using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;

namespace ProtocolAdvisor.Cluster.Counting;

/// <summary>Counted for all nodes. Where the node that counts cannot be reached at once, each counts its own share: nobody is locked out, and all together let through no more.</summary>
internal sealed class SharedKeyQuotas(ClusterLink link, TimeProvider clock) : KeyQuotas
{
    private readonly LocalKeyQuotas _own = new(clock);

    /// <inheritdoc/>
    internal override async Task<QuotaAnswer> TakeAsync(string key, int limit)
    {
        if (link.Node is not { } node) return await _own.TakeAsync(key, limit);
        try
        {
            return await node.Grain<IQuotaGrain>(key).TakeAsync(limit);
        }
        catch (Exception fault) when (ClusterTrouble.Is(fault))
        {
            return await _own.TakeAsync(key, node.ShareOf(limit));
        }
    }
}

/// <summary>The same for wrong keys.</summary>
internal sealed class SharedWrongKeyCounts(ClusterLink link, TimeProvider clock) : WrongKeyCounts
{
    private readonly LocalWrongKeyCounts _own = new(clock);

    /// <inheritdoc/>
    internal override Task<TimeSpan?> JudgeAsync(string address, bool isWrong, int limit) =>
        AskAsync(address, x => x.JudgeAsync(isWrong, limit), x => _own.JudgeAsync(address, isWrong, x(limit)));

    /// <inheritdoc/>
    internal override Task<TimeSpan?> JudgeRightAsync(string address, string key, bool wasRight, int limit) =>
        AskAsync(address, x => x.JudgeRightAsync(key, wasRight, limit), x => _own.JudgeRightAsync(address, key, wasRight, x(limit)));

    private async Task<TimeSpan?> AskAsync(string address, Func<IWrongKeyGrain, Task<TimeSpan?>> all, Func<Func<int, int>, Task<TimeSpan?>> alone)
    {
        if (link.Node is not { } node) return await alone(x => x);
        try
        {
            return await all(node.Grain<IWrongKeyGrain>(address));
        }
        catch (Exception fault) when (ClusterTrouble.Is(fault))
        {
            return await alone(node.ShareOf);
        }
    }
}
