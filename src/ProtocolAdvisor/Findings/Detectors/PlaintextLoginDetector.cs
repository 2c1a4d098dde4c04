using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>A sign-in that would be taken in clear text. We read the offer and never try it, so it is likely, not certain.</summary>
internal static class PlaintextLoginDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from probe in c.Probes
        let offered = InClear(probe)
        where offered is { Lines.Count: > 0 }
        let evidence = probe.Endpoint.Protocol == MailProtocol.Imap ? ImapEvidence(offered) : Pop3Evidence(offered)
        where evidence is not null
        select Found.At(probe, FindingCode.PlaintextLoginAllowed, evidence, FindingConfidence.Likely);

    private static CapabilitySet? InClear(ProbeResult probe) =>
        probe.Endpoint.Security == ConnectionSecurity.ImplicitTls ? null : probe.CapabilitiesBeforeTls ?? (probe.Tls is null ? probe.Capabilities : null);

    // RFC 9051 §6.2.3: a server that does not take LOGIN in clear must say LOGINDISABLED.
    private static string? ImapEvidence(CapabilitySet offered) => offered.Has("LOGINDISABLED") ? null : "no LOGINDISABLED before TLS";

    private static string? Pop3Evidence(CapabilitySet offered) => offered.Has("USER") ? "USER before TLS"
        : offered.SaslMechanisms.FirstOrDefault(x => x is "PLAIN" or "LOGIN") is { } mechanism ? $"SASL {mechanism} before TLS" : null;
}
