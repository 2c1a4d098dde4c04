using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>What choosing POP3 would mean for this mailbox.</summary>
internal static class SuitabilityDetector
{
    public static IEnumerable<Finding> Find(Case c) => new[] { OutsideInbox(c), NoBackup(c) }.OfType<Finding>();

    // Where there is no POP3, nobody needs to be told. With IMAP as the advice nobody is about to lose sight of this mail: good to know, no more.
    private static Finding? OutsideInbox(Case c)
    {
        if (c.Facts.Imap is not { Messages: { } all, InboxMessages: { } inbox, FoldersOutsideInbox: > 0 and { } folders } imap || all <= inbox) return null;
        if (!c.HasUsable(MailProtocol.Pop3)) return null;
        var finding = Found.For(MailProtocol.Pop3, FindingCode.MailOutsideInbox, Seen.That(
            EvidenceCode.OutsideInbox, ("atLeast", imap.AtLeast ? 1 : 0), ("messages", all - inbox), ("folders", folders)));
        return c.Advises(MailProtocol.Imap) ? finding with { Severity = Severity.Info } : finding;
    }

    // Whoever cannot sign in yet has nothing to lose yet: first things first.
    private static Finding? NoBackup(Case c) =>
        !c.Facts.SignInRefused && c.Recommendation is { Protocol: MailProtocol.Pop3, Plan.Backup.Needed: true } ? Found.For(MailProtocol.Pop3, FindingCode.NoBackup) : null;
}
