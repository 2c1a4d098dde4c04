using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Measurement;

public class SampledLineTests
{
    private static readonly long[] Sizes = [3_000, 8_000, 12_000, 30_000, 250_000];

    [Theory]
    [InlineData(5, 50)]
    [InlineData(20, 30)]
    [InlineData(50, 20)]
    public void The_batch_tells_the_capacity_of_a_line_that_held_it_up(double mbit, double roundTripMs) =>
        Assert.Equal(mbit, Summary(mbit, roundTripMs).DownMbit!.Value, 0.02 * mbit);

    [Fact]
    public void A_line_that_did_not_hold_the_batch_up_is_told_to_be_as_wide_as_is_certain() => Assert.InRange(Summary(2_000, 100).DownMbit!.Value, 10, 200);

    [Fact]
    public void What_the_server_took_is_told_apart_from_the_way() => Assert.Equal(7, Summary(1_000, 30, serverMs: 7).ServerMs!.Value, 0.1);

    [Fact]
    public void Fetches_that_the_line_explains_have_no_jitter() => Assert.Equal(0, Summary(20, 50).JitterMs!.Value, 1.5);

    [Fact]
    public void Without_a_round_trip_time_nothing_is_told() =>
        Assert.Equal((null, null, null), LatencySummary.Of([new(1000, 50)], null) is { } x ? (x.ServerMs, x.JitterMs, x.DownMbit) : default);

    private static LatencySummary Summary(double mbit, double roundTripMs, double serverMs = 0)
    {
        var sender = new TcpSender(roundTripMs, mbit);
        var singles = new List<SampleFetch>();
        foreach (var size in Sizes) singles.Add(new SampleFetch(size, roundTripMs + serverMs + sender.Transfer(size)));
        var together = new SampleFetch(Sizes.Sum(), roundTripMs + serverMs + sender.Transfer(Sizes.Sum()));
        return LatencySummary.Of(singles, together, roundTripMs)!;
    }
}
