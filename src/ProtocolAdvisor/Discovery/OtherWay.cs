using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>A way to a mailbox beside IMAP and POP3. It is named to the reader, and never signed in to.</summary>
[JsonConverter(typeof(CamelCase<OtherWayKind>))]
public enum OtherWayKind
{
    /// <summary>JMAP (RFC 8620, RFC 8621).</summary>
    Jmap,

    /// <summary>An Exchange server; by which of its protocols, the source does not say.</summary>
    Exchange,

    /// <summary>Exchange Web Services.</summary>
    Ews,

    /// <summary>Exchange ActiveSync.</summary>
    ActiveSync,

    /// <summary>Microsoft Graph.</summary>
    Graph,

    /// <summary>A web page for reading mail.</summary>
    Webmail,
}

/// <summary>Another way as one source names it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Url">Where: an https address as <see cref="PublishedUrl"/> lets it pass; null where the source does not say.</param>
public sealed record OtherWayClaim(OtherWayKind Kind, string? Url);

/// <summary>Another way to the mailbox.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Url">Where: an https address, at most 512 characters; null where no source says.</param>
/// <param name="Source">The best source that names it.</param>
/// <param name="Trusted">Whether one of those that name it could not have been forged on the way.</param>
public sealed record OtherWay(OtherWayKind Kind, string? Url, DiscoverySource Source, bool Trusted);
