using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Asks a POP3 server that offers USER before TLS whether it takes it there: Courier offers it and answers <c>-ERR TLS required to log in</c>. An offer is not an
/// acceptance. It is asked over a connection of its own, after the probe's has ended: between CAPA and STLS it would cost every probe a round trip, and some servers take
/// nothing but PASS behind USER. For IMAP, LOGINDISABLED says it.
/// </summary>
internal sealed class CleartextUserQuestion(MailDialer dialer, TargetGate gate, TimeProvider clock)
{
    // Nobody's name, and no PASS behind it: servers do not count that as a failed sign-in.
    private const string Nobody = "protocol-advisor-test";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Asks; null where no answer came in time: then nothing is known.</summary>
    /// <param name="endpoint">An endpoint that starts in clear.</param>
    /// <param name="address">The address that was probed.</param>
    /// <returns>The server's line: cut and escaped.</returns>
    internal async Task<string?> AskAsync(MailEndpoint endpoint, IPAddress address)
    {
        using var deadline = new Deadline(Limit, clock, CancellationToken.None);
        try
        {
            return await gate.RunAsync(endpoint.Host, _ => DialAndAskAsync(endpoint, address, deadline), _ => false, () => null, deadline.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private async Task<string?> DialAndAskAsync(MailEndpoint endpoint, IPAddress address, Deadline deadline)
    {
        var dial = await dialer.DialAsync([address], endpoint.Port, Limit, deadline);
        using var connection = dial.Connection;
        if (connection is null) return null;
        var greeter = Greeter.For(MailProtocol.Pop3);
        if (!greeter.Accepts(await connection.Lines.ReadLineAsync(deadline.Token))) return null;
        await connection.Lines.SendAsync(deadline.Token, $"USER {Nobody}");
        var reply = ServerText.Of(await connection.Lines.ReadLineAsync(deadline.Token));
        await connection.Lines.SendAsync(deadline.Token, greeter.Farewell);
        return reply;
    }
}
