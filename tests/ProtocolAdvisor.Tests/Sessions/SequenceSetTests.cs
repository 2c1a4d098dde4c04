using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

public sealed class SequenceSetTests
{
    [Theory]
    [InlineData("")]
    [InlineData("7", 7L)]
    [InlineData("1:3", 1L, 2L, 3L)]
    [InlineData("1:2,4,6:8,4294967295", 1L, 2L, 4L, 6L, 7L, 8L, 4294967295L)]
    public void Neighbours_are_written_as_ranges(string set, params long[] numbers) => Assert.Equal(set, string.Join(' ', SequenceSet.Of(numbers)));

    [Fact]
    public void No_set_is_longer_than_servers_take_and_nothing_is_lost_between_two()
    {
        long[] numbers = [.. Enumerable.Range(0, 5_000).Select(i => 1_000_000L + (3 * i))];
        var sets = SequenceSet.Of(numbers);
        Assert.Equal(string.Join(',', numbers), string.Join(',', sets));
        Assert.All(sets, set => Assert.InRange(set.Length, 1, SequenceSet.MaxLength));
        Assert.Equal(5, sets.Count);
    }
}
