using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Pop3;
using MailKit.Security;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class ScriptedMailServerTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task MailKit_signs_in_to_the_imap_script_lists_and_fetches()
    {
        using var certificates = new TestCertificates();
        await using var server = ScriptedMailServer.Start(new ImapScript { StartTls = certificates.Good("127.0.0.1") });
        using var client = new ImapClient { ServerCertificateValidationCallback = certificates.Vouches };
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.StartTls, Cancel);
        await client.AuthenticateAsync(new SaslMechanismPlain("jane@example.com", "secret"), Cancel);

        var folders = await client.GetFoldersAsync(client.PersonalNamespaces[0], StatusItems.Count | StatusItems.Size, cancellationToken: Cancel);
        Assert.Equal([("INBOX", 3), ("Sent", 2)], folders.Select(f => (f.FullName, f.Count)).Order());
        await client.Inbox.OpenAsync(FolderAccess.ReadOnly, Cancel);
        var summaries = await client.Inbox.FetchAsync(0, -1, MessageSummaryItems.Size | MessageSummaryItems.InternalDate | MessageSummaryItems.UniqueId, Cancel);
        var message = await client.Inbox.GetMessageAsync(summaries[1].UniqueId, Cancel);
        var quota = await client.Inbox.GetQuotaAsync(Cancel);

        Assert.Equal(3, summaries.Count);
        Assert.Equal("Message 2", message.Subject);
        Assert.Equal(1024u, quota.CurrentStorageSize);
        await client.DisconnectAsync(quit: true, Cancel);
        var connection = await server.NextConnectionAsync(Cancel);
        await connection.Finished.WaitAsync(Cancel);
        Assert.All(connection.Received.Where(line => line.Text.Contains("AUTHENTICATE", StringComparison.Ordinal)), line => Assert.True(line.Encrypted));
    }

    [Fact]
    public async Task MailKit_signs_in_to_the_pop3_script_lists_and_fetches()
    {
        using var certificates = new TestCertificates();
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = certificates.Good("127.0.0.1") });
        using var client = new Pop3Client { ServerCertificateValidationCallback = certificates.Vouches };
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.SslOnConnect, Cancel);
        await client.AuthenticateAsync(new SaslMechanismPlain("jane@example.com", "secret"), Cancel);

        Assert.Equal(3, client.Count);
        Assert.Equal(3, (await client.GetMessageUidsAsync(Cancel)).Count);
        Assert.Equal("Message 2", (await client.GetMessageAsync(1, Cancel)).Subject);
        Assert.Equal("Message 3", (await client.GetMessageHeadersAsync(2, Cancel))[MimeKit.HeaderId.Subject]);
        await client.DisconnectAsync(quit: true, Cancel);
    }

    [Fact]
    public async Task A_replaced_reply_reaches_the_client()
    {
        await using var server = ScriptedMailServer.Start(
            new ImapScript { SignInNeedsTls = false }.On("LOGIN", "{tag} NO [AUTHENTICATIONFAILED] not with {arguments}\r\n"));
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.None, Cancel);

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() =>
            client.AuthenticateAsync(new SaslMechanismLogin("jane@example.com", "wrong"), Cancel));
        Assert.NotNull(refused);
        var connection = await server.NextConnectionAsync(Cancel);
        Assert.False((await connection.Transcript.LineAsync("AUTHENTICATE LOGIN")).Encrypted);
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("reset")]
    [InlineData("close")]
    [InlineData("drip")]
    [InlineData("endless")]
    public async Task Misbehaviour_ends_with_the_client_or_the_server(string kind)
    {
        var reply = kind switch
        {
            "silence" => Replies.Silence,
            "reset" => Replies.Reset,
            "close" => Replies.Close,
            "drip" => Replies.Drip("* OK ", TimeSpan.FromMilliseconds(5)),
            _ => Replies.EndlessLine(),
        };
        await using var server = ScriptedMailServer.Start(new ImapScript().On("NOOP", reply));
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(server.EndPoint, Cancel);
        await client.GetStream().WriteAsync("a NOOP\r\n"u8.ToArray(), Cancel);
        var connection = await server.NextConnectionAsync(Cancel);
        await connection.Transcript.LineAsync("NOOP").WaitAsync(Cancel);
        if (kind is "silence" or "drip" or "endless")
            client.Close();

        await connection.Finished.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        Assert.True(connection.IsClosed);
    }
}
