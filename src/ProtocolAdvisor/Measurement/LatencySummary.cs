using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>What a series of single fetches and one batch took.</summary>
/// <param name="Samples">Messages fetched one by one.</param>
/// <param name="Bytes">Their bytes together.</param>
/// <param name="MedianMs">Median of the single fetches in milliseconds, last byte out to last byte in.</param>
/// <param name="P95Ms">95th percentile.</param>
/// <param name="MinMs">Shortest.</param>
/// <param name="MaxMs">Longest.</param>
/// <param name="ThroughputBytesPerSecond">Bytes a second of the same messages fetched in one batch (pipelined, or one FETCH); null without a batch.</param>
/// <param name="Batched">Whether there was a batch.</param>
public sealed record LatencySummary(
    int Samples, long Bytes, double MedianMs, double P95Ms, double MinMs, double MaxMs, double? ThroughputBytesPerSecond, bool Batched)
{
    /// <summary>Sums up a series; null when it is empty.</summary>
    internal static LatencySummary? Of(IReadOnlyCollection<SampleFetch> singles, SampleFetch? together)
    {
        if (singles.Count == 0) return null;
        double[] times = [.. singles.Select(x => x.ElapsedMs).Order()];
        var throughput = together is { ElapsedMs: > 0 } batch ? batch.Bytes / batch.ElapsedMs * 1000 : (double?)null;
        return new LatencySummary(
            times.Length, singles.Sum(x => x.Bytes), Percentile(times, 0.5), Percentile(times, 0.95), times[0], times[^1], throughput, throughput is not null);
    }

    /// <summary>A percentile of sorted values, interpolated between neighbours (Hyndman and Fan's type 7).</summary>
    internal static double Percentile(IReadOnlyList<double> sorted, double share)
    {
        var place = (sorted.Count - 1) * share;
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
