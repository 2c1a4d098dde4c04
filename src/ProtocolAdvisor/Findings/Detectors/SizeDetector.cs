using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The mailbox sizes: how they were learned, whether they are the whole, and whether both protocols see the same Inbox.</summary>
internal static class SizeDetector
{
    /// <summary>Servers count line ends and headers differently over the two protocols; less of a difference than this means nothing.</summary>
    private const double BytesTolerance = 0.05;

    /// <summary>Of a small Inbox no more than this share can be mail that came between two counts.</summary>
    private const int MostCameMeanwhile = 10;

    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Imap?.SizeBasis is { } basis and not SizeBasis.StatusSize)
            yield return Found.For(MailProtocol.Imap, FindingCode.SizeEstimated, Seen.That(basis == SizeBasis.Summed ? EvidenceCode.SizeSummed : EvidenceCode.SizeSampled));
        if (c.Facts.Imap is { AtLeast: true, Folders: { } folders, FoldersCounted: { } counted, FoldersRefused: var refused })
            yield return Found.For(MailProtocol.Imap, FindingCode.FoldersNotCounted, Seen.That(EvidenceCode.FoldersCounted, ("counted", counted), ("folders", folders), ("refused", refused ?? 0)));
        if (c.Facts is { Imap: { } imap, Pop3: { } pop3 } && ShowsLess(imap, pop3, CountedFirst(c, MailProtocol.Pop3)))
            yield return Found.For(MailProtocol.Pop3, FindingCode.SizesDisagree, Evidence(imap, pop3));
    }

    // Where POP3 counts as many by itself and lists less, its counts contradict each other: that is told there, and no setting hides messages.
    private static bool ShowsLess(ImapMailbox imap, Pop3Maildrop pop3, bool pop3First) => pop3.Counts is { Disagree: true } counts
        ? IsLess(imap, counts.Stat, counts.StatBytes, pop3First) : IsLess(imap, pop3.Messages, pop3.Bytes, pop3First);

    // What came in while POP3 was left and IMAP not yet asked is in IMAP's count alone, and its bytes are, too.
    private static bool IsLess(ImapMailbox imap, long? messages, long? bytes, bool pop3First) => messages < imap.InboxMessages
        ? !pop3First || IsMoreThanCame(imap.InboxMessages.Value, messages.Value)
        : !imap.InboxBytesEstimated && bytes < imap.InboxBytes * (1 - BytesTolerance);

    private static bool IsMoreThanCame(long inbox, long messages) => FolderCount.AreApart(inbox, messages) || inbox - messages > Math.Max(1, inbox / MostCameMeanwhile);

    private static bool CountedFirst(Case c, MailProtocol protocol) => OpenedAt(c, protocol) < OpenedAt(c, protocol.Other());

    private static double? OpenedAt(Case c, MailProtocol protocol) =>
        c.Facts.Of(protocol).SelectMany(x => x.SessionSteps).Where(x => x.Step == MailStep.OpenMailbox).Min(x => x.StartedMs);

    private static FindingEvidence? Evidence(ImapMailbox imap, Pop3Maildrop pop3) => Seen.All(
        Shows(EvidenceCode.Pop3Shows, EvidenceCode.Pop3ShowsBytes, pop3.Messages, pop3.Bytes),
        Shows(EvidenceCode.InboxShows, EvidenceCode.InboxShowsBytes, imap.InboxMessages, imap.InboxBytesEstimated ? null : imap.InboxBytes));

    private static EvidencePart? Shows(EvidenceCode alone, EvidenceCode withBytes, long? messages, long? bytes) => (messages, bytes) switch
    {
        ({ } count, { } sum) => Seen.Part(withBytes, ("messages", count), ("bytes", sum)),
        ({ } count, null) => Seen.Part(alone, ("messages", count)),
        _ => null,
    };
}
