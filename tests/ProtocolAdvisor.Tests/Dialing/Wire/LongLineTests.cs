using System.Text;
using ProtocolAdvisor.Dialing.Wire;

namespace ProtocolAdvisor.Tests.Dialing.Wire;

/// <summary>Lines of a message are its author's: they may be longer than any of a server's own.</summary>
public sealed class LongLineTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(65_537)]
    [InlineData(65_538)]
    [InlineData(1_000_000)]
    public async Task A_message_is_counted_to_the_byte_however_long_its_lines_are_and_however_they_come(int atOnce)
    {
        string[] lines = ["", ".", "..x", new('.', 70_000), "." + new string('a', 65_535), new('a', 65_536), new('a', 65_537), new('a', 65_538), new string('\r', 65_600) + "b", new('a', 200_000), ""];
        var reply = string.Concat(lines.Select(x => (x.StartsWith('.') ? "." : "") + x + "\r\n")) + ".\r\n+OK next\r\n";
        var conversation = Of(reply, atOnce);
        Assert.Equal(lines.Sum(x => x.Length + 2), await conversation.SkipMultilineAsync(Cancel));
        Assert.Equal("+OK next", await conversation.ReadLineAsync(Cancel));
    }

    [Fact]
    public async Task A_part_ends_in_a_long_line_too()
    {
        var (bytes, lines, whole) = await Of("a\r\n" + new string('b', 1_000_000), 4096).SkipMultilineAsync(300_000, Cancel);
        Assert.InRange(bytes, 300_001, 500_000);
        Assert.Equal((1, false), (lines, whole));
    }

    private static LineConversation Of(string reply, int atOnce) => new(new Pieces(Encoding.ASCII.GetBytes(reply), atOnce), new TranscriptRecorder(TimeProvider.System));

    private sealed class Pieces(byte[] all, int atOnce) : MemoryStream(all)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(atOnce, buffer.Length)], cancellationToken);
    }
}
