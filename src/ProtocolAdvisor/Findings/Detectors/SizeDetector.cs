using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The mailbox sizes: how they were learned, whether they are the whole, and whether both protocols see the same Inbox.</summary>
internal static class SizeDetector
{
    /// <summary>Servers count line ends and headers differently over the two protocols; less of a difference than this means nothing.</summary>
    private const double BytesTolerance = 0.05;

    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Imap?.SizeBasis is { } basis and not SizeBasis.StatusSize)
            yield return Found.For(MailProtocol.Imap, FindingCode.SizeEstimated, basis == SizeBasis.Summed ? "summed" : "sampled");
        if (c.Facts.Imap is { AtLeast: true, Folders: { } folders, FoldersCounted: { } counted, FoldersRefused: var refused })
            yield return Found.For(MailProtocol.Imap, FindingCode.FoldersNotCounted, Found.Text($"{counted} of {folders} folders counted, {refused ?? 0} refused"));
        if (c.Facts is { Imap: { } imap, Pop3: { } pop3 } && ShowsLess(imap, pop3))
            yield return Found.For(MailProtocol.Pop3, FindingCode.SizesDisagree, Evidence(imap, pop3));
    }

    // Where POP3 counts as many by itself and lists less, its counts contradict each other: that is told there, and no setting hides messages.
    private static bool ShowsLess(ImapMailbox imap, Pop3Maildrop pop3) => pop3.Counts is { Disagree: true } counts
        ? IsLess(imap, counts.Stat, counts.StatBytes) : IsLess(imap, pop3.Messages, pop3.Bytes);

    private static bool IsLess(ImapMailbox imap, long? messages, long? bytes) => messages < imap.InboxMessages || bytes < imap.InboxBytes * (1 - BytesTolerance);

    private static string Evidence(ImapMailbox imap, Pop3Maildrop pop3) =>
        Found.Text($"POP3 {pop3.Messages} messages, {pop3.Bytes} bytes; IMAP Inbox {imap.InboxMessages} messages, {imap.InboxBytes} bytes");
}
