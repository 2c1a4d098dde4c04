using System.Text;
using CsCheck;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

public sealed class ResponseGuardTests
{
    private static readonly string Deep = new('(', ResponseGuard.MaxOpen + 1);
    private static readonly string Deeper = new('(', ResponseGuard.MaxOpenInSequel + 1);

    [Theory]
    [InlineData("* LIST (\\HasNoChildren) \"/\" \"a\\\"((((\"\r\nA1 OK done\r\n")]
    [InlineData("* OK {not a literal} at all, it's 5\" wide\r\n* 2 EXISTS\r\n")]
    [InlineData("* LIST () \"/\" {5}\r\na\"b(c\r\nA1 OK done\r\n")]
    [InlineData("* NAMESPACE ((\"\" \"/\")) ((\"~\" \"/\")) ((\"#shared/\" \"/\")(\"#public/\" \"/\"))\r\n")]
    public void What_servers_really_send_passes(string reply) => Check(Guard(), reply);

    [Theory]
    [InlineData("* 1 FETCH (BODY[] {1000}\r\n", ")\r\nA1 OK done\r\n")]
    [InlineData("* 12 FETCH (UID 7 FLAGS (\\Seen $Junk) BODY[] {1000}\r\n", " UID 7)\r\n")]
    public void A_message_body_may_hold_anything_where_bodies_were_asked_for(string before, string after)
    {
        var reply = before + new string('(', 1000) + after;
        Check(Guard(bodies: true), reply);
        Assert.Throws<ResponseTooLargeException>(() => Check(Guard(), reply));
    }

    [Fact]
    public void Deep_nesting_is_refused() => Refused("* 1 FETCH (BODYSTRUCTURE " + Deep);

    [Fact]
    public void What_only_looks_like_a_literal_hides_nothing()
    {
        Refused("* OK hi {4000000}\r\n* 1 FETCH (UID 1 BODYSTRUCTURE " + Deeper, bodies: true);
        Refused("* 1 FETCH (X-A \"BODY[] {4000}\r\n" + Deeper, bodies: true);
        Refused("* OK BODY[] {4000}\r\n" + Deeper, bodies: true);
    }

    [Fact]
    public void A_quoted_string_over_two_lines_hides_nothing()
    {
        Refused("* 1 FETCH (X-A \"a\nb\" BODYSTRUCTURE " + Deeper);
        Refused(string.Concat(Enumerable.Repeat("* 1 FETCH " + new string('(', 60) + "\"\n\"", 20)));
    }

    [Fact]
    public void Closing_parentheses_give_nothing_back() => Refused(string.Concat(Enumerable.Repeat("(\")\"", ResponseGuard.MaxOpen + 1)));

    [Fact]
    public void Ordinary_lines_do_not_add_up()
    {
        var guard = Guard();
        for (var i = 0; i < 5_000; i++) Check(guard, "* 1 FETCH (RFC822.SIZE 1 INTERNALDATE \"01-Jan-2026 00:00:00 +0000\")\r\n");
    }

    [Fact]
    public void A_body_larger_than_allowed_is_refused_before_it_comes() => Refused("* 1 FETCH (BODY[] {1001}\r\n", bodies: true);

    [Fact]
    public void Lines_and_replies_are_bounded()
    {
        Refused(new string('x', ResponseGuard.MaxLine + 1));
        var guard = Guard();
        var lines = string.Concat(Enumerable.Repeat("* OK\r\n", ResponseGuard.MaxLines));
        Check(guard, lines);
        Assert.Throws<ResponseTooLargeException>(() => Check(guard, "* OK\r\n"));
        Refused(string.Concat(Enumerable.Repeat(new string('x', 8000) + "\r\n", (ResponseGuard.MaxReply / 8000) + 1)));
    }

    private static readonly string[] Pieces = ["(", ")", "\"", "\\", "{3}\r\n", "{3}", "abc", "\r\n", "* OK ", "{", "9", "* 1 FETCH (BODY[] {3}\r\n"];

    [Fact]
    public void How_the_bytes_are_cut_into_reads_makes_no_difference() => Gen.Select(
        Gen.Int[0, Pieces.Length - 1].Array[0, 300].Select(places => string.Concat(places.Select(i => Pieces[i]))), Gen.Int[1, 7], Gen.Bool).Sample((reply, size, bodies) =>
            Assert.Equal(Passes(reply, reply.Length + 1, bodies), Passes(reply, size, bodies)));

    private static bool Passes(string reply, int size, bool bodies)
    {
        var guard = Guard(bodies);
        try
        {
            foreach (var piece in Encoding.ASCII.GetBytes(reply).Chunk(size)) guard.Check(piece);
            return true;
        }
        catch (ResponseTooLargeException)
        {
            return false;
        }
    }

    private static ResponseGuard Guard(bool bodies = false) => new(1000) { ExpectsBodies = bodies };

    private static void Refused(string reply, bool bodies = false) => Assert.Throws<ResponseTooLargeException>(() => Check(Guard(bodies), reply));

    private static void Check(ResponseGuard guard, string reply) => guard.Check(Encoding.ASCII.GetBytes(reply));
}
