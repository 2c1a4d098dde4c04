using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Measurement;

/// <summary>How fast a mailbox grows, from the sizes and arrival times of its messages.</summary>
internal static class Growth
{
    private const double MonthDays = 365.25 / 12;
    private const int Months = 12;

    /// <summary>
    /// Bytes a month: the Theil–Sen slope (median of the slopes of all pairs; Sen 1968) of the bytes gathered month by month over the newest year, so that one
    /// huge message or one holiday does not tell the future. Null when the oldest message is under a month old.
    /// </summary>
    /// <param name="messages">Sizes and arrival times.</param>
    /// <param name="now">The instant to look back from.</param>
    internal static long? BytesPerMonth(IReadOnlyCollection<(long Bytes, DateTimeOffset Arrived)> messages, DateTimeOffset now)
    {
        if (messages.Count == 0) return null;
        var ages = messages.Select(m => (m.Bytes, Months: (now - m.Arrived).TotalDays / MonthDays)).Where(m => m.Months >= 0).ToList();
        var months = (int)Math.Min(Months, ages.Select(m => m.Months).DefaultIfEmpty(0).Max());
        if (months < 1) return null;
        var gathered = new double[months + 1];
        for (var month = 1; month <= months; month++)
            gathered[month] = gathered[month - 1] + ages.Where(m => m.Months <= months - month + 1 && m.Months > months - month).Sum(m => m.Bytes);
        var slopes = Enumerable.Range(0, months).SelectMany(i => Enumerable.Range(i + 1, months - i).Select(j => (gathered[j] - gathered[i]) / (j - i)));
        return (long)LatencySummary.Percentile([.. slopes.Order()], 0.5);
    }

    /// <summary>When a quota is used up at that growth; null when it never is, or not within ten years.</summary>
    internal static DateTimeOffset? FullAt(Quota? quota, long? bytesPerMonth, DateTimeOffset now)
    {
        if (quota is null || bytesPerMonth is not > 0) return null;
        var months = Math.Max(0, quota.LimitBytes - quota.UsedBytes) / (double)bytesPerMonth.Value;
        return months > 120 ? null : now.AddDays(months * MonthDays);
    }
}
