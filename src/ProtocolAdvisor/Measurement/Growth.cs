using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// How fast a mailbox grows, from the sizes and arrival times of its messages: gathered month by month, so that they need not be kept.
/// </summary>
/// <param name="now">The instant to look back from.</param>
internal sealed class Growth(DateTimeOffset now)
{
    private const double MonthDays = 365.25 / 12;
    private const int Months = 12;
    private readonly long[] _byMonthOfAge = new long[Months + 1];
    private double _oldest;

    /// <summary>Notes a message.</summary>
    internal void Add(long bytes, DateTimeOffset arrived)
    {
        var age = (now - arrived).TotalDays / MonthDays;
        _oldest = Math.Max(_oldest, age);
        if (age is > 0 and <= Months) _byMonthOfAge[(int)Math.Ceiling(age)] += bytes;
    }

    /// <summary>
    /// Bytes a month: the Theil–Sen slope (median of the slopes of all pairs; Sen 1968) of the bytes gathered month by month over the
    /// newest year, so that one huge message or one holiday does not decide the forecast. Null when the oldest message is under a month
    /// old.
    /// </summary>
    internal long? BytesPerMonth
    {
        get
        {
            var months = (int)Math.Min(Months, _oldest);
            if (months < 1) return null;
            var gathered = new double[months + 1];
            for (var month = 1; month <= months; month++) gathered[month] = gathered[month - 1] + _byMonthOfAge[months - month + 1];
            var slopes = Enumerable.Range(0, months).SelectMany(i => Enumerable.Range(i + 1, months - i).Select(j => (gathered[j] - gathered[i]) / (j - i)));
            return (long)LatencySummary.Percentile([.. slopes.Order()], 0.5);
        }
    }

    /// <summary>When a quota is used up at that growth; null when it never is, or not within ten years.</summary>
    internal static DateTimeOffset? FullAt(Quota? quota, long? bytesPerMonth, DateTimeOffset now)
    {
        if (quota is not { LimitBytes: > 0 } || bytesPerMonth is not > 0) return null;
        var months = Math.Max(0, quota.LimitBytes - quota.UsedBytes) / (double)bytesPerMonth.Value;
        return months > 120 ? null : now.AddDays(months * MonthDays);
    }
}
