namespace ProtocolAdvisor.Reports.Text;

/// <summary>Both protocols side by side in what says something of this mailbox: textbooks have the rest.</summary>
internal static class ComparisonText
{
    public static TextSection Section(IReadOnlyList<ComparisonReport> comparison, ReportWords words)
    {
        var column = words.Layout.Width / 3;
        int[] widths = [column, column, column];
        var telling = comparison.Where(x => x.ForYou is not null).ToList();
        return new(words.Phrases.Comparison, telling.Count == 0 ? [] :
        [
            .. TextLayout.Row(widths, "POP3", "IMAP", words.Phrases.ForYou),
            .. telling.SelectMany(x => TextLayout.Row(widths, x.Pop3, x.Imap, x.ForYou!).Prepend($"* {x.Topic}").Prepend(string.Empty)),
        ]);
    }
}
