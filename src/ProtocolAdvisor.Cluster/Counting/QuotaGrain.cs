using Orleans.Placement;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;

namespace ProtocolAdvisor.Cluster.Counting;

/// <summary>One key's requests of the minute, for all nodes. Its key is the key's name.</summary>
[Alias("quota")]
internal interface IQuotaGrain : IGrainWithStringKey
{
    /// <summary>Takes one request.</summary>
    [ResponseTimeout("00:00:01")]
    [Alias("Take")]
    Task<QuotaAnswer> TakeAsync(int limit);
}

/// <summary>It runs on one node; another one begins a new minute.</summary>
[RandomPlacement]
[GrainType("quota")]
internal sealed class QuotaGrain(GrainClock clock) : Grain, IQuotaGrain
{
    private readonly RequestMinute _minute = new(clock.Time);

    /// <inheritdoc/>
    public Task<QuotaAnswer> TakeAsync(int limit) => Task.FromResult(_minute.Take(limit));
}
