using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>Samples stop when they know, and not before.</summary>
public sealed class SampleSpreadTests
{
    private const double RoundTripMs = 50;
    private static readonly long[] Sizes = [2_000, 6_000, 11_000, 40_000, 300_000];
    private static readonly CapacityReading Line = new(20, CapacityKind.Reached);

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)] // a server that thinks now and then
    [InlineData(30, false)]
    public void What_the_line_explains_is_no_spread_and_what_it_does_not_is(double strayMs, bool enough) =>
        Assert.Equal(enough, SampleSpread.IsEnough(Singles(Sizes, strayMs), [], Line, RoundTripMs));

    [Fact]
    public void Four_are_never_enough() => Assert.False(SampleSpread.IsEnough(Singles(Sizes[..4], 0), [], Line, RoundTripMs));

    [Fact]
    public void Close_by_all_are_taken() => Assert.False(SampleSpread.IsEnough(Singles(Sizes, 0, roundTripMs: 2), [], Line, 2));

    [Fact]
    public void What_the_line_carries_must_be_known_where_sizes_differ_much() =>
        Assert.False(SampleSpread.IsEnough(Singles([1_000, 400_000, 800_000, 1_200_000, 3_000_000], 0), [], new CapacityReading(3, CapacityKind.AtLeast), RoundTripMs));

    [Fact]
    public void Where_the_server_compresses_all_are_needed() =>
        Assert.False(SampleSpread.IsEnough([.. Singles(Sizes, 0).Select(x => x with { Deflated = x.Bytes / 3 })], [], Line, RoundTripMs));

    [Theory]
    [InlineData(8_000, false)] // a second one of the length that tells of held-back answers
    [InlineData(80_000, true)]
    public void A_sample_that_would_tell_of_held_answers_is_still_taken(long left, bool enough) =>
        Assert.Equal(enough, SampleSpread.IsEnough(Singles([1_000, 2_000, 2_500, 11_000, 300_000], 0), [new MessageSize(9, left, null)], Line, RoundTripMs));

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(6)]
    public void The_first_samples_are_of_all_sizes_and_none_is_lost(int count)
    {
        var (first, rest) = SampleChoice.Halves([.. Enumerable.Range(0, count)]);
        Assert.Equal((5, 0, count - 1), (first.Count, first[0], first[^1]));
        Assert.Equal(Enumerable.Range(0, count), first.Concat(rest).Order());
        Assert.Equal((count - 1) / 2.0, first.Average(), 0.6);
    }

    [Fact]
    public void Few_are_taken_at_once()
    {
        var (first, others) = SampleChoice.Halves([1, 2, 3]);
        Assert.Equal([1, 2, 3], first);
        Assert.Empty(others);
    }

    private static List<SampleFetch> Singles(long[] sizes, double strayMs, double roundTripMs = RoundTripMs)
    {
        var sender = new TcpSender(roundTripMs, 20);
        var singles = new List<SampleFetch>();
        foreach (var (i, size) in sizes.Index()) singles.Add(new SampleFetch(size, roundTripMs + sender.Transfer(size) + (i % 2 * strayMs) + (i / 2 * strayMs)));
        return singles;
    }
}
