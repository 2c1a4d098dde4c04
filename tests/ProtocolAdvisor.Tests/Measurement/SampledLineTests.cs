using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Measurement;

public class SampledLineTests
{
    private static readonly long[] Sizes = [3_000, 8_000, 12_000, 30_000, 250_000];

    [Fact]
    public void What_the_server_took_is_told_apart_from_the_way() => Assert.Equal(7, Summary(1_000, 30, serverMs: 7).ServerMs!.Value, 0.1);

    [Fact]
    public void An_answer_held_back_is_not_the_servers_work()
    {
        var summary = Summary(1_000, 30, heldBack: 1);
        Assert.Equal((0, true), (Math.Round(summary.ServerMs!.Value, 1), summary.HoldsLongAnswers));
        Assert.False(Summary(1_000, 30).HoldsLongAnswers);
    }

    [Fact]
    public void Fetches_that_the_line_explains_have_no_jitter() => Assert.Equal(0, Summary(20, 50).JitterMs!.Value, 1.5);

    [Fact]
    public void Without_a_round_trip_time_nothing_is_told() =>
        Assert.Equal((null, null, null), LatencySummary.Of([new(1000, 50)], null) is { } x ? (x.ServerMs, x.JitterMs, x.DownMbit) : default);

    private static LatencySummary Summary(double mbit, double roundTripMs, double serverMs = 0, int heldBack = 0)
    {
        var sender = new TcpSender(roundTripMs, mbit);
        var singles = new List<SampleFetch>();
        foreach (var size in Sizes) singles.Add(new SampleFetch(size, ((1 + heldBack) * roundTripMs) + serverMs + sender.Transfer(size)) { HeldBack = heldBack });
        return LatencySummary.Of(singles, null, roundTripMs, new CapacityReading(mbit, CapacityKind.Reached))!;
    }
}
