using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>The TLS handshakes of a probe and nothing else: the least that any program of this runtime pays for them.</summary>
internal sealed class BareTls(FarSide server)
{
    /// <summary>Four handshakes at once, as many as a probe of the four endpoints makes.</summary>
    internal Task ProbeAsync(CancellationToken token) => Task.WhenAll(
        HandshakeAsync(StandardPort.Imaps, token), HandshakeAsync(StandardPort.Imaps, token), HandshakeAsync(StandardPort.Pop3s, token), HandshakeAsync(StandardPort.Pop3s, token));

    private async Task HandshakeAsync(int port, CancellationToken token)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, port, token);
        await using var network = new NetworkStream(socket);
        await using var stream = new SslStream(network);
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = server.Host, AllowTlsResume = false, CertificateRevocationCheckMode = X509RevocationMode.NoCheck }, token);
    }
}
