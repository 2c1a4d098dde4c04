using System.Text;
using CsCheck;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

public sealed class ResponseGuardTests
{
    [Theory]
    [InlineData("* 1 FETCH (BODY[] {12}\r\n((((((((((((\r\n) \"((((\"\r\nA1 OK done\r\n")]
    [InlineData("* LIST (\\HasNoChildren) \"/\" \"a\\\"((((\"\r\n")]
    [InlineData("* OK {not a literal} at all\r\n")]
    [InlineData("* X {3+}\r\nabc)\r\n")]
    public void What_servers_really_send_passes(string reply) => Check(new ResponseGuard(1000), reply);

    [Theory]
    [InlineData(65, "")]
    [InlineData(65, "* X (\"quoted\" ")]
    public void Deep_nesting_is_refused(int depth, string before) =>
        Assert.Throws<ResponseTooLargeException>(() => Check(new ResponseGuard(1000), before + new string('(', depth)));

    [Fact]
    public void Parentheses_on_one_line_do_not_add_up_to_the_next()
    {
        var guard = new ResponseGuard(1000);
        for (var i = 0; i < 100; i++) Check(guard, new string('(', 60) + "\r\n");
    }

    [Fact]
    public void A_literal_larger_than_allowed_is_refused_before_it_comes() =>
        Assert.Throws<ResponseTooLargeException>(() => Check(new ResponseGuard(1000), "* 1 FETCH (BODY[] {1001}\r\n"));

    [Fact]
    public void Too_many_lines_in_one_reply_are_refused_and_a_new_command_counts_anew()
    {
        var guard = new ResponseGuard(1000);
        var lines = string.Concat(Enumerable.Repeat("* OK\r\n", ResponseGuard.MaxLines));
        Check(guard, lines);
        guard.BeginCommand();
        Check(guard, lines);
        Assert.Throws<ResponseTooLargeException>(() => Check(guard, "* OK\r\n"));
    }

    private static readonly string[] Pieces = ["(", ")", "\"", "\\", "{3}\r\n", "{3}", "abc", "\r\n", "* OK ", "{", "9"];

    [Fact]
    public void How_the_bytes_are_cut_into_reads_makes_no_difference() => Gen.Select(
        Gen.Int[0, Pieces.Length - 1].Array[0, 200].Select(places => string.Concat(places.Select(i => Pieces[i]))), Gen.Int[1, 7]).Sample((reply, size) =>
    {
        var whole = Outcome(reply, reply.Length + 1);
        Assert.Equal(whole, Outcome(reply, size));
    });

    private static bool Outcome(string reply, int size)
    {
        var guard = new ResponseGuard(1000);
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

    private static void Check(ResponseGuard guard, string reply) => guard.Check(Encoding.ASCII.GetBytes(reply));
}
