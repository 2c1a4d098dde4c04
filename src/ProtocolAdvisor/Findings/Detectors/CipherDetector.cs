using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>What a completed handshake settled on, and what else the server would have taken.</summary>
internal static class CipherDetector
{
    private static readonly string[] Weak = ["_RC4_", "_3DES_", "_DES_", "_DES40_", "_NULL_", "_EXPORT_", "_anon_"];

    public static IEnumerable<Finding> Find(Case c) => c.Probes.SelectMany(probe => probe.Tls is { } tls ? Judge(probe, tls) : [])
        .Concat(c.Probes.Where(probe => probe.LegacyTlsOffered == true).Select(probe => Found.At(probe, FindingCode.TlsLegacyOffered, Seen.That(EvidenceCode.TlsOrOlder, ("version", "1.1")))));

    private static IEnumerable<Finding> Judge(ProbeResult probe, TlsDetails tls)
    {
        if (IsWeak(tls.CipherSuite)) yield return Found.At(probe, FindingCode.TlsWeakCipher, Seen.Names(tls.CipherSuite));
        if (tls.Version == "1.2") yield return Found.At(probe, FindingCode.Tls13Missing, Seen.Names("TLS 1.2"));
    }

    // IANA names: TLS_<key exchange>_WITH_<cipher>; TLS 1.3's have no WITH, and none of them is weak.
    private static bool IsWeak(string suite) => suite.Contains("_WITH_", StringComparison.Ordinal)
        && (!suite.Contains("DHE_", StringComparison.Ordinal) || suite.EndsWith("_CBC_SHA", StringComparison.Ordinal)
            || Weak.Any(x => suite.Contains(x, StringComparison.OrdinalIgnoreCase)));
}
