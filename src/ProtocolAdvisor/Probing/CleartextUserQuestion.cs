using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Asks a POP3 server that offers USER before TLS whether it accepts USER there: Courier offers it and answers
/// <c>-ERR TLS required to log in</c>. An offer is not an acceptance. The question has its own connection, after the probe's has ended.
/// Between CAPA and STLS it would cost every probe a round trip, and some servers accept only PASS after USER. IMAP servers say it by
/// LOGINDISABLED.
/// </summary>
internal sealed class CleartextUserQuestion(MailDialer dialer, TargetGate gate, TimeProvider clock)
{
    // Nobody's name, and no PASS behind it: servers do not count that as a failed sign-in.
    private const string Nobody = "protocol-advisor-test";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Whether the question makes sense: on a cleartext port that offers USER.</summary>
    internal static bool FitsTo(ProbeResult probe) => probe.Endpoint.Protocol == MailProtocol.Pop3 && probe.OfferedInClear?.Has("USER") == true;

    /// <summary>Asks; the server's line, or null where none came in time: then nothing is known.</summary>
    /// <param name="endpoint">The cleartext port.</param>
    /// <param name="address">The address that was probed.</param>
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
        return connection is null ? null : await AskAsync(connection.Lines, deadline.Token);
    }

    private static async Task<string?> AskAsync(LineConversation lines, CancellationToken token)
    {
        var greeter = Greeter.For(MailProtocol.Pop3);
        if (!greeter.Accepts(await lines.ReadLineAsync(token))) return null;
        await lines.SendAsync(token, $"USER {Nobody}", greeter.Farewell);
        return ServerText.Of(await lines.ReadLineAsync(token));
    }
}
