using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>What a TLS handshake settled on.</summary>
/// <param name="Version"><c>1.2</c> or <c>1.3</c>.</param>
/// <param name="CipherSuite">The IANA name of the cipher suite.</param>
/// <param name="Certificate">The server's certificate, judged by us.</param>
/// <param name="ClientCertificateRequested">Whether the server asked for a certificate of ours; it may well do without.</param>
public sealed record TlsDetails(string Version, string CipherSuite, CertificateDetails Certificate, [property: NotSent] bool ClientCertificateRequested = false);

/// <summary>A server's certificate and our judgement of it.</summary>
public sealed record CertificateDetails
{
    /// <summary>The subject's distinguished name.</summary>
    public required string Subject { get; init; }

    /// <summary>The issuer's distinguished name.</summary>
    public required string Issuer { get; init; }

    /// <summary>DNS names and IP addresses of the subject alternative name extension; at most 100.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Start of validity, UTC.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>End of validity, UTC.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary><c>rsa</c>, <c>ecdsa</c>, <c>ed25519</c> …; the algorithm's object identifier where we have no name for it.</summary>
    public required string KeyType { get; init; }

    /// <summary>Key length in bits; null where it cannot be told.</summary>
    public int? KeyBits { get; init; }

    /// <summary>The signature algorithm's name.</summary>
    public required string Signature { get; init; }

    /// <summary>SHA-256 fingerprint, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What is to be said of it; never empty, <c>trusted</c> when nothing blocks trust.</summary>
    public required IReadOnlyList<CertificateStatus> Status { get; init; }

    /// <summary>Whether chain, dates, usage and name are all in order.</summary>
    [JsonIgnore]
    public bool IsTrusted => Status.Contains(CertificateStatus.Trusted);
}
