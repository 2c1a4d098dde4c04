using System.Security.Cryptography;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>How a certificate is to be made; the defaults make a good one.</summary>
public sealed record CertificateTraits
{
    /// <summary>The subject's common name; the first of <see cref="Names"/> where it is not given.</summary>
    public string? CommonName { get; init; }

    /// <summary>DNS names and IP addresses for the subjectAltName; none leaves the extension out.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.UtcNow.AddDays(-10);

    public DateTimeOffset NotAfter { get; init; } = DateTimeOffset.UtcNow.AddDays(80);

    /// <summary>0 = EC P-256, else RSA of so many bits.</summary>
    public int RsaBits { get; init; }

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>Signed by itself instead of the authority.</summary>
    public bool SelfSigned { get; init; }

    /// <summary>The extended key usage; 1.3.6.1.5.5.7.3.1 is serverAuth. Null leaves the extension out.</summary>
    public string? ExtendedKeyUsage { get; init; } = "1.3.6.1.5.5.7.3.1";

    public ChainKind Chain { get; init; } = ChainKind.Direct;

    /// <summary>URLs for the AIA extension (caIssuers, OCSP) and the CRL distribution point, to see that nobody fetches them.</summary>
    public string? FetchUrl { get; init; }
}

/// <summary>Who signed a certificate, and what the server sends.</summary>
public enum ChainKind
{
    /// <summary>The root itself.</summary>
    Direct,

    /// <summary>An intermediate authority, sent along.</summary>
    IntermediateSent,

    /// <summary>An intermediate authority that the server forgets to send.</summary>
    IntermediateMissing,
}
