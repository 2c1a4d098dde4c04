using Orleans.Concurrency;
using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Cluster.Gates;

/// <summary>The gate of one target for all nodes. Its key is the use and the target.</summary>
[Alias("gate")]
internal interface IGateGrain : IGrainWithStringKey
{
    /// <summary>Waits for a turn. Asked again under the same number, it is the same turn.</summary>
    /// <param name="permit">The permit's number.</param>
    /// <param name="holder">The node that asks.</param>
    /// <param name="bounds">How much the target may be asked.</param>
    /// <param name="token">Ends the waiting.</param>
    [ResponseTimeout("00:01:15")]
    [Alias("Acquire")]
    Task<GateReply> AcquireAsync(Guid permit, SiloAddress holder, GateBounds bounds, CancellationToken token);

    /// <summary>A permit comes back, or is not waited for any more.</summary>
    /// <param name="permit">Its number.</param>
    /// <param name="answered">Whether the target answered; null where nobody knows.</param>
    [OneWay]
    [Alias("Return")]
    Task ReturnAsync(Guid permit, bool? answered);
}

/// <summary>What became of a turn.</summary>
/// <param name="Granted">False where the target must be left alone now, or too many wait.</param>
/// <param name="Left">Permits that are left of the target's minute.</param>
[GenerateSerializer]
[Alias("gateReply")]
[Immutable]
internal sealed record GateReply([property: Id(0)] bool Granted, [property: Id(1)] double Left);

/// <summary><see cref="GateLimits"/> on their way.</summary>
[GenerateSerializer]
[Alias("gateBounds")]
[Immutable]
internal sealed record GateBounds(
    [property: Id(0)] int Concurrency, [property: Id(1)] int PerMinute, [property: Id(2)] int Waiting, [property: Id(3)] int SilencesToPause, [property: Id(4)] TimeSpan Pause, [property: Id(5)] int Burst)
{
    internal static GateBounds Of(GateLimits limits) => new(limits.Concurrency, limits.PerMinute, limits.Waiting, limits.SilencesToPause, limits.Pause, limits.Burst);

    internal GateLimits Limits => new(Concurrency, PerMinute) { Waiting = Waiting, SilencesToPause = SilencesToPause, Pause = Pause, Burst = Burst };
}
