using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings;

/// <summary>A named cause, where it was seen, and what shows it. The words are the catalogue's.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How bad it is here.</param>
/// <param name="Confidence">How sure the cause is.</param>
/// <param name="Protocol">The protocol concerned; null for both.</param>
/// <param name="Endpoint"><c>host:port</c>; null when it is no single endpoint's.</param>
/// <param name="Evidence">What shows it; the words are <see cref="EvidenceWords"/>'.</param>
public sealed record Finding(
    FindingCode Code, Severity Severity, FindingConfidence Confidence, MailProtocol? Protocol = null, string? Endpoint = null, FindingEvidence? Evidence = null)
{
    /// <summary>
    /// The host, name or file that it concerns where that is no endpoint; null otherwise. Two findings of one code at one place are told
    /// apart by it, never by what was measured.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>Whether it is about sending mail; what is about everything is about reading, too.</summary>
    internal bool IsOfSending => Protocol?.ReadsMail() == false;

    /// <summary>Which variant of the code's remedy fits this run.</summary>
    public RemedyVariant Remedy { get; init; }
}

/// <summary>How bad a finding is.</summary>
[JsonConverter(typeof(CamelCase<Severity>))]
public enum Severity
{
    /// <summary>It does not work like this.</summary>
    Blocking,

    /// <summary>Insecure, or losing mail soon.</summary>
    High,

    /// <summary>To be mended.</summary>
    Medium,

    /// <summary>A blemish.</summary>
    Low,

    /// <summary>Good to know.</summary>
    Info,
}

/// <summary>How sure the named cause is.</summary>
[JsonConverter(typeof(CamelCase<FindingConfidence>))]
public enum FindingConfidence
{
    /// <summary>Seen.</summary>
    Certain,

    /// <summary>Very probably.</summary>
    Likely,

    /// <summary>One cause of several.</summary>
    Possible,
}
