namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>A certificate that is valid, but not for long.</summary>
internal static class CertificateExpiryDetector
{
    private const int MediumDays = 21;
    private const int HighDays = 7;

    public static IEnumerable<Finding> Find(Case c) =>
        from shown in c.Certificates
        let left = shown.Certificate.NotAfter - c.Facts.StartedAt
        where left > TimeSpan.Zero && left < TimeSpan.FromDays(MediumDays)
        select Found.At(shown.Probe, FindingCode.CertExpiresSoon, Found.Text($"valid until {shown.Certificate.NotAfter:yyyy-MM-dd}")) with
        {
            Severity = left < TimeSpan.FromDays(HighDays) ? Severity.High : Severity.Medium,
        };
}
