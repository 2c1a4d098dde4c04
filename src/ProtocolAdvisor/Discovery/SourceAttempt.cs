using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>One place at which one source was asked, and what it said. Misses are kept as well: what was looked for in vain is an answer, too.</summary>
public sealed record SourceAttempt
{
    /// <summary>Who was asked.</summary>
    public required DiscoverySource Source { get; init; }

    /// <summary>Where: a URL without its query, or a DNS name.</summary>
    public required string Location { get; init; }

    /// <summary>How it ended.</summary>
    public required SourceOutcome Outcome { get; init; }

    /// <summary>Whether nobody on the way could have forged the answer: https with a valid certificate on every hop, or DNSSEC-validated DNS.</summary>
    public bool Secure { get; init; }

    /// <summary>Milliseconds that it took; null when it was skipped.</summary>
    public double? ElapsedMs { get; init; }

    /// <summary>Why it failed; for one that found nothing, that the mail domain itself does not exist (<see cref="FailureKind.HostNotFound"/>).</summary>
    public SourceFailure? Failure { get; init; }

    /// <summary>The incoming servers it names, in its own order: the first is what the operator prefers.</summary>
    public IReadOnlyList<IncomingClaim> Incoming { get; init; } = [];

    /// <summary>The outgoing servers it names, in its own order.</summary>
    public IReadOnlyList<OutgoingClaim> Outgoing { get; init; } = [];

    /// <summary>The ways beside IMAP and POP3 that it names.</summary>
    public IReadOnlyList<OtherWayClaim> OtherWays { get; init; } = [];

    /// <summary>Where it says that access tokens come from.</summary>
    public IReadOnlyList<OAuthClaim> OAuth { get; init; } = [];

    /// <summary>The domain's mail exchangers, the most preferred first; only its MX records name them.</summary>
    public IReadOnlyList<HostName> MailExchangers { get; init; } = [];

    /// <summary>Protocols that it says are decidedly not offered (SRV target ".", RFC 2782).</summary>
    public IReadOnlyList<MailProtocol> NotOffered { get; init; } = [];

    /// <summary>The protocol that a list of both names first; null where it does not say.</summary>
    public MailProtocol? Preferred { get; init; }

    /// <summary>The lowest priority of SRV records, 0–65535: the operator's preference across IMAP and POP3 names (RFC 6186 §3.4); null for other sources.</summary>
    public int? Priority { get; init; }

    /// <summary>What was strange in the answer and passed over.</summary>
    public IReadOnlyList<Remark> Oddities { get; init; } = [];

    /// <summary>Whether it was a settings file, or a service's records, whose servers all had to be left out; the oddities say why.</summary>
    public bool NamesNoUsableServer { get; init; }

    /// <summary>Whether it was asked for an address that stands for the user's, because the caller does not allow his own to be sent.</summary>
    public bool AskedForStandIn { get; init; }

    /// <summary>
    /// What a settings file calls the provider (<c>emailProvider id</c>): at most 64 characters; null where it does not, and of runs kept
    /// before.
    /// </summary>
    public string? ProviderId { get; init; }

    /// <summary>When a catalogue's entry was last changed; null where that is not told.</summary>
    public DateTimeOffset? Dated { get; init; }
}

/// <summary>Why a source gave no answer.</summary>
/// <param name="Kind">The kind, from the closed list.</param>
/// <param name="Detail">What exactly, the same in every language: an HTTP status, a host, the TLS library's words; fit to be shown. Null where the kind says it all, or the remark.</param>
public sealed record SourceFailure(FailureKind Kind, string? Detail = null)
{
    /// <summary>What exactly, where that is for us to say: a line and reason of an unreadable file, what is wrong with a certificate.</summary>
    public Remark? Remark { get; init; }

    /// <summary>Whether we stopped waiting before a server could be called slow: others had answered, or our own time was short. It is no fault of the server's then.</summary>
    public bool NotAwaited { get; init; }
}

/// <summary>How asking a source ended.</summary>
[JsonConverter(typeof(CamelCase<SourceOutcome>))]
public enum SourceOutcome
{
    /// <summary>It knows the domain: it named servers, or said that there are none.</summary>
    Found,

    /// <summary>It knows nothing of the domain.</summary>
    NotFound,

    /// <summary>It could not be asked, or its answer not be used.</summary>
    Failed,

    /// <summary>It was not needed, or not allowed.</summary>
    Skipped,
}
