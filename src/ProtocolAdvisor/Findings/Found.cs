using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings;

/// <summary>Makes findings with the catalogue's severity.</summary>
internal static class Found
{
    /// <summary>A cause at one endpoint.</summary>
    public static Finding At(ProbeResult probe, FindingCode code, string? evidence = null, FindingConfidence confidence = FindingConfidence.Certain) =>
        new(code, FindingCatalogue.SeverityOf(code), confidence, probe.Endpoint.Protocol, probe.Endpoint.Authority, evidence);

    /// <summary>A cause that concerns a protocol as a whole.</summary>
    public static Finding For(MailProtocol protocol, FindingCode code, string? evidence = null, FindingConfidence confidence = FindingConfidence.Certain) =>
        new(code, FindingCatalogue.SeverityOf(code), confidence, protocol, null, evidence);

    /// <summary>A cause that concerns a host, named in the evidence, or the run.</summary>
    public static Finding Once(FindingCode code, string? evidence = null, FindingConfidence confidence = FindingConfidence.Certain) =>
        new(code, FindingCatalogue.SeverityOf(code), confidence, null, null, evidence);

    /// <summary>Evidence in the invariant culture: the same run reads the same everywhere.</summary>
    public static string Text(FormattableString text) => FormattableString.Invariant(text);
}
