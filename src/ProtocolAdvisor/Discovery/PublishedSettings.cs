using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>What a published document says: its servers, or why it could not be read. Nothing in it is longer or stranger than may be shown.</summary>
/// <param name="Incoming">
/// The incoming servers. In the document's order where the format has one (autoconfig: the first is preferred); in no meaningful order from
/// <see cref="PaccReader"/>, whose format has none: IMAP comes first there, and says nothing of what the operator prefers.
/// </param>
/// <param name="Outgoing">The outgoing servers, as <paramref name="Incoming"/>.</param>
/// <param name="Oddities">What was strange and passed over, or kept all the same: at most <see cref="OddityList.MaxRemarks"/>, and one that counts the rest.</param>
/// <param name="Unreadable">Why nothing could be read, with line and column where there is such a place; null when the document was read.</param>
internal sealed record PublishedSettings(
    IReadOnlyList<IncomingClaim> Incoming, IReadOnlyList<OutgoingClaim> Outgoing, IReadOnlyList<Remark> Oddities, Remark? Unreadable)
{
    /// <summary>Whether the document was read and speaks for other mail domains only: nothing of it was taken.</summary>
    internal bool IsForOthers { get; init; }

    /// <summary>The ways beside IMAP and POP3 that it names.</summary>
    internal IReadOnlyList<OtherWayClaim> OtherWays { get; init; } = [];

    /// <summary>Where it says that access tokens come from.</summary>
    internal IReadOnlyList<OAuthClaim> OAuth { get; init; } = [];

    /// <summary>What it calls the provider; null where it does not.</summary>
    internal string? ProviderId { get; init; }

    /// <summary>Whether it names a way to read or send mail.</summary>
    internal bool NamesAnything => Incoming.Count + Outgoing.Count + OtherWays.Count > 0;

    /// <summary>How many incoming servers were left out.</summary>
    internal int LeftOut { get; init; }

    /// <summary>Servers that were left out for their port, which is another protocol's: the host may well be right.</summary>
    internal IReadOnlyList<(MailProtocol Protocol, HostName Host)> Misplaced { get; init; } = [];

    /// <summary>Whether it is the page that web servers send for whatever they do not have.</summary>
    internal bool IsWebPage => Unreadable == DocumentText.WebPage;

    /// <summary>Whether everything that it names for reading mail had to be left out; the oddities say why.</summary>
    internal bool NamesNoUsableServer =>
        Unreadable is null && !IsForOthers && Incoming.Count == 0 && (LeftOut > 0 || (Outgoing.Count + OtherWays.Count == 0 && Oddities.Count > 0));

    /// <summary>A document of which nothing could be read.</summary>
    internal static PublishedSettings NotRead(Remark reason) => new([], [], [], reason);
}
