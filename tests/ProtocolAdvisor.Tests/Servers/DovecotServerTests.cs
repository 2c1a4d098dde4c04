using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Pop3;
using MailKit.Security;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class DovecotServerTests
{
    private const string Jane = "jane@example.com";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DovecotListener.Imaps, SecureSocketOptions.SslOnConnect)]
    [InlineData(DovecotListener.Imap, SecureSocketOptions.StartTls)]
    public async Task Imap_shows_every_folder_with_the_messages_that_were_put_in(DovecotListener listener, SecureSocketOptions security)
    {
        await using var server = await DovecotServer.StartAsync();
        var content = await server.FillAsync(Jane, new MailboxPlan { Messages = 60, Sizes = MailSizes.Tiny });
        using var client = await SignInAsync(server, listener, security);

        var folders = await client.GetFoldersAsync(client.PersonalNamespaces[0], StatusItems.Count | StatusItems.Size, cancellationToken: Cancel);

        Assert.Equal(
            content.Folders.Select(folder => (folder.Key, folder.Value.Messages, folder.Value.Bytes)).Order(),
            folders.Where(f => f.Exists).Select(f => (f.FullName, f.Count, (long)f.Size!.Value)).Order());
        Assert.Equal(60, content.Messages);
    }

    [Fact]
    public async Task Pop3_shows_the_inbox()
    {
        await using var server = await DovecotServer.StartAsync();
        var content = await server.FillAsync(Jane, new MailboxPlan { Messages = 60, Sizes = MailSizes.Tiny });
        using var client = new Pop3Client { ServerCertificateValidationCallback = server.Authority.Vouches };
        await client.ConnectAsync("127.0.0.1", server.Port(DovecotListener.Pop3s), SecureSocketOptions.SslOnConnect, Cancel);
        await client.AuthenticateAsync(new SaslMechanismPlain(Jane, "secret"), Cancel);

        Assert.Equal(content.Folders["INBOX"], new FolderContent(client.Count, client.Size));
    }

    [Fact]
    public async Task Looking_changes_nothing_and_reading_does()
    {
        await using var server = await DovecotServer.StartAsync();
        await server.FillAsync(Jane, new MailboxPlan { Messages = 60, Sizes = MailSizes.Tiny });
        using var client = await SignInAsync(server, DovecotListener.Imaps, SecureSocketOptions.SslOnConnect);
        var before = await server.SnapshotAsync(Jane);

        await client.Inbox.OpenAsync(FolderAccess.ReadOnly, Cancel);
        await client.Inbox.GetMessageAsync(0, Cancel);
        Assert.Empty(before.ChangesTo(await server.SnapshotAsync(Jane)));
        Assert.Equal(60, before.Files);

        await client.Inbox.OpenAsync(FolderAccess.ReadWrite, Cancel);
        await client.Inbox.AddFlagsAsync(0, MessageFlags.Deleted, silent: true, Cancel);
        Assert.NotEmpty(before.ChangesTo(await server.SnapshotAsync(Jane)));
    }

    private static async Task<ImapClient> SignInAsync(DovecotServer server, DovecotListener listener, SecureSocketOptions security)
    {
        var client = new ImapClient { ServerCertificateValidationCallback = server.Authority.Vouches };
        await client.ConnectAsync("127.0.0.1", server.Port(listener), security, Cancel);
        await client.AuthenticateAsync(new SaslMechanismPlain(Jane, "secret"), Cancel);
        return client;
    }
}
