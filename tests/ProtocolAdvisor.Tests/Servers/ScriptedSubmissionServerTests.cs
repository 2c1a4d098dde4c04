using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class ScriptedSubmissionServerTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates certificates = new();

    public void Dispose() => certificates.Dispose();

    [Fact]
    public async Task MailKit_signs_in_to_the_script_behind_starttls_and_every_command_is_recorded()
    {
        await using var server = ScriptedMailServer.Start(new SmtpScript
        {
            StartTls = certificates.Good("127.0.0.1"),
            Greeting = "220-mail.example.com\r\n220-no spam\r\n220 ESMTP ready",
        });
        using var client = Client();
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.StartTls, Cancel);

        await client.AuthenticateAsync(new SaslMechanismPlain("jane@example.com", "secret"), Cancel);

        Assert.Equal(35882577u, client.MaxSize);
        Assert.True(client.Capabilities.HasFlag(SmtpCapabilities.UTF8 | SmtpCapabilities.Pipelining | SmtpCapabilities.Dsn));
        await client.DisconnectAsync(quit: true, Cancel);
        var connection = await server.NextConnectionAsync(Cancel);
        await connection.Finished.WaitAsync(Cancel);
        Assert.Equal(["EHLO", "STARTTLS", "EHLO", "AUTH", "QUIT"], connection.Received.Select(line => line.Text.Split(' ')[0]));
        Assert.Equal([false, false, true, true, true], connection.Received.Select(line => line.Encrypted));
    }

    [Theory]
    [InlineData("LOGIN")]
    [InlineData("XOAUTH2")]
    public async Task A_refusal_is_told_in_the_lines_that_the_test_gives(string mechanism)
    {
        await using var server = ScriptedMailServer.Start(new SmtpScript
        {
            ImplicitTls = certificates.Good("127.0.0.1"),
            Mechanisms = ["LOGIN", "XOAUTH2"],
            SignInReply = "535-5.7.8 Username and password not accepted.\r\n535 5.7.8 Learn more",
            TokenComplaint = """{"status":"400","schemes":"Bearer"}""",
        });
        using var client = Client();
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.SslOnConnect, Cancel);

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync(
            mechanism == "LOGIN" ? new SaslMechanismLogin("jane@example.com", "x") : new SaslMechanismOAuth2("jane@example.com", "x"), Cancel));

        Assert.Contains("5.7.8", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_EHLO_takes_HELO_and_one_that_refuses_at_the_greeting_nothing()
    {
        await using var old = ScriptedMailServer.Start(new SmtpScript { KnowsEhlo = false });
        await using var refusing = ScriptedMailServer.Start(new SmtpScript { Greeting = "554 5.7.1 not from there" });
        using var client = Client();

        await client.ConnectAsync("127.0.0.1", old.Port, SecureSocketOptions.None, Cancel);
        Assert.Equal(SmtpCapabilities.None, client.Capabilities);
        using var another = Client();
        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() =>
            another.ConnectAsync("127.0.0.1", refusing.Port, SecureSocketOptions.None, Cancel));
        Assert.Equal(554, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Clear_text_is_not_signed_in_to_and_a_message_is_never_taken()
    {
        await using var server = ScriptedMailServer.Start(new SmtpScript { AuthForms = ["AUTH=", "AUTH "] });
        using var client = Client();
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.None, Cancel);

        Assert.False(client.Capabilities.HasFlag(SmtpCapabilities.Authentication));
        var message = new MimeMessage([new MailboxAddress("", "jane@example.com")], [new MailboxAddress("", "ben@example.org")], "hello", new TextPart("plain"));
        await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(message, Cancel));
    }

    private SmtpClient Client() => new() { ServerCertificateValidationCallback = certificates.Vouches };
}
