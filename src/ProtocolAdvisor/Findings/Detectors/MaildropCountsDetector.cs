using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>STAT, LIST and UIDL against each other, and messages that are listed but not handed out.</summary>
internal static class MaildropCountsDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Pop3?.Counts is { Disagree: true } counts) yield return Found.For(MailProtocol.Pop3, FindingCode.CountsDisagree, Evidence(counts));

        // We asked by TOP: that RETR is refused as well is likely, no more. Where all were refused, it may as well be TOP itself that fails.
        if (c.Facts.Pop3 is { Unreadable: > 0 } maildrop)
        {
            var asked = maildrop.Unreadable + (maildrop.Fetch?.Samples ?? 0);
            yield return Found.For(
                MailProtocol.Pop3, FindingCode.MessagesUnreadable, Found.Text($"TOP: {maildrop.Unreadable} of {asked} refused"),
                maildrop.Fetch is null ? FindingConfidence.Possible : FindingConfidence.Likely);
        }
    }

    // Duplicates are no missing UIDL: the others are known again. But a program takes two messages of one id for one, which is what a contradiction costs.
    private static string Evidence(MaildropCounts counts) => string.Join(
        ", ",
        new[]
        {
            Found.Text($"STAT {counts.Stat}"),
            counts.Listed is { } listed ? Found.Text($"LIST {listed}") : null,
            counts.Unreadable > 0 ? Found.Text($"{counts.Unreadable} lines without a size") : null,
            counts.Identified is { } identified ? Found.Text($"UIDL {identified}") : null,
            counts.BytesDisagree && counts.Listed == counts.Stat ? Found.Text($"STAT {counts.StatBytes} bytes, LIST {counts.ListedBytes} bytes") : null,
            counts.Different < counts.Identified ? Found.Text($"{counts.Different} different ids") : null,
        }.OfType<string>());
}
