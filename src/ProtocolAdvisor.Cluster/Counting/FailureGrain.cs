using Orleans.Placement;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;

namespace ProtocolAdvisor.Cluster.Counting;

/// <summary>One account's, caller's or key's failed sign-ins, for all nodes. Its key is a hash.</summary>
[Alias("failure")]
internal interface IFailureGrain : IGrainWithStringKey
{
    /// <summary>Begins a guess, where it may be tried now: zero, or how long to wait.</summary>
    [ResponseTimeout("00:00:03")]
    [Alias("TryBegin")]
    Task<TimeSpan> TryBeginAsync(GuessBounds bounds, string guess);

    /// <summary>A guess is over.</summary>
    [ResponseTimeout("00:00:03")]
    [Alias("End")]
    Task EndAsync(Guid attempt, bool failed);
}

/// <summary>It runs on one node. Where that dies, another one reads the failures from the database, and knows of no guess that is under way: those few are not counted.</summary>
[RandomPlacement]
[CollectionAgeLimit(Minutes = 10)]
[GrainType("failure")]
internal sealed class FailureGrain(FailureStore store, GrainClock clock) : Grain, IFailureGrain
{
    private static readonly TimeSpan ReadAgain = TimeSpan.FromSeconds(5);

    private readonly FailureWindow _window = new(clock.Time);
    private bool _isRead;
    private long? _triedAt;

    /// <inheritdoc/>
    public async Task<TimeSpan> TryBeginAsync(GuessBounds bounds, string guess)
    {
        await ReadAsync();
        return _window.TryBegin(bounds, guess);
    }

    /// <inheritdoc/>
    public async Task EndAsync(Guid attempt, bool failed)
    {
        if (_window.End(attempt, failed, out var domain)) await store.KeepAsync(attempt, this.GetPrimaryKeyString(), domain);
    }

    // A database that is down for a while keeps nobody from his mailbox: what it knows is read when it is back.
    private async Task ReadAsync()
    {
        if (_isRead || (_triedAt is { } tried && clock.Time.GetElapsedTime(tried) < ReadAgain)) return;
        _triedAt = clock.Time.GetTimestamp();
        if (await store.ReadAsync(this.GetPrimaryKeyString()) is not { } failures) return;
        foreach (var (domain, age) in failures) _window.Remember(domain, age);
        _isRead = true;
    }
}
