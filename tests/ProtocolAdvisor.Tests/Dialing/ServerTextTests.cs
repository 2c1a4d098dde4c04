using System.Text;
using CsCheck;
using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Tests.Dialing;

public sealed class ServerTextTests
{
    [Theory]
    [InlineData("ready\r\n", "ready")]
    [InlineData("\u001b[2Jgone", "\\u001B[2Jgone")]
    [InlineData("evil\u202Etxt", "evil\\u202Etxt")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("grüße 漢字 😀", "grüße 漢字 😀")]
    public void Words_are_kept_and_tricks_are_shown(string sent, string shown) => Assert.Equal(shown, ServerText.Of(sent));

    [Fact]
    public void Bytes_that_are_not_utf8_are_read_as_latin1() => Assert.Equal("für", ServerText.Of([0x66, 0xFC, 0x72]));

    [Fact]
    public void Nothing_that_steers_ever_comes_through_and_the_length_is_bounded() => Gen.Byte.Array[0, 3000].Sample(bytes =>
    {
        var shown = ServerText.Of(bytes);
        Assert.InRange(shown.Length, 0, ServerText.MaxLength + 11);
        Assert.DoesNotContain(shown.EnumerateRunes(), rune => Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
    });
}
