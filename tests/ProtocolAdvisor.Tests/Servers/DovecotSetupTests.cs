using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using MailKit.Net.Imap;
using MailKit.Net.Pop3;
using MailKit.Security;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class DovecotSetupTests
{
    private const string Jane = "jane@example.com";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_from_another_address_is_told_that_sign_in_needs_tls()
    {
        await using var server = await DovecotServer.StartAsync(new() { Address = IPAddress.Parse("127.0.0.2") });

        Assert.Contains("LOGINDISABLED", await GreetingAsync(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tls_no_starttls_is_offered_and_other_listeners_stay_closed()
    {
        await using var server = await DovecotServer.StartAsync(new() { Tls = false, Listeners = [DovecotListener.Imap, DovecotListener.Imaps] });

        Assert.DoesNotContain("STARTTLS", await GreetingAsync(server), StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => server.Port(DovecotListener.Imaps));
        Assert.Throws<KeyNotFoundException>(() => server.Port(DovecotListener.Pop3));
    }

    [Fact]
    public async Task The_given_certificate_tls_version_and_quota_are_what_a_client_sees()
    {
        using var certificates = new TestCertificates();
        using var certificate = certificates.WithIntermediate("127.0.0.1");
        await using var server = await DovecotServer.StartAsync(new() { Certificate = certificate, MaxTls = SslProtocols.Tls12, Quota = "5M" });
        using var client = new ImapClient { ServerCertificateValidationCallback = certificates.Vouches };
        await client.ConnectAsync("127.0.0.1", server.Port(DovecotListener.Imaps), SecureSocketOptions.SslOnConnect, Cancel);
        await client.AuthenticateAsync(new SaslMechanismPlain(Jane, "secret"), Cancel);

        Assert.Equal(SslProtocols.Tls12, client.SslProtocol);
        Assert.Equal(5u * 1024, (await client.Inbox.GetQuotaAsync(Cancel)).StorageLimit);
    }

    [Fact]
    public async Task Old_cryptography_is_served_where_asked_for()
    {
        using var certificates = new TestCertificates();
        using var certificate = certificates.WeakKey("127.0.0.1");
        await using var server = await DovecotServer.StartAsync(new() { Certificate = certificate, OldCryptography = true });
        using var client = new ImapClient { ServerCertificateValidationCallback = certificates.Vouches };

        await client.ConnectAsync("127.0.0.1", server.Port(DovecotListener.Imaps), SecureSocketOptions.SslOnConnect, Cancel);

        Assert.True(client.IsSecure);
    }

    [Fact]
    public async Task Reading_by_retr_leaves_a_trace_and_top_does_not()
    {
        await using var server = await DovecotServer.StartAsync();
        await server.FillAsync(Jane, new MailboxPlan { Messages = 30, Sizes = MailSizes.Tiny, InboxOnly = true });
        await server.DoveadmAsync("flags", "remove", "-u", Jane, "\\Seen", "mailbox", "INBOX");
        var before = await server.SnapshotAsync(Jane);

        await WithPop3Async(server, client => client.GetMessageHeadersAsync(0, Cancel));
        Assert.Empty(before.ChangesTo(await server.SnapshotAsync(Jane)));

        await WithPop3Async(server, client => client.GetMessageAsync(0, Cancel));
        Assert.Contains(before.ChangesTo(await server.SnapshotAsync(Jane)), change => change.Contains("\\Seen", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_plan_gives_the_same_mailbox()
    {
        var plan = new MailboxPlan { Messages = 40, Sizes = MailSizes.Tiny };
        var folders = new[] { Directory.CreateTempSubdirectory(), Directory.CreateTempSubdirectory() };
        try
        {
            var contents = folders.Select(folder => Maildir.Fill(folder.FullName, Jane, plan)).ToArray();

            Assert.Equal(contents[0].Bytes, contents[1].Bytes);
            Assert.Equal(contents[0].Folders, contents[1].Folders);
        }
        finally
        {
            Array.ForEach(folders, folder => folder.Delete(recursive: true));
        }
    }

    private static async Task WithPop3Async(DovecotServer server, Func<Pop3Client, Task> use)
    {
        using var client = new Pop3Client { ServerCertificateValidationCallback = server.Authority.Vouches };
        await client.ConnectAsync("127.0.0.1", server.Port(DovecotListener.Pop3s), SecureSocketOptions.SslOnConnect, Cancel);
        await client.AuthenticateAsync(new SaslMechanismPlain(Jane, "secret"), Cancel);
        await use(client);
        await client.DisconnectAsync(quit: true, Cancel);
    }

    private static async Task<string> GreetingAsync(DovecotServer server)
    {
        using var client = new TcpClient(AddressFamily.InterNetwork);
        await client.ConnectAsync(server.Address, server.Port(DovecotListener.Imap), Cancel);
        using var reader = new StreamReader(client.GetStream());
        return (await reader.ReadLineAsync(Cancel))!;
    }
}
