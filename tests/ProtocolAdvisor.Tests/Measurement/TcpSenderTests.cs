using CsCheck;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Tests.Measurement;

public class TcpSenderTests
{
    private const double Segment = 1448;
    private static readonly Gen<double[]> Replies = Gen.Double[0, 3_000_000].Array[1, 6];
    private static readonly Gen<double> RoundTrip = Gen.Double[0, 600];
    private static readonly Gen<double> Mbit = Gen.Double[0.1, 1000];

    [Fact]
    public void Ten_segments_come_in_one_flight() => Assert.Equal(12, new TcpSender(100, 10).Transfer(10 * Segment), 3);

    [Fact]
    public void The_eleventh_segment_waits_for_a_round_trip() => Assert.Equal(101.2, new TcpSender(100, 10).Transfer(11 * Segment), 3);

    [Fact]
    public void The_window_that_one_reply_opened_serves_the_next()
    {
        var sender = new TcpSender(100, 10_000);
        sender.Transfer(70 * Segment);
        Assert.True(sender.Transfer(40 * Segment) < 1);
    }

    [Fact]
    public void A_long_reply_comes_at_the_lines_pace() =>
        Assert.Equal(1e9 * 8 * 1500 / Segment / 20e6, new TcpSender(100, 20).Transfer(1e9) / 1000, 0.5);

    [Fact]
    public void More_bytes_never_come_sooner() => Gen.Select(Replies, Gen.Int[0, 5], Gen.Double[0, 1_000_000], RoundTrip, Mbit).Sample((replies, place, more, rtt, mbit) =>
    {
        double[] larger = [.. replies];
        larger[place % larger.Length] += more;
        return Time(larger, rtt, mbit) >= Time(replies, rtt, mbit) - 1e-6;
    });

    [Fact]
    public void A_longer_way_never_is_faster() => Gen.Select(Replies, RoundTrip, RoundTrip, Mbit).Sample((replies, rtt, more, mbit) =>
        Time(replies, rtt + more, mbit) >= Time(replies, rtt, mbit) - 1e-6);

    [Fact]
    public void A_wider_line_never_is_slower() => Gen.Select(Replies, RoundTrip, Mbit, Mbit).Sample((replies, rtt, mbit, more) =>
        Time(replies, rtt, mbit + more) <= Time(replies, rtt, mbit) + 1e-6);

    private static double Time(double[] replies, double rtt, double mbit)
    {
        var sender = new TcpSender(rtt, mbit);
        var ms = 0.0;
        foreach (var reply in replies) ms += sender.Transfer(reply);
        return ms;
    }
}
