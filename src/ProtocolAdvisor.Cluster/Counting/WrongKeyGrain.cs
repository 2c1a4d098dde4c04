using Orleans.Placement;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;

namespace ProtocolAdvisor.Cluster.Counting;

/// <summary>One address's wrong keys of the minute, for all nodes. Its key is the address.</summary>
[Alias("wrongkey")]
internal interface IWrongKeyGrain : IGrainWithStringKey
{
    /// <summary>Judges one try: null, or how long to wait.</summary>
    [ResponseTimeout("00:00:01")]
    [Alias("Judge")]
    Task<TimeSpan?> JudgeAsync(bool isWrong, int limit);
}

/// <summary>It runs on one node; another one begins a new minute.</summary>
[RandomPlacement]
[CollectionAgeLimit(Minutes = 2)]
[GrainType("wrongkey")]
internal sealed class WrongKeyGrain(GrainClock clock) : Grain, IWrongKeyGrain
{
    private readonly WrongKeyMinute _minute = new(clock.Time);

    /// <inheritdoc/>
    public Task<TimeSpan?> JudgeAsync(bool isWrong, int limit) => Task.FromResult(_minute.Judge(isWrong, limit));
}
