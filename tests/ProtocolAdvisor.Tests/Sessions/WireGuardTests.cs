using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>What is kept of a server's words while MailKit reads them, over a real connection.</summary>
public sealed class WireGuardTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_greeting_is_read_again_first_however_small_the_buffer()
    {
        await using var wire = await Wire.OpenAsync("* OK ready");
        await wire.ServerSaysAsync("A1 OK done\r\n");
        Assert.Equal("* OK ready\r\nA1 OK done\r\n", await wire.ReadAsync("A1 OK done\r\n", size: 3));
    }

    [Fact]
    public async Task The_first_tagged_reply_since_the_mark_is_kept_and_the_last_refusal()
    {
        await using var wire = await Wire.OpenAsync();
        await wire.HearAsync("* CAPABILITY IMAP4rev1\r\n+ ZXJyb3I=\r\nA1 NO [AUTHENTICATIONFAILED] no\r\nA2 OK fine\r\n");
        Assert.Equal(("NO [AUTHENTICATIONFAILED] no", "ZXJyb3I=", "NO [AUTHENTICATIONFAILED] no"), (wire.Guard.TaggedReply, wire.Guard.Continuation, wire.Guard.Refusal));

        wire.Guard.Mark();
        Assert.Equal((null, null), (wire.Guard.TaggedReply, wire.Guard.Continuation));
        await wire.HearAsync("A3 bad what\r\nA4 NO never\r\n");
        Assert.Equal(("bad what", "NO never"), (wire.Guard.TaggedReply, wire.Guard.Refusal));
    }

    [Theory]
    [InlineData("a1 OK small letter")]
    [InlineData("A OK no digits")]
    [InlineData("AB OK no digits")]
    [InlineData("A1x OK not only digits")]
    [InlineData("1A OK digit first")]
    [InlineData("A1 MAYBE no status")]
    [InlineData("A1")]
    [InlineData("* OK untagged")]
    [InlineData(" A1 OK indented")]
    public async Task What_is_not_tagged_as_MailKit_tags_is_no_reply(string line)
    {
        await using var wire = await Wire.OpenAsync();
        await wire.HearAsync($"{line}\r\n");
        Assert.Null(wire.Guard.TaggedReply);
    }

    [Fact]
    public async Task A_line_that_comes_in_pieces_is_one_and_a_long_one_is_cut()
    {
        await using var wire = await Wire.OpenAsync();
        await wire.HearAsync("A12 N");
        await wire.HearAsync("O in pieces\r\n");
        Assert.Equal("NO in pieces", wire.Guard.TaggedReply);
        wire.Guard.Mark();
        await wire.HearAsync($"A13 OK {new string('x', 5000)}\r\n");
        Assert.Equal(2048 - "A13 ".Length, wire.Guard.TaggedReply!.Length);
    }

    [Fact]
    public async Task Once_the_folders_are_known_nothing_is_taken_for_a_reply()
    {
        await using var wire = await Wire.OpenAsync();
        wire.Guard.Listens = false;
        await wire.HearAsync("A1 NO a message that looks like a reply\r\n");
        Assert.Equal((null, null), (wire.Guard.TaggedReply, wire.Guard.Refusal));
    }

    [Fact]
    public async Task Bodies_are_expected_only_while_they_were_asked_for_and_every_byte_is_guarded()
    {
        await using var wire = await Wire.OpenAsync();
        var body = $"* 1 FETCH (BODY[] {{3000}}\r\n{new string('(', 3000)})\r\n";
        using (wire.Guard.ExpectBodies())
        {
            await wire.HearAsync(body);
        }

        await Assert.ThrowsAsync<ResponseTooLargeException>(() => wire.HearAsync(body));
    }

    [Fact]
    public async Task What_was_read_ahead_is_guarded_like_the_rest_and_read_next()
    {
        await using var wire = await Wire.OpenAsync();
        wire.Guard.Return(Encoding.ASCII.GetBytes("* 2 EXISTS\r\n"));
        await wire.ServerSaysAsync("A1 OK\r\n");
        Assert.Equal("* 2 EXISTS\r\nA1 OK\r\n", await wire.ReadAsync("A1 OK\r\n"));
        Assert.Throws<ResponseTooLargeException>(() => wire.Guard.Return(Encoding.ASCII.GetBytes(new string('(', ResponseGuard.MaxOpen + 1))));
    }

    [Fact]
    public async Task Times_run_from_the_first_byte_out_to_the_tagged_reply()
    {
        await using var wire = await Wire.OpenAsync();
        await wire.Guard.WriteAsync("A1 NOOP\r\n"u8.ToArray(), Cancel);
        await wire.HearAsync("A1 OK\r\n");
        var reply = wire.Guard.ElapsedMs;
        await wire.Guard.WriteAsync("A2 NOOP\r\n"u8.ToArray(), Cancel);
        Assert.True(reply > 0);
        Assert.Equal(reply, wire.Guard.ElapsedMs); // a later command moves neither end
        wire.Guard.Mark();
        Assert.Equal(0, wire.Guard.FirstWrite);
    }

    /// <summary>A guarded connection, and the server at its other end.</summary>
    private sealed class Wire : IAsyncDisposable
    {
        private readonly ScriptedMailServer _server;
        private readonly Deadline _deadline;
        private readonly MailConnection _connection;
        private readonly ScriptedConnection _other;

        private Wire(ScriptedMailServer server, Deadline deadline, MailConnection connection, ScriptedConnection other, string greeting)
        {
            (_server, _deadline, _connection, _other) = (server, deadline, connection, other);
            Guard = new WireGuard(connection, greeting, new ResponseGuard(5000), new ImapTranscript(connection.Transcript), TimeProvider.System);
        }

        internal WireGuard Guard { get; }

        internal static async Task<Wire> OpenAsync(string? greeting = null)
        {
            var server = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
            var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, Cancel);
            var dial = await Loopback.Dialer.DialAsync([server.Address], server.Port, MailDialer.ConnectLimit, deadline);
            var wire = new Wire(server, deadline, dial.Connection!, await server.NextConnectionAsync(Cancel), greeting ?? "* OK");
            if (greeting is null) await wire.ReadAsync("* OK\r\n");
            return wire;
        }

        internal Task ServerSaysAsync(string text) => _other.WriteAsync(text);

        internal async Task HearAsync(string text)
        {
            await ServerSaysAsync(text);
            await ReadAsync(text);
        }

        /// <summary>Everything up to this end.</summary>
        internal async Task<string> ReadAsync(string end, int size = 4096)
        {
            var (heard, buffer) = (new StringBuilder(), new byte[size]);
            while (!heard.ToString().EndsWith(end, StringComparison.Ordinal))
            {
                var count = await Guard.ReadAsync(buffer, Cancel);
                heard.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }

            return heard.ToString();
        }

        public async ValueTask DisposeAsync()
        {
            await Guard.DisposeAsync();
            _connection.Dispose();
            _deadline.Dispose();
            await _server.DisposeAsync();
        }
    }
}
