using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Asks whether TLS 1.1 or older is still accepted, over its own connection to the address that was probed, after the probe's connection
/// and its session have ended.
/// </summary>
/// <param name="dialer">Dials.</param>
/// <param name="gate">Politeness.</param>
/// <param name="refusals">Who was asked lately and refused.</param>
/// <param name="clock">Measures.</param>
internal sealed class LegacyTlsQuestion(MailDialer dialer, TargetGate gate, OldTlsRefusals refusals, TimeProvider clock)
{
    // A connection and an answer are two round trips; a server that says nothing for longer has not understood.
    private const int RoundTrips = 5;
    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether the answer is known without asking.</summary>
    internal bool Knows(MailEndpoint endpoint, IPAddress address) => refusals.Has(endpoint.Host, address);

    /// <summary>Asks; not taken where the server wants no such hello, null where it gave no answer in time, or was not asked: then nothing is known.</summary>
    /// <param name="endpoint">An endpoint with implicit TLS.</param>
    /// <param name="address">The address that was probed.</param>
    /// <param name="roundTripMs">How far away it is.</param>
    /// <returns>Whether it is taken, and when the server knows that we have left.</returns>
    internal async Task<(bool? Taken, Task Left)> AskAsync(MailEndpoint endpoint, IPAddress address, double? roundTripMs)
    {
        if (Knows(endpoint, address)) return (false, Task.CompletedTask);
        if (!gate.HasPlenty(endpoint.Host)) return (null, Task.CompletedTask);
        var limit = Thought + (RoundTrips * TimeSpan.FromMilliseconds(roundTripMs ?? 0));
        using var deadline = new Deadline(limit < EndpointProbe.LegacyLimit ? limit : EndpointProbe.LegacyLimit, clock, CancellationToken.None);
        try
        {
            return await gate.RunAsync(
                endpoint.Host, _ => HelloAsync(endpoint, address, deadline), _ => false, () => (null, Task.CompletedTask), deadline.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            return (e is OperationCanceledException ? null : false, Task.CompletedTask);
        }
    }

    private async Task<(bool? Taken, Task Left)> HelloAsync(MailEndpoint endpoint, IPAddress address, Deadline deadline)
    {
        var dial = await dialer.DialAsync([address], endpoint.Port, EndpointProbe.LegacyLimit, deadline);
        if (dial.Connection is not { } connection) return (null, Task.CompletedTask);
        try
        {
            var taken = await LegacyTlsHello.IsAnsweredAsync(connection, endpoint.Host, deadline.Token);
            if (!taken) refusals.Note(endpoint.Host, address);
            return (taken, connection.LeaveAsync());
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
