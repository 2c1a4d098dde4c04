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
        select Found.Once(FindingCode.CertDiffersBetweenPorts, host.Key.Value, new(shown.Select(Evidence))) with
        {
            Severity = shown.TrueForAll(x => x.Tls!.Certificate.IsTrusted) ? Severity.Low : Severity.Medium,
        };

    private static EvidencePart Evidence(ProbeResult probe)
    {
        var certificate = probe.Tls!.Certificate;
        return Seen.Part(EvidenceCode.Certificate, ("date", certificate.NotAfter), ("fingerprint", new string([.. certificate.Sha256.Take(FingerprintStart)]))) with { About = probe.Endpoint.Authority };
    }
}
