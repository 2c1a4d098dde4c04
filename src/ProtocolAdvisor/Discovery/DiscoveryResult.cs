using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Everything that discovery learned. The same answers give the same candidates in the same order.</summary>
public sealed record DiscoveryResult
{
    /// <summary>Everything that was asked, in the order of precedence.</summary>
    public required IReadOnlyList<SourceAttempt> Attempts { get; init; }

    /// <summary>The incoming servers, best first.</summary>
    public required IReadOnlyList<EndpointCandidate> Candidates { get; init; }

    /// <summary>The outgoing servers, best first.</summary>
    public IReadOnlyList<OutgoingCandidate> Outgoing { get; init; } = [];

    /// <summary>The ways to the mailbox beside IMAP and POP3, at most <see cref="BesideMailServers.MostWays"/>: told, never signed in to.</summary>
    public IReadOnlyList<OtherWay> OtherWays { get; init; } = [];

    /// <summary>Where access tokens come from, the best source's first, at most <see cref="BesideMailServers.MostOffers"/>.</summary>
    public IReadOnlyList<OAuthOffer> OAuth { get; init; } = [];

    /// <summary>
    /// Where mail can be handed in, best first, to be tried: what <see cref="Outgoing"/> names, port 25 aside, or conventional names where
    /// nothing is published. They have ranks of their own, from 1. Empty in runs kept before they were tried.
    /// </summary>
    [NotSent]
    public IReadOnlyList<EndpointCandidate> Submission { get; init; } = [];

    /// <summary>
    /// Protocols, sending among them, that the operator decidedly does not offer, and that no published source names all the same.
    /// </summary>
    public IReadOnlyList<MailProtocol> NotOffered { get; init; } = [];

    /// <summary>The protocol that the operator prefers, from the best source that says so; null where none does.</summary>
    public MailProtocol? Preferred { get; init; }

    /// <summary>The mail domain, what stands behind the at sign; null where none was given, and of runs kept before it was noted.</summary>
    public HostName? MailDomain { get; init; }

    /// <summary>
    /// The mail domain's exchangers (MX), the most preferred first: they tell whose mailboxes they are. Empty where there are none, where
    /// they were not asked for (the servers were named), and where the answer came too late.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<HostName> MailExchangers => [.. Attempts.SelectMany(x => x.MailExchangers).Distinct()];

    /// <summary>
    /// The registrable domain of the mail domain: what the operator controls below the public suffix. Null where no mail domain is known,
    /// and where the names below it are given out to strangers (<c>uk.com</c>): then nothing that is found by a name is known to be the
    /// operator's.
    /// </summary>
    public HostName? RegistrableDomain { get; init; }

    /// <summary>
    /// Whether a host's name belongs to the mail domain's owner: it has the same registrable domain. Names below it that are given out to
    /// others (<c>x.compute.amazonaws.com</c>) do not belong to the owner.
    /// </summary>
    public bool IsOwn(HostName host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return RegistrableDomain is { } own && PublicSuffixList.Official.RegistrableDomain(host) == own;
    }
}
