using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing.Certificates;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// A TLS handshake that always wants to see the certificate, whatever is wrong with it, and lets <see cref="CertificateJudge"/> say what
/// that is. Sessions are not resumed: a resumed one skips the certificate and is cheaper, so every probe after the first would measure too
/// little.
/// </summary>
internal sealed class TlsHandshake(CertificateJudge judge)
{
    /// <summary>Encrypts <paramref name="connection"/> and tells what was settled.</summary>
    internal async Task<TlsDetails> RunAsync(MailConnection connection, HostName host, CancellationToken token)
    {
        // The meter outlives a failed handshake: what the peer sent instead, and the round trip, are still to be read from it.
        var stream = new SslStream(connection.Meter, leaveInnerStreamOpen: true);
        connection.Meter.ForgetOpening();
        try
        {
            var details = await AuthenticateAsync(stream, host, token);
            connection.Encrypt(stream);
            connection.Transcript.Note($"TLS {details.Version} {details.CipherSuite}");
            return details;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    [SuppressMessage("Security", "CA5359", Justification = "The probe reports bad certificates; nothing secret is sent until the judge has said Trusted.")]
    private async Task<TlsDetails> AuthenticateAsync(SslStream stream, HostName host, CancellationToken token)
    {
        CertificateDetails? seen = null;
        var clientCertificateRequested = false;
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = host.Value,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                AllowTlsResume = false,
                CertificateChainPolicy = CertificateChains.Unasked(),
                RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
                {
                    if (certificate is X509Certificate2 full && chain is not null) seen = judge.Judge(host, full, chain.ChainPolicy.ExtraStore);
                    return true;
                },
                LocalCertificateSelectionCallback = (_, _, _, remote, _) =>
                {
                    clientCertificateRequested |= remote is not null;
                    return null!;
                },
            },
            token);
        var version = stream.SslProtocol == SslProtocols.Tls13 ? "1.3" : "1.2";
        var certificateDetails = seen ?? throw new AuthenticationException("no certificate");
        return new TlsDetails(version, stream.NegotiatedCipherSuite.ToString(), certificateDetails, clientCertificateRequested);
    }
}
