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

    /// <summary>Judges a key that is right, and remembers that it was right from there: null, or how long to wait.</summary>
    /// <param name="key">The key's name, one of those that are configured.</param>
    /// <param name="wasRight">Whether the node that asks has seen it right from there before.</param>
    /// <param name="limit">Wrong ones that are borne.</param>
    [ResponseTimeout("00:00:01")]
    [Alias("JudgeRight")]
    Task<TimeSpan?> JudgeRightAsync(string key, bool wasRight, int limit);
}

/// <summary>It runs on one node; another one begins a new minute, and hears from the nodes within a minute which keys were right.</summary>
[RandomPlacement]
[CollectionAgeLimit(Minutes = 2)]
[GrainType("wrongkey")]
internal sealed class WrongKeyGrain(GrainClock clock) : Grain, IWrongKeyGrain
{
    private readonly WrongKeyMinute _minute = new(clock.Time);
    private readonly HashSet<string> _right = [];

    /// <inheritdoc/>
    public Task<TimeSpan?> JudgeAsync(bool isWrong, int limit) => Task.FromResult(_minute.Judge(isWrong, limit));

    /// <inheritdoc/>
    public Task<TimeSpan?> JudgeRightAsync(string key, bool wasRight, int limit)
    {
        var wait = wasRight || _right.Contains(key) ? null : _minute.Judge(isWrong: false, limit);
        if (wait is null) _right.Add(key);
        return Task.FromResult(wait);
    }
}
