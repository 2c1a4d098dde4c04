using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Certificates;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>Describes a mail server's certificate for the report, with the judgement on it.</summary>
internal sealed class CertificateJudge(CertificateTrust trust)
{
    /// <summary>
    /// Describes and judges the certificate that <paramref name="host"/> showed, with the others that it <paramref name="sent"/>.
    /// </summary>
    internal CertificateDetails Judge(HostName host, X509Certificate2 certificate, X509Certificate2Collection sent)
    {
        var (keyType, keyBits) = CertificateKey.Of(certificate);
        return new CertificateDetails
        {
            Subject = ServerText.Of(certificate.Subject),
            Issuer = ServerText.Of(certificate.Issuer),
            Names = CertificateNames.Of(certificate),
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
            KeyType = keyType,
            KeyBits = keyBits,
            Signature = certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value ?? "unknown",
            Sha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            Status = trust.Judge(host, certificate, sent),
        };
    }
}
