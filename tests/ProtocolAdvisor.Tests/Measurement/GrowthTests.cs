using CsCheck;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Measurement;

public sealed class GrowthTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Under_a_month_of_mail_tells_nothing() => Assert.Null(BytesPerMonth([(1000, Now.AddDays(-29))]));

    [Fact]
    public void Steady_mail_grows_by_what_a_month_brings()
    {
        var daily = Enumerable.Range(0, 365 * 2).Select(day => (1000L, Now.AddDays(-day))).ToList();
        Assert.InRange(BytesPerMonth(daily)!.Value, 30_000, 31_000);
    }

    [Fact]
    public void One_huge_message_does_not_tell_the_future()
    {
        var daily = Enumerable.Range(0, 365).Select(day => (1000L, Now.AddDays(-day))).Append((50_000_000, Now.AddDays(-40))).ToList();
        Assert.InRange(BytesPerMonth(daily)!.Value, 29_000, 33_000);
    }

    [Fact]
    public void The_quota_is_full_when_what_is_left_is_used_up_at_that_pace()
    {
        var full = Growth.FullAt(new Quota(400, 1000), 100, Now)!.Value;
        Assert.InRange((full - Now).TotalDays, 182, 183);
        Assert.Equal(Now, Growth.FullAt(new Quota(1100, 1000), 100, Now));
        Assert.Null(Growth.FullAt(new Quota(0, 1_000_000), 1, Now));
        Assert.Null(Growth.FullAt(new Quota(0, 1000), 0, Now));
        Assert.Null(Growth.FullAt(new Quota(400, 0), 100, Now));
    }

    [Fact]
    public void Samples_stay_within_count_and_budget_and_are_the_same_each_time() => Gen.Select(
        Gen.Long[0, 100_000].Array[0, 300], Gen.Int[0, 50], Gen.Long[0, 1_000_000]).Sample((sizes, count, budget) =>
    {
        var chosen = SampleChoice.Of(sizes, count, budget);
        Assert.True(chosen.Count <= count);
        Assert.True(chosen.Sum(i => sizes[i]) <= budget);
        Assert.Equal(chosen.Order().Distinct(), chosen);
        Assert.Equal(chosen, SampleChoice.Of(sizes, count, budget));
    });

    [Fact]
    public void Samples_are_spread_over_the_sizes()
    {
        var sizes = Enumerable.Range(0, 100).Select(i => (long)i).ToList();
        Assert.Equal([5, 15, 25, 35, 45, 55, 65, 75, 85, 95], SampleChoice.Of(sizes, 10, long.MaxValue));
    }

    [Fact]
    public void A_series_is_summed_up_and_the_batch_gives_the_throughput()
    {
        var series = Enumerable.Range(1, 5).Select(i => new SampleFetch(100, i * 10.0)).ToList();
        var summary = LatencySummary.Of(series, new SampleFetch(500, 50))!;
        Assert.Equal((5, 500L, 30.0, 48.0, 10.0, 50.0), (summary.Samples, summary.Bytes, summary.MedianMs, summary.P95Ms, summary.MinMs, summary.MaxMs));
        Assert.Equal(10_000, summary.ThroughputBytesPerSecond);
        Assert.False(LatencySummary.Of(series, null)!.Batched);
        Assert.Null(LatencySummary.Of([], null));
    }

    [Fact]
    public void Percentiles_lie_between_the_extremes() => Gen.Double[0, 1e6].Array[1, 50].Sample(values =>
    {
        var sorted = values.Order().ToArray();
        Assert.InRange(LatencySummary.Percentile(sorted, 0.5), sorted[0], sorted[^1]);
        Assert.InRange(LatencySummary.Percentile(sorted, 0.95), LatencySummary.Percentile(sorted, 0.5), sorted[^1]);
    });

    private static long? BytesPerMonth(IReadOnlyList<(long Bytes, DateTimeOffset Arrived)> messages)
    {
        var growth = new Growth(Now);
        foreach (var (bytes, arrived) in messages) growth.Add(bytes, arrived);
        return growth.BytesPerMonth;
    }
}
