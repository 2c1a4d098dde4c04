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
            select Found.At(shown.Probe, CodeOf(status), Evidence(status, shown.Certificate));

        // Distrusted, but not kept for judgement: an unknown issuer is the likeliest of the causes.
        var unseen =
            from found in c.Failures
            where found.Failure.Kind == FailureKind.CertificateUntrusted && found.Probe.Tls is null
            select Found.At(found.Probe, FindingCode.CertUntrustedIssuer, found.Failure.Reply, FindingConfidence.Possible);
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

    private static string Evidence(CertificateStatus status, CertificateDetails certificate) => status switch
    {
        CertificateStatus.Expired => Found.Text($"valid until {certificate.NotAfter:yyyy-MM-dd}"),
        CertificateStatus.NotYetValid => Found.Text($"valid from {certificate.NotBefore:yyyy-MM-dd}"),
        CertificateStatus.NameMismatch => $"names: {string.Join(", ", certificate.Names)}",
        CertificateStatus.WeakKey => Found.Text($"{certificate.KeyType} {certificate.KeyBits} bits"),
        CertificateStatus.WeakSignature => certificate.Signature,
        CertificateStatus.NoSan or CertificateStatus.WrongUsage => certificate.Subject,
        _ => $"issuer: {certificate.Issuer}",
    };
}
