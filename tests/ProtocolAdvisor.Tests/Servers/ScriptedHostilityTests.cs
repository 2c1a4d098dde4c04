using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class ScriptedHostilityTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_behind_the_ok_to_starttls_travel_in_clear()
    {
        using var certificates = new TestCertificates();
        await using var server = ScriptedMailServer.Start(new ImapScript
        {
            StartTls = certificates.Good("127.0.0.1"),
            InjectedBeforeTls = "* CAPABILITY IMAP4rev1 X-INJECTED\r\n",
        });
        Assert.EndsWith("OK begin TLS\r\n* CAPABILITY IMAP4rev1 X-INJECTED\r\n", await TalkAsync(server, "a STARTTLS\r\n", until: "INJECTED\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_eager_clients_handshake_right_behind_its_command_is_served()
    {
        using var certificates = new TestCertificates();
        var sent = new TaskCompletionSource();
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await sent.Task;
            await connection.ReadLineAsync();
            await connection.UpgradeToTlsAsync(certificates.Good("127.0.0.1"));
            await connection.WriteLineAsync("welcome");
        });
        using var client = new TcpClient();
        await client.ConnectAsync(server.EndPoint, Cancel);
        await client.GetStream().WriteAsync("a STARTTLS\r\n"u8.ToArray(), Cancel);
        await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: true, certificates.Vouches);

        var handshake = tls.AuthenticateAsClientAsync("127.0.0.1");
        sent.SetResult();
        await handshake;

        Assert.Equal("welcome\r\n", await ReadUntilAsync(tls, "\r\n"));
    }

    [Fact]
    public async Task Disposing_ends_a_server_whose_client_never_reads()
    {
        var server = ScriptedMailServer.Start(new ImapScript().On(MailScript.AtGreeting, Replies.EndlessLines()));
        using var client = new TcpClient();
        await client.ConnectAsync(server.EndPoint, Cancel);
        await server.NextConnectionAsync(Cancel);

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task A_server_that_cannot_pipeline_forgets_what_came_behind_a_line()
    {
        var script = new Pop3Script { SignInNeedsTls = false, DropPipelinedInput = true };
        await using var server = ScriptedMailServer.Start(script);

        Assert.Equal("+OK ready\r\n+OK\r\n", await TalkAsync(server, "USER jane@example.com\r\nPASS secret\r\n", until: "+OK\r\n"));
        var connection = await server.NextConnectionAsync(Cancel);
        Assert.Equal(["USER jane@example.com"], connection.Received.Select(line => line.Text));
        Assert.EndsWith("PASS secret\r\n", Encoding.ASCII.GetString(connection.Transcript.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bye_greeting_ends_the_connection()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { Greeting = "* BYE too many connections" });

        Assert.Equal("* BYE too many connections\r\n", await TalkAsync(server, "", until: null));
    }

    [Fact]
    public async Task A_refusing_port_refuses_and_a_swallowing_port_never_answers()
    {
        using var refusing = DeadPort.Refusing();
        using var swallowing = await DeadPort.SwallowingAsync();
        using var first = new TcpClient();
        using var second = new TcpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var refused = await Assert.ThrowsAsync<SocketException>(() => first.ConnectAsync(refusing.EndPoint, Cancel).AsTask());
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.ConnectAsync(swallowing.EndPoint, patience.Token).AsTask());
    }

    private static async Task<string> TalkAsync(ScriptedMailServer server, string said, string? until)
    {
        using var client = new TcpClient(server.Address.AddressFamily);
        await client.ConnectAsync(server.EndPoint, Cancel);
        var greeting = await ReadUntilAsync(client.GetStream(), "\r\n");
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said), Cancel);
        return greeting + await ReadUntilAsync(client.GetStream(), until);
    }

    /// <summary>Reads up to a text, or to the end where none is given.</summary>
    private static async Task<string> ReadUntilAsync(Stream stream, string? end)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while ((end is null || !text.ToString().EndsWith(end, StringComparison.Ordinal)) && await stream.ReadAsync(one, Cancel) == 1)
            text.Append((char)one[0]);
        return text.ToString();
    }
}
