using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Measurement;

public class DeflateRatioTests
{
    private static readonly SampleFetch Text = new(10_000, 50) { Deflated = 3_000 };
    private static readonly SampleFetch Attachment = new(1_000_000, 50) { Deflated = 750_000 };

    [Fact]
    public void Each_message_shrinks_like_the_sample_next_to_it_in_size()
    {
        var ratio = DeflateRatio.Of([Text, Attachment], [new(0, 20_000, null), new(1, 80_000, null), new(2, 900_000, null)])!;
        Assert.Equal(((20_000 * 0.3) + (80_000 * 0.3) + (900_000 * 0.75)) / 1_000_000, ratio.Ratio, 6);
        Assert.InRange(ratio.Spread, 0.05, 0.3);
    }

    [Fact]
    public void Where_the_server_does_not_offer_it_nothing_shrinks() => Assert.Null(DeflateRatio.Of([new(10_000, 50)], [new(0, 10_000, null)]));

    [Fact]
    public void Samples_that_shrink_alike_leave_no_doubt() => Assert.Equal(0, DeflateRatio.Of([Text, Text], [new(0, 10_000, null)])!.Spread, 9);
}
