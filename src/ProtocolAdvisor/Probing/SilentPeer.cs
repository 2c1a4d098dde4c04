using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// A peer that has not greeted us: it may be a mail server that takes its time, or a service that waits for us to speak first. One question tells, and it is asked over a
/// second connection: over the first it would lie before a late server's greeting like a command, and spoil the conversation.
/// </summary>
internal sealed class SilentPeer(MailEndpoint endpoint, IPAddress address, MailDialer dialer, TlsHandshake tls)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Asks what is spoken there; null where nothing tells, or where it is the mail protocol that was expected.</summary>
    internal async Task<SpokenProtocol?> AskAsync(TimeProvider clock, CancellationToken token)
    {
        using var limit = new Deadline(Limit, clock, token);
        var dial = await dialer.DialAsync([address], endpoint.Port, Limit, limit);
        if (dial.Connection is not { } connection) return null;
        using (connection)
        {
            var spoken = await AskAsync(connection, limit.Token);
            return spoken == BannerSniffer.Of(endpoint.Protocol) ? null : spoken;
        }
    }

    private async Task<SpokenProtocol?> AskAsync(MailConnection connection, CancellationToken token)
    {
        var isTls = endpoint.Security == ConnectionSecurity.ImplicitTls;
        try
        {
            await tls.RunAsync(connection, endpoint.Host, token);
            if (!isTls) return SpokenProtocol.Tls;
            await connection.Lines.SendAsync(token, "HEAD / HTTP/1.0", "");
            return BannerSniffer.Sniff(System.Text.Encoding.Latin1.GetBytes(await connection.Lines.ReadLineAsync(token)));
        }
        catch (Exception e) when (e is IOException or AuthenticationException or SocketException or OperationCanceledException)
        {
            return isTls ? null : BannerSniffer.Sniff(connection.Meter.Opening);
        }
    }
}
