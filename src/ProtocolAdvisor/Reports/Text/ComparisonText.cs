using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Both protocols side by side in what says something of this mailbox: textbooks have the rest.</summary>
internal static class ComparisonText
{
    /// <summary>The rows that say something about this mailbox; none of them where no server can be used, for there is no choice then.</summary>
    public static TextSection Section(AssessmentReport report, ReportWords words)
    {
        var telling = report.Endpoints.Any(x => x.Usable && x.Protocol.ReadsMail()) ? report.Comparison.Where(x => x.ForYou is not null).ToList() : [];
        if (telling.Count == 0) return new(words.Phrases.Comparison, []);
        var column = words.Layout.Width / 3;
        int[] widths = [column, column, column];
        return new(words.Phrases.Comparison,
        [
            .. TextLayout.Row(widths, "POP3", "IMAP", words.Phrases.ForYou),
            .. telling.SelectMany(x => TextLayout.Row(widths, x.Pop3, x.Imap, x.ForYou!).Prepend($"* {x.Topic}").Prepend(string.Empty)),
        ]);
    }
}
