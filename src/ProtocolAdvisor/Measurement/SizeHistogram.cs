namespace ProtocolAdvisor.Measurement;

/// <summary>Counts messages by size in steps of an eighth of a doubling: percentiles within 5 %, whatever the number of messages.</summary>
internal sealed class SizeHistogram
{
    private const int StepsPerDoubling = 8;
    private readonly long[] _counts = new long[(64 * StepsPerDoubling) + 1];
    private long _total;

    /// <summary>Notes a message.</summary>
    internal void Add(long bytes)
    {
        _counts[(int)(Math.Log2(Math.Max(1, bytes)) * StepsPerDoubling)]++;
        _total++;
    }

    /// <summary>The size that this share of the messages does not exceed; null without messages.</summary>
    internal long? Percentile(double share)
    {
        if (_total == 0) return null;
        var (place, seen) = (Math.Ceiling(share * _total), 0L);
        var step = Array.FindIndex(_counts, count => count > 0 && (seen += count) >= place);
        return (long)Math.Pow(2, (step + 0.5) / StepsPerDoubling);
    }
}
