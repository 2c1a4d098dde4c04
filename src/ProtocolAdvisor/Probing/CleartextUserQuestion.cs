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
internal sealed class CleartextUserQuestion(MailDialer dialer, TargetGate gate)
{
    // Nobody's name, and no PASS behind it: servers do not count that as a failed sign-in.
    private const string Nobody = "protocol-advisor-test";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Asks where there is something to ask, at the address that answered the probe.</summary>
    /// <param name="probe">The probe, whose connection must have ended.</param>
    /// <param name="deadline">The run's time.</param>
    /// <returns>The probe with the server's line; as it was, where there was none in time.</returns>
    internal async Task<ProbeResult> AskAsync(ProbeResult probe, Deadline deadline)
    {
        if (!IsOpen(probe)) return probe;
        try
        {
            var reply = await gate.RunAsync(probe.Endpoint.Host, _ => DialAndAskAsync(probe, deadline), _ => false, () => null, deadline.Token);
            return probe with { UserInClearReply = reply };
        }
        catch (Exception e) when (e is IOException or SocketException || (e is OperationCanceledException && !deadline.Caller.IsCancellationRequested))
        {
            return probe; // not answered: nothing is known
        }
    }

    private static bool IsOpen(ProbeResult probe) =>
        probe is { Endpoint.Protocol: MailProtocol.Pop3, UserInClearReply: null } && probe.OfferedInClear?.Has("USER") == true && AddressOf(probe) is not null;

    private async Task<string?> DialAndAskAsync(ProbeResult probe, Deadline deadline)
    {
        using var limit = new Deadline(Limit, deadline.Clock, deadline.Token);
        var dial = await dialer.DialAsync([AddressOf(probe)!], probe.Endpoint.Port, Limit, limit);
        using var connection = dial.Connection;
        return connection is null ? null : await AskAsync(connection, limit.Token);
    }

    private static async Task<string?> AskAsync(MailConnection connection, CancellationToken token)
    {
        var greeter = Greeter.For(MailProtocol.Pop3);
        if (!greeter.Accepts(await connection.Lines.ReadLineAsync(token))) return null;
        await connection.Lines.SendAsync(token, $"USER {Nobody}", greeter.Farewell);
        return ServerText.Of(await connection.Lines.ReadLineAsync(token));
    }

    private static IPAddress? AddressOf(ProbeResult probe) =>
        probe.Addresses.FirstOrDefault(x => x.Outcome == StepOutcome.Completed) is { } answered && IPAddress.TryParse(answered.Address, out var address) ? address : null;
}
