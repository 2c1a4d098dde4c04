using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Asks beside a probe, over a second connection to the very address that answered it, whether TLS 1.1 or older is still taken. It waits for its own turn at the host and
/// ends with the probe at the latest, so it costs the probe no time; without an answer by then, nothing is known.
/// </summary>
internal sealed class LegacyTlsQuestion(MailDialer dialer, TargetGate gate, TimeProvider clock)
{
    /// <summary>Asks.</summary>
    /// <param name="endpoint">An endpoint with implicit TLS.</param>
    /// <param name="address">The address that the probe is connected to.</param>
    /// <param name="taken">Told as soon as old TLS is seen to be taken: the probe may end before the question is cleared away.</param>
    /// <param name="ended">The probe's end.</param>
    internal async Task AskAsync(MailEndpoint endpoint, IPAddress address, Action taken, CancellationToken ended)
    {
        try
        {
            await gate.RunAsync(endpoint.Host, token => HelloAsync(endpoint, address, taken, token), _ => false, () => false, ended);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // refused, or not answered in time: nothing is known
        }
    }

    private async Task<bool> HelloAsync(MailEndpoint endpoint, IPAddress address, Action taken, CancellationToken ended)
    {
        using var deadline = new Deadline(EndpointProbe.LegacyLimit, clock, ended);
        var dial = await dialer.DialAsync([address], endpoint.Port, EndpointProbe.LegacyLimit, deadline);
        using var connection = dial.Connection;
        if (connection is null || !await LegacyTlsHello.IsAnsweredAsync(connection, endpoint.Host, deadline.Token)) return false;
        taken();
        return true;
    }
}
