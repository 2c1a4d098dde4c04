using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>How full the mailbox is, in bytes or in messages: the fuller quota decides whether mail still comes in.</summary>
internal static class QuotaDetector
{
    private const decimal NearlyFull = 0.9m;

    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Imap is not { } imap) yield break;
        var (share, evidence) = Fullest(imap);
        if (share >= NearlyFull) yield return Found.For(MailProtocol.Imap, share >= 1 ? FindingCode.QuotaFull : FindingCode.QuotaNearlyFull, evidence);
    }

    private static (decimal Share, FindingEvidence? Evidence) Fullest(ImapMailbox imap)
    {
        var (bytes, messages) = (imap.Quota?.Share ?? 0, imap.MessageQuota?.Share ?? 0);
        return messages > bytes && imap.MessageQuota is { } count
            ? (messages, Seen.That(EvidenceCode.MessagesUsed, ("used", count.Used), ("limit", count.Limit), ("percent", Math.Floor(messages * 100))))
            : (bytes, imap.Quota is { } space ? Seen.That(EvidenceCode.SpaceUsed, ("used", space.UsedBytes), ("limit", space.LimitBytes), ("percent", Math.Floor(bytes * 100))) : null);
    }
}
