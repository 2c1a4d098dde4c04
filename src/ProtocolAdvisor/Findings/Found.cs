using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings;

/// <summary>Makes findings with the catalogue's severity.</summary>
internal static class Found
{
    /// <summary>A cause at one endpoint.</summary>
    public static Finding At(ProbeResult probe, FindingCode code, FindingEvidence? evidence = null, FindingConfidence confidence = FindingConfidence.Certain) =>
        new(code, FindingCatalogue.SeverityOf(code), confidence, probe.Endpoint.Protocol, probe.Endpoint.Authority, evidence);

    /// <summary>A cause that concerns a protocol as a whole.</summary>
    public static Finding For(MailProtocol protocol, FindingCode code, FindingEvidence? evidence = null, FindingConfidence confidence = FindingConfidence.Certain) =>
        new(code, FindingCatalogue.SeverityOf(code), confidence, protocol, null, evidence);

    /// <summary>A cause that concerns the run, or something that is no endpoint.</summary>
    /// <param name="code">The cause.</param>
    /// <param name="subject">The host, name or file that it concerns; null for the run. Where there is no other evidence, it is the
    /// evidence.</param>
    /// <param name="evidence">What shows it.</param>
    /// <param name="confidence">How sure it is.</param>
    public static Finding Once(FindingCode code, string? subject = null, FindingEvidence? evidence = null, FindingConfidence confidence = FindingConfidence.Certain) =>
        new(code, FindingCatalogue.SeverityOf(code), confidence, null, null, evidence ?? (subject is null ? null : Seen.Names(subject))) { Subject = subject };
}
