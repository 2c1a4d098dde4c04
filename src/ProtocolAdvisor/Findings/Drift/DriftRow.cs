using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Drift;

/// <summary>One fact on which those who should know disagree.</summary>
/// <param name="Fact">What they disagree on.</param>
/// <param name="Protocol">The protocol concerned; null for both.</param>
/// <param name="Values">What each says, the better source first, the live server last.</param>
/// <param name="Right">The value that the live server proves right; null where none, or more than one, works.</param>
/// <param name="Change">What the operator should do.</param>
public sealed record DriftRow(DriftFact Fact, MailProtocol? Protocol, IReadOnlyList<DriftValue> Values, string? Right, DriftChange Change);

/// <summary>What one of them says.</summary>
/// <param name="Holder">Who: a source's name as in reports, <c>live</c> or <c>certificate</c>.</param>
/// <param name="Location">Where it says so: a URL, DNS names separated by commas, or <c>host:port</c>.</param>
/// <param name="Value">What it says.</param>
/// <param name="Works">Whether the live server bears it out; null where nobody looked.</param>
public sealed record DriftValue(string Holder, string Location, string Value, bool? Works)
{
    /// <summary>The value where a protocol is offered.</summary>
    internal const string Yes = "yes";

    /// <summary>The value where it is not.</summary>
    internal const string No = "no";

    /// <summary>
    /// The same for people, as data; the words are <see cref="EvidenceWords"/>'. The value itself, where that is the same in every
    /// language.
    /// </summary>
    public FindingEvidence Said { get; init; } = new(new EvidencePart { About = Value });
}

/// <summary>The facts that are held side by side.</summary>
[JsonConverter(typeof(CamelCase<DriftFact>))]
public enum DriftFact
{
    /// <summary>Whether the protocol is offered at all.</summary>
    Offered,

    /// <summary>The host.</summary>
    Host,

    /// <summary>The port of a host.</summary>
    Port,

    /// <summary>The encryption at a host's port.</summary>
    Security,

    /// <summary>The user name's form.</summary>
    Username,

    /// <summary>The protocol that the operator prefers.</summary>
    Preferred,

    /// <summary>A published endpoint, and what is really there.</summary>
    Endpoint,

    /// <summary>A published host, and the names in its certificate.</summary>
    Certificate,
}

/// <summary>What an operator should do about a disagreement.</summary>
[JsonConverter(typeof(CamelCase<DriftChange>))]
public enum DriftChange
{
    /// <summary>The sources that are wrong are to say what is right.</summary>
    CorrectSources,

    /// <summary>All of it works, or nobody looked: one value is to be published everywhere.</summary>
    Align,

    /// <summary>None of it works: the server comes first.</summary>
    MendServer,

    /// <summary>The "." record is to go: the protocol works.</summary>
    WithdrawDenial,

    /// <summary>The servers are to go from the sources: the protocol is not offered.</summary>
    WithdrawServers,

    /// <summary>The certificate is to hold the published name, or a name that it holds is to be published.</summary>
    Recertify,
}
