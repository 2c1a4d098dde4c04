using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>What a series of single fetches and one batch took.</summary>
/// <param name="Samples">Messages fetched one by one.</param>
/// <param name="Bytes">Their bytes together.</param>
/// <param name="MedianMs">Median of the single fetches in milliseconds, last byte out to last byte in.</param>
/// <param name="P95Ms">95th percentile.</param>
/// <param name="MinMs">Shortest.</param>
/// <param name="MaxMs">Longest.</param>
/// <param name="ThroughputBytesPerSecond">Bytes a second of the same messages fetched in one batch (pipelined, or one FETCH), or of the largest of them where it filled the line by itself; null without either.</param>
/// <param name="Batched">Whether there was a batch.</param>
public sealed record LatencySummary(
    int Samples, long Bytes, double MedianMs, double P95Ms, double MinMs, double MaxMs, [property: SentRounded(0)] double? ThroughputBytesPerSecond, bool Batched)
{
    /// <summary>Capacity of the line towards us in Mbit/s, packet headers included; null where nothing long enough came, and as above.</summary>
    [SentRounded(3)]
    public double? DownMbit { get; init; }

    /// <summary>Whether the line carries no more than <c>downMbit</c>, or at least this; null with it.</summary>
    public CapacityKind? DownMbitKind { get; init; }

    /// <summary>What the server took for a fetch beyond the network's share, milliseconds; null where the line's round-trip time is not known.</summary>
    public double? ServerMs { get; init; }

    /// <summary>How far the single fetches strayed from what the line explains: the median in milliseconds; null as above.</summary>
    public double? JitterMs { get; init; }

    /// <summary>Whether the server holds back the end of a long answer until the rest of it is acknowledged (Nagle's algorithm); null where no sample could tell.</summary>
    public bool? HoldsLongAnswers { get; init; }

    /// <summary>How small the Inbox becomes when the server compresses it; null where it does not offer that.</summary>
    public DeflateRatio? Deflate { get; init; }

    /// <summary>Sums up a series; null when it is empty.</summary>
    /// <param name="singles">The single fetches, in their order.</param>
    /// <param name="longest">The batch behind them, or the one of them that filled the line by itself.</param>
    /// <param name="roundTripMs">The line's round-trip time; null where it is not known.</param>
    /// <param name="capacity">What is known of the line's capacity.</param>
    /// <param name="deflate">How small the Inbox becomes.</param>
    /// <param name="isBatch">Whether it is the batch.</param>
    internal static LatencySummary? Of(
        IReadOnlyCollection<SampleFetch> singles, SampleFetch? longest, double? roundTripMs = null, CapacityReading? capacity = null, DeflateRatio? deflate = null, bool isBatch = true)
    {
        if (singles.Count == 0) return null;
        double[] times = [.. singles.Select(x => x.ElapsedMs).Order()];
        var throughput = longest is { ElapsedMs: > 0 } fetch ? fetch.Bytes / fetch.ElapsedMs * 1000 : (double?)null;
        var summary = new LatencySummary(
            times.Length, singles.Sum(x => x.Bytes), Percentile(times, 0.5), Percentile(times, 0.95), times[0], times[^1], throughput, isBatch && throughput is not null)
        {
            Deflate = deflate,
        };
        return roundTripMs is { } roundTrip ? SampledLine.Tell(summary, singles, capacity, roundTrip) : summary;
    }

    /// <summary>A percentile of sorted values, interpolated between neighbours (Hyndman and Fan's type 7).</summary>
    internal static double Percentile(IReadOnlyList<double> sorted, double share)
    {
        var place = (sorted.Count - 1) * share;
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
