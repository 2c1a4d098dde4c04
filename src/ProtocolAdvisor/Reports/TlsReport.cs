using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Reports;

/// <summary>What a TLS handshake settled on.</summary>
/// <param name="Version"><c>1.2</c> or <c>1.3</c>.</param>
/// <param name="CipherSuite">The IANA name of the cipher suite.</param>
/// <param name="Certificate">The server's certificate.</param>
public sealed record TlsReport(string Version, string CipherSuite, CertificateReport Certificate)
{
    /// <summary>The shown form; null without a handshake.</summary>
    internal static TlsReport? From(TlsDetails? tls) =>
        tls is null ? null : new(tls.Version, tls.CipherSuite, CertificateReport.From(tls.Certificate));
}

/// <summary>A server's certificate, judged by us.</summary>
/// <param name="Subject">The subject's distinguished name.</param>
/// <param name="Issuer">The issuer's distinguished name.</param>
/// <param name="Names">The names it is good for.</param>
/// <param name="NotBefore">Start of validity.</param>
/// <param name="NotAfter">End of validity.</param>
/// <param name="KeyType">The key's algorithm.</param>
/// <param name="KeyBits">The key's length.</param>
/// <param name="Signature">The signature algorithm.</param>
/// <param name="Sha256">The fingerprint.</param>
/// <param name="Status">What is to be said of it.</param>
public sealed record CertificateReport(
    string Subject,
    string Issuer,
    IReadOnlyList<string> Names,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string KeyType,
    int? KeyBits,
    string Signature,
    string Sha256,
    IReadOnlyList<CertificateStatus> Status)
{
    /// <summary>The shown form.</summary>
    internal static CertificateReport From(CertificateDetails certificate) => new(
        certificate.Subject,
        certificate.Issuer,
        certificate.Names,
        certificate.NotBefore,
        certificate.NotAfter,
        certificate.KeyType,
        certificate.KeyBits,
        certificate.Signature,
        certificate.Sha256,
        certificate.Status);
}
