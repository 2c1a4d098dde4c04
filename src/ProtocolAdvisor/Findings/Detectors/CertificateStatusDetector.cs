using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>What is wrong with a certificate today: the judgement of the probe, one to one.</summary>
internal static class CertificateStatusDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        var judged =
            from shown in c.Certificates
            from status in shown.Certificate.Status
            where status != CertificateStatus.Trusted
            select Found.At(shown.Probe, CodeOf(status), Evidence(status, shown.Certificate, shown.Probe.Endpoint.Host.Value));

        // Distrusted, but not kept for judgement: an unknown issuer is the likeliest of the causes.
        var unseen =
            from found in c.Failures
            where found.Failure.Kind == FailureKind.CertificateUntrusted && found.Probe.Tls is null
            select Found.At(found.Probe, FindingCode.CertUntrustedIssuer, Seen.Names(found.Failure.Reply ?? string.Empty), FindingConfidence.Possible);
        return judged.Concat(unseen);
    }

    public static FindingCode CodeOf(CertificateStatus status) => status switch
    {
        CertificateStatus.Expired => FindingCode.CertExpired,
        CertificateStatus.NotYetValid => FindingCode.CertNotYetValid,
        CertificateStatus.NameMismatch => FindingCode.CertNameMismatch,
        CertificateStatus.SelfSigned => FindingCode.CertSelfSigned,
        CertificateStatus.UntrustedIssuer => FindingCode.CertUntrustedIssuer,
        CertificateStatus.ChainIncomplete => FindingCode.CertChainIncomplete,
        CertificateStatus.WrongUsage => FindingCode.CertWrongUsage,
        CertificateStatus.WeakKey => FindingCode.CertWeakKey,
        CertificateStatus.WeakSignature => FindingCode.CertWeakSignature,
        CertificateStatus.NoSan => FindingCode.CertNoSan,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a finding."),
    };

    private static FindingEvidence? Evidence(CertificateStatus status, CertificateDetails certificate, string host) => status switch
    {
        CertificateStatus.Expired => Seen.That(EvidenceCode.ValidUntil, ("date", certificate.NotAfter)),
        CertificateStatus.NotYetValid => Seen.That(EvidenceCode.ValidFrom, ("date", certificate.NotBefore)),
        CertificateStatus.NameMismatch => Seen.That(EvidenceCode.CertificateNames, ("host", host), ("names", string.Join(", ", certificate.Names))),
        CertificateStatus.WeakKey when certificate.KeyBits is { } bits => Seen.That(EvidenceCode.Key, ("type", certificate.KeyType), ("bits", bits)),
        CertificateStatus.WeakSignature => Seen.Names(certificate.Signature),
        CertificateStatus.WeakKey => Seen.Names(certificate.KeyType),
        CertificateStatus.NoSan or CertificateStatus.WrongUsage => Seen.Names(certificate.Subject),
        _ => Seen.That(EvidenceCode.Issuer, ("issuer", certificate.Issuer)),
    };
}
