using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Judges a server's certificate by our own rules. .NET accepts RSA-1024, SHA-1 and common-name-only certificates without a word, and would fetch
/// issuers and revocation lists from addresses that the server chooses: the chain is built from what was sent and what we trust, nothing else.
/// </summary>
internal sealed class CertificateJudge(IReadOnlyList<X509Certificate2> trustedRoots, TimeProvider clock)
{
    private const string ServerAuth = "1.3.6.1.5.5.7.3.1";
    private const string AuthorityInformationAccess = "1.3.6.1.5.5.7.1.1";
    private const int MinRsaBits = 2048;
    private const int MinCurveBits = 224;

    // SHA-1 and MD5 with RSA, SHA-1 with DSA and ECDSA.
    private static readonly HashSet<string> WeakSignatures =
        ["1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4", "1.2.840.10040.4.3", "1.2.840.10045.4.1", "1.3.14.3.2.29"];

    /// <summary>The rules by which a chain is built: nothing is downloaded, revocation is not asked for.</summary>
    internal X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = clock.GetUtcNow().LocalDateTime,
        };
        policy.ApplicationPolicy.Add(new Oid(ServerAuth));
        if (trustedRoots.Count == 0) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(SystemRoots.Value);
        foreach (var root in trustedRoots) policy.CustomTrustStore.Add(root);
        return policy;
    }

    /// <summary>Describes and judges the certificate that <paramref name="host"/> showed, from the chain that the handshake built.</summary>
    internal CertificateDetails Judge(HostName host, X509Certificate2 certificate, X509Chain chain)
    {
        var names = CertificateNames.Of(certificate);
        var (keyType, keyBits) = CertificateKey.Of(certificate);
        var status = Blocking(host, certificate, chain).Distinct().ToList();
        if (status.Count == 0) status.Add(CertificateStatus.Trusted);
        if (keyBits < (keyType == "rsa" ? MinRsaBits : MinCurveBits)) status.Add(CertificateStatus.WeakKey);
        if (certificate.SignatureAlgorithm.Value is { } oid && WeakSignatures.Contains(oid)) status.Add(CertificateStatus.WeakSignature);
        if (names.Count == 0) status.Add(CertificateStatus.NoSan);
        return new CertificateDetails
        {
            Subject = Dialing.ServerText.Of(certificate.Subject),
            Issuer = Dialing.ServerText.Of(certificate.Issuer),
            Names = names,
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
            KeyType = keyType,
            KeyBits = keyBits,
            Signature = certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value ?? "unknown",
            Sha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            Status = status,
        };
    }

    private IEnumerable<CertificateStatus> Blocking(HostName host, X509Certificate2 certificate, X509Chain chain)
    {
        var now = clock.GetUtcNow();
        if (now > certificate.NotAfter.ToUniversalTime()) yield return CertificateStatus.Expired;
        if (now < certificate.NotBefore.ToUniversalTime()) yield return CertificateStatus.NotYetValid;
        if (!MatchesHost(host, certificate)) yield return CertificateStatus.NameMismatch;
        var faults = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        if (faults.HasFlag(X509ChainStatusFlags.NotValidForUsage)) yield return CertificateStatus.WrongUsage;
        if (faults.HasFlag(X509ChainStatusFlags.UntrustedRoot) || faults.HasFlag(X509ChainStatusFlags.PartialChain)) yield return Untrusted(certificate, chain);
        else if ((faults & ~Explained) != 0) yield return CertificateStatus.UntrustedIssuer;
        else if (faults.HasFlag(X509ChainStatusFlags.NotTimeValid) && now <= certificate.NotAfter && now >= certificate.NotBefore) yield return CertificateStatus.UntrustedIssuer;
    }

    private const X509ChainStatusFlags Explained = X509ChainStatusFlags.NotValidForUsage | X509ChainStatusFlags.NotTimeValid
        | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    // A public CA's certificate says where its issuer's is to be had: if that was not sent, the server's configuration lacks it.
    private static CertificateStatus Untrusted(X509Certificate2 certificate, X509Chain chain) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData) ? CertificateStatus.SelfSigned
        : chain.ChainElements.Count <= 1 && certificate.Extensions[AuthorityInformationAccess] is not null ? CertificateStatus.ChainIncomplete
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

    // Read once a process: opening the store costs milliseconds, and the handshake waits for it.
    private static readonly Lazy<X509Certificate2Collection> SystemRoots = new(() =>
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        return store.Certificates;
    });
}
