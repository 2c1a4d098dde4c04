using CsCheck;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>Which messages are fetched as samples: typical ones, and never more bytes than were allowed.</summary>
public class SampleChoiceTests
{
    [Fact]
    public void Samples_are_the_middles_of_equal_shares() =>
        Assert.Equal([5, 15, 25, 35, 45, 55, 65, 75, 85, 95], SampleChoice.Of([.. Enumerable.Range(0, 100).Select(x => (long)x)], 10, long.MaxValue));

    [Fact]
    public void Few_messages_are_all_samples_each_once() => Assert.Equal([0, 1, 2], SampleChoice.Of([30, 10, 20], 10, 1000));

    [Theory]
    [InlineData(30, 3)]
    [InlineData(29, 2)]
    [InlineData(9, 0)]
    [InlineData(0, 0)]
    public void The_bytes_allowed_are_kept_to_the_last(long allowed, int samples) => Assert.Equal(samples, SampleChoice.Of([10, 10, 10], 3, allowed).Count);

    [Fact]
    public void What_is_too_large_is_left_out_before_what_is_typical() => Assert.Equal(
        [0, 1, 2], SampleChoice.Of([100, 100, 100, 50_000_000], 4, 1000));

    [Fact]
    public void A_message_of_unknown_size_is_no_sample() => Assert.Equal([1], SampleChoice.Of([-1, 0, -1], 3, 1000));

    [Fact]
    public void Whatever_the_sizes_no_more_is_chosen_than_was_allowed() => Gen.Select(
        Gen.Long[-1, 5_000_000].Array[0, 60], Gen.Int[0, 12], Gen.Long[0, 20_000_000]).Sample((sizes, count, allowed) =>
    {
        var chosen = SampleChoice.Of(sizes, count, allowed);
        Assert.InRange(chosen.Count, 0, count);
        Assert.InRange(chosen.Sum(x => sizes[x]), 0, allowed);
        Assert.All(chosen, x => Assert.True(sizes[x] >= 0));
        Assert.Equal(chosen.Distinct().Order(), chosen);
    });
}
