using System.Globalization;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// A certificate that is valid, but not for long: less than a third of its own life is left. Automatic renewal comes at two thirds at the latest, so a certificate
/// of six days that is in its second is in order, and one of 90 days is late after 60. Of a long life a third would be years: the days bound it.
/// </summary>
internal static class CertificateExpiryDetector
{
    private const int MediumDays = 21;
    private const int HighDays = 7;

    public static IEnumerable<Finding> Find(Case c) =>
        from shown in c.Certificates
        let left = shown.Certificate.NotAfter - c.Facts.StartedAt
        where left > TimeSpan.Zero && left < Bound(shown.Certificate, MediumDays)
        select Found.At(shown.Probe, FindingCode.CertExpiresSoon, Evidence(shown.Certificate.NotAfter)) with
        {
            Severity = left < Bound(shown.Certificate, HighDays) ? Severity.High : Severity.Medium,
        };

    private static FindingEvidence Evidence(DateTimeOffset end) =>
        Seen.That(EvidenceCode.ValidUntilTime, ("date", end), ("time", end.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)));

    private static TimeSpan Bound(CertificateDetails certificate, int days)
    {
        var third = (certificate.NotAfter - certificate.NotBefore) / 3;
        return third < TimeSpan.FromDays(days) ? third : TimeSpan.FromDays(days);
    }
}
