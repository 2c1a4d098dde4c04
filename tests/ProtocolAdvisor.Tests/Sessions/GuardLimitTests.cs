using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>The guards at their very limits: the last byte that may come, and the first that may not.</summary>
public sealed class GuardLimitTests
{
    [Theory]
    [InlineData(ResponseGuard.MaxLine, false)]
    [InlineData(ResponseGuard.MaxLine + 1, true)]
    public void A_line_has_its_length_and_no_more(int length, bool refused) => Assert.Equal(refused, IsRefused(new string('x', length) + "\n"));

    [Theory]
    [InlineData(ResponseGuard.MaxOpen, false)]
    [InlineData(ResponseGuard.MaxOpen + 1, true)]
    public void A_line_has_its_parentheses_and_no_more(int open, bool refused) => Assert.Equal(refused, IsRefused($"{new string('(', open)}\r\n"));

    [Theory]
    [InlineData("* X {3}\r\n", ResponseGuard.MaxOpenInSequel, false)]
    [InlineData("* X {3}\r\n", ResponseGuard.MaxOpenInSequel + 1, true)]
    [InlineData("* X {3+}\r\n", ResponseGuard.MaxOpen + 1, false)]
    [InlineData("* X {3} \r\n", ResponseGuard.MaxOpen + 1, true)]
    [InlineData("* X {}\r\n", ResponseGuard.MaxOpen + 1, true)]
    [InlineData("* X \"open\r\n", ResponseGuard.MaxOpen + 1, false)]
    [InlineData("* X \"closed\"\r\n", ResponseGuard.MaxOpen + 1, true)]
    [InlineData("* X \"quote \\\" inside\"\r\n", ResponseGuard.MaxOpen + 1, true)]
    [InlineData("* X \\\"\r\n", ResponseGuard.MaxOpen + 1, false)] // outside a string a backslash escapes nothing
    public void A_line_with_a_sequel_gives_more_room_and_its_parentheses_add_up(string before, int open, bool refused) => Assert.Equal(refused, IsRefused(before + new string('(', open)));

    [Fact]
    public void Parentheses_before_a_sequel_count_with_those_behind_it() => Assert.True(IsRefused($"{new string('(', 60)}{{3}}\r\n{new string('(', ResponseGuard.MaxOpenInSequel - 59)}"));

    [Fact]
    public void A_reply_has_its_bytes_and_no_more()
    {
        var line = new string('x', 1023) + "\n";
        var guard = Guard();
        for (var i = 0; i < ResponseGuard.MaxReply / 1024; i++) Check(guard, line);
        Assert.Throws<ResponseTooLargeException>(() => Check(guard, "x"));
    }

    [Fact]
    public void A_reply_has_its_lines_and_no_more()
    {
        var guard = Guard();
        for (var i = 0; i < ResponseGuard.MaxLines; i++) Check(guard, "\n");
        Assert.Throws<ResponseTooLargeException>(() => Check(guard, "\n"));
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void A_body_has_its_size_and_no_more(int size, bool refused) => Assert.Equal(refused, IsRefused($"* 1 FETCH (BODY[] {{{size}}}\r\n", bodies: true));

    [Fact]
    public void Lines_are_told_without_bodies_and_a_body_ends_where_it_said()
    {
        var heard = new List<(string, bool)>();
        var guard = new ResponseGuard(1000) { ExpectsBodies = true, Heard = (line, body) => heard.Add((Encoding.ASCII.GetString(line).TrimEnd('\r'), body)) };
        Check(guard, "* 1 FETCH (BODY[] {5}\r\n((\r\n()\r\nA1 OK\r\n");
        Assert.Equal([("* 1 FETCH (BODY[] {5}", true), (")", false), ("A1 OK", false)], heard);
    }

    [Theory]
    [InlineData("abc@example.com", "abc")]
    [InlineData("jane@example.com", null)]
    public void A_short_local_part_stays_because_it_stands_in_every_other_word(string address, string? left)
    {
        var scrubber = new Scrubber(Credentials.WithPassword("u4711", new Secret("S3cretPassw0rd!")), EmailAddress.Parse(address));
        var local = address.Split('@')[0];
        Assert.Equal($"-ERR *** and {left ?? "***"}", scrubber.Clean($"-ERR {address} and {local}"));
    }

    [Theory]
    [InlineData("hex")]
    [InlineData("percent")]
    [InlineData("json")]
    [InlineData("latin1")]
    [InlineData("form")]
    [InlineData("quoted")]
    [InlineData("bearer")]
    [InlineData("plain")]
    public void A_secret_does_not_come_through_in_any_spelling(string spelling)
    {
        const string secret = "pä\"s\\s w0rd";
        var bytes = Encoding.UTF8.GetBytes(secret);
        var text = spelling switch
        {
            "hex" => Convert.ToHexString(bytes).ToLowerInvariant(),
            "percent" => string.Concat(bytes.Select(x => $"%{x:x2}")),
            "json" => string.Concat(secret.Select(x => $"\\u{(int)x:x4}")),
            "latin1" => Encoding.Latin1.GetString(bytes),
            "form" => System.Net.WebUtility.UrlEncode(secret),
            "quoted" => secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
            "bearer" => Convert.ToBase64String([0, .. Encoding.UTF8.GetBytes("jane@example.com"), 0, .. bytes]),
            _ => Convert.ToBase64String([.. Encoding.UTF8.GetBytes("jane@example.com"), 0, .. Encoding.UTF8.GetBytes("jane@example.com"), 0, .. bytes]),
        };
        Assert.Equal("NO *** refused", new Scrubber(Credentials.WithPassword("jane@example.com", new Secret(secret))).Clean($"NO {text} refused"));
    }

    [Theory]
    [InlineData("code | AUTH | auth-bad-credentials | RFC | 2026-01 | why | -")]
    [InlineData("# a comment\n\ntext | words | account-locked | source | 2026-01 | why | NO words")]
    public void A_row_of_the_list_of_refusals_is_read(string list) => Assert.Single(RefusalList.Read(new StringReader(list)));

    [Theory]
    [InlineData("code | AUTH | auth-bad-credentials | RFC | 2026-01 | why")]
    [InlineData("code |  | auth-bad-credentials | RFC | 2026-01 | why | -")]
    [InlineData("sign | AUTH | auth-bad-credentials | RFC | 2026-01 | why | -")]
    [InlineData("code | AUTH | no-such-reason | RFC | 2026-01 | why | -")]
    [InlineData("code | AUTH | 3 | RFC | 2026-01 | why | -")]
    [InlineData("code | AUTH | auth-bad-credentials |  | 2026-01 | why | -")]
    [InlineData("code | AUTH | auth-bad-credentials | RFC | January | why | -")]
    [InlineData("code | AUTH | auth-bad-credentials | RFC | 2026-01 |  | -")]
    [InlineData("code | AUTH | auth-bad-credentials | RFC | 2026-01 | why | ")]
    public void A_row_that_cannot_be_read_fails_with_its_line(string row) =>
        Assert.StartsWith("Line 2 ", Assert.Throws<FormatException>(() => RefusalList.Read(new StringReader("# head\n" + row))).Message, StringComparison.Ordinal);

    private static bool IsRefused(string reply, bool bodies = false)
    {
        try
        {
            Check(Guard(bodies), reply);
            return false;
        }
        catch (ResponseTooLargeException)
        {
            return true;
        }
    }

    private static ResponseGuard Guard(bool bodies = false) => new(1000) { ExpectsBodies = bodies };

    private static void Check(ResponseGuard guard, string reply) => guard.Check(Encoding.ASCII.GetBytes(reply));
}
