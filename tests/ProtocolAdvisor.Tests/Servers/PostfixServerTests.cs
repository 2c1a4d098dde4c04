using System.Diagnostics;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class PostfixServerTests : IAsyncLifetime
{
    private const string OfTheSystem = "/var/spool/postfix/pid/master.pid";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly bool ranBefore = File.Exists(OfTheSystem);
    private DovecotServer dovecot = null!;
    private PostfixServer postfix = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(DovecotServer.Available, DovecotServer.Missing);
        Assert.SkipUnless(PostfixServer.Available, PostfixServer.Missing);
        dovecot = await DovecotServer.StartAsync();
        postfix = await PostfixServer.StartAsync(new(dovecot.SignInSocket, dovecot.Certificate));
    }

    public async ValueTask DisposeAsync()
    {
        await (postfix?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (dovecot?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData(PostfixListener.Submissions, SecureSocketOptions.SslOnConnect)]
    [InlineData(PostfixListener.Submission, SecureSocketOptions.StartTls)]
    public async Task A_user_of_Dovecot_signs_in_and_nothing_is_delivered(PostfixListener listener, SecureSocketOptions security)
    {
        using var client = Client();
        await client.ConnectAsync("127.0.0.1", postfix.Port(listener), security, Cancel);
        Assert.Equal(35_882_577u, client.MaxSize);
        Assert.Equal(["LOGIN", "PLAIN"], client.AuthenticationMechanisms.Order());

        await client.AuthenticateAsync("jane@example.com", "secret", Cancel);

        using var message = new MimeMessage([new MailboxAddress("", "jane@example.com")], [new MailboxAddress("", "ben@example.org")], "hello", new TextPart("plain"));
        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(message, Cancel));
        Assert.Equal(SmtpErrorCode.RecipientNotAccepted, refused.ErrorCode);
        await client.DisconnectAsync(quit: true, Cancel);
        const string signedIn = "auth=1"; // in the line of our own goodbye: the look whether Postfix is up says goodbye, too
        Assert.Contains(signedIn, await postfix.LogAsync(log => log.Contains(signedIn, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.False(postfix.HasMessages);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_clear_text_offers_no_sign_in()
    {
        using var client = Client();
        await client.ConnectAsync("127.0.0.1", postfix.Port(PostfixListener.Submissions), SecureSocketOptions.SslOnConnect, Cancel);
        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync("jane@example.com", "wrong", Cancel));
        Assert.Contains("5.7.8", refused.Message, StringComparison.Ordinal);

        using var clear = Client();
        await clear.ConnectAsync("127.0.0.1", postfix.Port(PostfixListener.Submission), SecureSocketOptions.None, Cancel);
        Assert.Empty(clear.AuthenticationMechanisms);
    }

    [Fact]
    public async Task It_ends_with_its_folder_and_the_systems_own_Postfix_is_left_alone()
    {
        int id, port;
        await using (var another = await PostfixServer.StartAsync(new(dovecot.SignInSocket, dovecot.Certificate)))
            (id, port) = (another.ProcessId, another.Port(PostfixListener.Submission));

        Assert.ThrowsAny<Exception>(() => Process.GetProcessById(id));
        using var client = Client();
        await Assert.ThrowsAnyAsync<Exception>(() => client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None, Cancel));
        Assert.Equal(ranBefore, File.Exists(OfTheSystem));
    }

    private SmtpClient Client() => new() { ServerCertificateValidationCallback = dovecot.Authority.Vouches };
}
