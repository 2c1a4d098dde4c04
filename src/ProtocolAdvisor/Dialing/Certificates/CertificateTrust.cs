using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Certificates;

/// <summary>
/// Whether a server's certificate is to be trusted, by our own rules. .NET accepts RSA-1024, SHA-1 and common-name-only certificates, and
/// would fetch issuers and revocation lists from addresses that the server chooses. Here the chain is built from what was sent and what we
/// trust, nothing else.
/// </summary>
internal sealed class CertificateTrust(IReadOnlyList<X509Certificate2> trustedRoots, TimeProvider clock)
{
    private const string AuthorityInformationAccess = "1.3.6.1.5.5.7.1.1";
    private const int MinRsaBits = 2048;
    private const int MinCurveBits = 224;

    private readonly CertificateChains _chains = new(trustedRoots, clock);

    // SHA-1 and MD5 with RSA, SHA-1 with DSA and ECDSA.
    private static readonly HashSet<string> WeakSignatures =
        ["1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4", "1.2.840.10040.4.3", "1.2.840.10045.4.1", "1.3.14.3.2.29"];

    /// <summary>
    /// Everything that can be said of the certificate that <paramref name="host"/> showed, with the others that it <paramref name="sent"/>.
    /// A sound one is <see cref="CertificateStatus.Trusted"/> and nothing else.
    /// </summary>
    internal IReadOnlyList<CertificateStatus> Judge(HostName host, X509Certificate2 certificate, X509Certificate2Collection sent)
    {
        var status = Blocking(host, certificate, _chains.Of(certificate, sent)).Distinct().ToList();
        if (status.Count == 0) status.Add(CertificateStatus.Trusted);
        var (keyType, keyBits) = CertificateKey.Of(certificate);
        if (keyBits < (keyType == "rsa" ? MinRsaBits : MinCurveBits)) status.Add(CertificateStatus.WeakKey);
        if (certificate.SignatureAlgorithm.Value is { } oid && WeakSignatures.Contains(oid)) status.Add(CertificateStatus.WeakSignature);
        if (CertificateNames.Of(certificate).Count == 0) status.Add(CertificateStatus.NoSan);
        return status;
    }

    private IEnumerable<CertificateStatus> Blocking(HostName host, X509Certificate2 certificate, ChainVerdict chain)
    {
        var now = clock.GetUtcNow();
        if (now > certificate.NotAfter.ToUniversalTime()) yield return CertificateStatus.Expired;
        if (now < certificate.NotBefore.ToUniversalTime()) yield return CertificateStatus.NotYetValid;
        if (!MatchesHost(host, certificate)) yield return CertificateStatus.NameMismatch;
        var faults = chain.Faults;
        if (faults.HasFlag(X509ChainStatusFlags.NotValidForUsage)) yield return CertificateStatus.WrongUsage;
        if (!chain.ReachesRoot) yield return Untrusted(certificate, chain);
        else if ((faults & ~Explained) != 0) yield return CertificateStatus.UntrustedIssuer;
        else if (faults.HasFlag(X509ChainStatusFlags.NotTimeValid) && now <= certificate.NotAfter && now >= certificate.NotBefore) yield return CertificateStatus.UntrustedIssuer;
    }

    private const X509ChainStatusFlags Explained = X509ChainStatusFlags.NotValidForUsage | X509ChainStatusFlags.NotTimeValid
        | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    // A public CA's certificate says where its issuer's is to be had: if that was not sent, the server's configuration lacks it.
    private static CertificateStatus Untrusted(X509Certificate2 certificate, ChainVerdict chain) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData) ? CertificateStatus.SelfSigned
        : chain.IsLeafOnly && certificate.Extensions[AuthorityInformationAccess] is not null ? CertificateStatus.ChainIncomplete
        : CertificateStatus.UntrustedIssuer;

    private static bool MatchesHost(HostName host, X509Certificate2 certificate)
    {
        try
        {
            return certificate.MatchesHostname(host.Value);
        }
        catch (CryptographicException)
        {
            return false; // an extension that cannot be read names nobody
        }
    }
}
