using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Pop3;
using MailKit.Net.Smtp;
using MailKit.Security;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>MailKit used as its documentation shows: the peer that we are measured against.</summary>
internal sealed class PlainMailKit(FarSide server)
{
    /// <summary>Connects to the four endpoints at once; the capabilities are then known.</summary>
    internal Task ProbeAsync(CancellationToken token) => Task.WhenAll(
        ConnectAndLeaveAsync(Imap(), StandardPort.Imaps, SecureSocketOptions.SslOnConnect, token),
        ConnectAndLeaveAsync(Imap(), StandardPort.Imap, SecureSocketOptions.StartTls, token),
        ConnectAndLeaveAsync(Pop3(), StandardPort.Pop3s, SecureSocketOptions.SslOnConnect, token),
        ConnectAndLeaveAsync(Pop3(), StandardPort.Pop3, SecureSocketOptions.StartTls, token));

    /// <summary>Connects to the server for sending and upgrades to TLS; what it offers then is known.</summary>
    internal Task ReachSendingAsync(CancellationToken token) => ConnectAndLeaveAsync(
        new SmtpClient { CheckCertificateRevocation = false }, StandardPort.Submission, SecureSocketOptions.StartTls, token);

    /// <summary>Signs in over IMAP and asks for each folder's size and for the quota.</summary>
    internal async Task SurveyImapAsync(CancellationToken token)
    {
        using var client = Imap();
        await client.ConnectAsync(server.Host, StandardPort.Imaps, SecureSocketOptions.SslOnConnect, token);
        await client.AuthenticateAsync(new SaslMechanismPlain(FarSide.Username, FarSide.Password), token);
        foreach (var folder in await client.GetFoldersAsync(client.PersonalNamespaces[0], cancellationToken: token))
            await folder.StatusAsync(StatusItems.Count | StatusItems.Size, token);
        await client.Inbox!.GetQuotaAsync(token);
    }

    /// <summary>Signs in over POP3 and asks for count, sizes and unique identifiers.</summary>
    internal async Task SurveyPop3Async(CancellationToken token)
    {
        using var client = Pop3();
        await client.ConnectAsync(server.Host, StandardPort.Pop3s, SecureSocketOptions.SslOnConnect, token);
        await client.AuthenticateAsync(new SaslMechanismPlain(FarSide.Username, FarSide.Password), token);
        await client.GetMessageCountAsync(token);
        await client.GetMessageSizesAsync(token);
        await client.GetMessageUidsAsync(token);
    }

    private async Task ConnectAndLeaveAsync(MailService client, int port, SecureSocketOptions security, CancellationToken token)
    {
        using (client) await client.ConnectAsync(server.Host, port, security, token);
    }

    // The lab's authority publishes no revocation lists.
    private static ImapClient Imap() => new() { CheckCertificateRevocation = false };

    private static Pop3Client Pop3() => new() { CheckCertificateRevocation = false };
}
