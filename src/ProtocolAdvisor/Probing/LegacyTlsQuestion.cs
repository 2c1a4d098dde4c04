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
/// <param name="patience">How long a server may think beside its handshake; what it says later is not heard.</param>
/// <param name="clock">Measures.</param>
internal sealed class LegacyTlsQuestion(MailDialer dialer, TargetGate gate, OldTlsRefusals refusals, TimeSpan patience, TimeProvider clock)
{
    // A connection and an answer are two round trips; a server that says nothing for longer has not understood.
    private const int RoundTrips = 5;

    // What is busy with its own handshake, or with ours, is no quicker with this one.
    private const int Handshakes = 2;

    // For its turn among those who ask the same host.
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(5);

    /// <summary>Whether the answer is known without asking.</summary>
    internal bool Knows(MailEndpoint endpoint, IPAddress address) => refusals.Has(endpoint.Host, address);

    /// <summary>Asks; not taken where the server wants no such hello, null where it gave no answer in time, or was not asked: then nothing is known.</summary>
    /// <param name="probe">What was learned of an endpoint with implicit TLS.</param>
    /// <param name="address">The address that was probed.</param>
    /// <returns>Whether it is taken, and when the server knows that we have left.</returns>
    internal async Task<(bool? Taken, Task Left)> AskAsync(ProbeResult probe, IPAddress address)
    {
        var endpoint = probe.Endpoint;
        if (Knows(endpoint, address)) return (false, Task.CompletedTask);
        if (!gate.HasPlenty(endpoint.Host)) return (null, Task.CompletedTask);
        var limit = LimitAt(probe);
        using var turn = new Deadline(limit + Spare, clock, CancellationToken.None);
        try
        {
            return await gate.RunAsync(endpoint.Host, _ => HelloAsync(endpoint, address, limit), _ => false, () => (null, Task.CompletedTask), turn.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            return (e is OperationCanceledException ? null : false, Task.CompletedTask);
        }
    }

    private TimeSpan LimitAt(ProbeResult probe)
    {
        var handshake = probe.Steps.FirstOrDefault(x => x.Step == MailStep.TlsHandshake)?.ElapsedMs ?? 0;
        var limit = patience + TimeSpan.FromMilliseconds((RoundTrips * (probe.RoundTripMs ?? 0)) + (Handshakes * handshake));
        return limit < EndpointProbe.LegacyLimit ? limit : EndpointProbe.LegacyLimit;
    }

    private async Task<(bool? Taken, Task Left)> HelloAsync(MailEndpoint endpoint, IPAddress address, TimeSpan limit)
    {
        using var deadline = new Deadline(limit, clock, CancellationToken.None);
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
