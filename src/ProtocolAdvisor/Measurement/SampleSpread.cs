using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// Whether the single fetches taken so far tell enough: a further one costs everybody who waits a round trip, and where its time is known beforehand, it is not fetched.
/// </summary>
internal static class SampleSpread
{
    /// <summary>Fewer never tell enough.</summary>
    internal const int Fewest = 5;

    private const double MostSpread = 0.05;

    // Nearer than this, all of them are over in no time, and what a busy machine adds is more than what is measured.
    private const double LeastRoundTripMs = 5;

    // The standard error of a median, from the median of absolute deviations: √(π/2) of the mean's, and 1.4826 of a normal distribution's.
    private const double ErrorOfMedian = 1.2533 * 1.4826;

    /// <summary>
    /// Whether the median is known to 5 %, apart from what the sizes and the line explain, and nothing else is left to be found out: how small messages become
    /// (<see cref="DeflateRatio"/>) needs all samples, and whether long answers are held back needs some of the right length.
    /// </summary>
    /// <param name="singles">The fetches so far.</param>
    /// <param name="rest">What could still be fetched.</param>
    /// <param name="capacity">What the last of them told of the line.</param>
    /// <param name="roundTripMs">The line's round-trip time; null where it is not known.</param>
    internal static bool IsEnough(IReadOnlyCollection<SampleFetch> singles, IReadOnlyList<MessageSize> rest, CapacityReading? capacity, double? roundTripMs)
    {
        if (singles.Count < Fewest || roundTripMs is not >= LeastRoundTripMs || singles.Any(x => x.Deflated is not null)) return false;
        if (LatencySummary.Of(singles, null, roundTripMs, capacity) is not { JitterMs: { } strayMs } summary) return false;
        if (summary.HoldsLongAnswers is null && rest.Any(x => SampledLine.IsTelling(x.Bytes))) return false;
        return ErrorOfMedian * strayMs / Math.Sqrt(singles.Count) < MostSpread * summary.MedianMs;
    }
}
