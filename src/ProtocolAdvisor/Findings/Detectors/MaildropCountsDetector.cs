using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>STAT, LIST and UIDL against each other, and over either protocol messages that are listed but not handed out.</summary>
internal static class MaildropCountsDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Pop3?.Counts is { Disagree: true } counts) yield return Found.For(MailProtocol.Pop3, FindingCode.CountsDisagree, Evidence(counts));

        // We asked by TOP: that RETR is refused as well is likely, no more. Where all were refused, it may as well be TOP itself that fails.
        if (c.Facts.Pop3 is { Unreadable: > 0 } maildrop) yield return Unreadable(MailProtocol.Pop3, EvidenceCode.MessagesRefused, maildrop.Unreadable, maildrop.Fetch);

        // Once, and the next time it may come.
        if (c.Facts.Imap is { Unreadable: > 0 } mailbox) yield return Unreadable(MailProtocol.Imap, EvidenceCode.FetchesRefused, mailbox.Unreadable, mailbox.Fetch);
    }

    private static Finding Unreadable(MailProtocol protocol, EvidenceCode evidence, int refused, LatencySummary? came) => Found.For(
        protocol, FindingCode.MessagesUnreadable, Seen.That(evidence, ("refused", refused), ("asked", refused + (came?.Samples ?? 0))),
        came is null ? FindingConfidence.Possible : FindingConfidence.Likely);

    // Duplicates are no missing UIDL: the others are known again. But a program takes two messages of one id for one, which is what a contradiction costs.
    private static FindingEvidence? Evidence(MaildropCounts counts) => Seen.All(
        Counted("STAT", counts.Stat),
        counts.Listed is { } listed ? Counted("LIST", listed) : null,
        counts.Unreadable > 0 ? Seen.Part(EvidenceCode.LinesWithoutSize, ("lines", counts.Unreadable)) : null,
        counts.Identified is { } identified ? Counted("UIDL", identified) : null,
        HasOtherSum(counts) && counts.StatBytes is { } told ? Seen.Part(EvidenceCode.CommandSums, ("command", "STAT"), ("bytes", told)) : null,
        HasOtherSum(counts) && counts.ListedBytes is { } sum ? Seen.Part(EvidenceCode.CommandSums, ("command", "LIST"), ("bytes", sum)) : null,
        counts.Different < counts.Identified ? Seen.Part(EvidenceCode.DifferentIds, ("ids", counts.Different.Value)) : null);

    private static EvidencePart Counted(string command, long messages) => Seen.Part(EvidenceCode.CommandCounts, ("command", command), ("messages", messages));

    private static bool HasOtherSum(MaildropCounts counts) => counts.BytesDisagree && counts.Listed == counts.Stat;
}
