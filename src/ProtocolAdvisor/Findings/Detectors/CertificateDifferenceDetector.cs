using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>One host, different certificates: often a service that was not reloaded. When all of them are valid, that is no more than a hint.</summary>
internal static class CertificateDifferenceDetector
{
    private const int FingerprintStart = 8;

    public static IEnumerable<Finding> Find(Case c) =>
        from host in c.Hosts
        let shown = host.Where(x => x.Tls is not null).ToList()
        where shown.DistinctBy(x => x.Tls!.Certificate.Sha256).Count() > 1
        select Found.Once(FindingCode.CertDiffersBetweenPorts, string.Join(", ", shown.Select(Evidence))) with
        {
            Severity = shown.TrueForAll(x => x.Tls!.Certificate.IsTrusted) ? Severity.Low : Severity.Medium,
        };

    private static string Evidence(ProbeResult probe)
    {
        var certificate = probe.Tls!.Certificate;
        return Found.Text($"{probe.Endpoint.Authority} until {certificate.NotAfter:yyyy-MM-dd} ({new string([.. certificate.Sha256.Take(FingerprintStart)])}…)");
    }
}
