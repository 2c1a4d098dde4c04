namespace ProtocolAdvisor.Reports.Text;

/// <summary>Both protocols side by side, and what each respect means for this mailbox.</summary>
internal static class ComparisonText
{
    public static TextSection Section(IReadOnlyList<ComparisonReport> comparison, ReportWords words)
    {
        var column = words.Layout.Width / 3;
        int[] widths = [column, column, column];
        return new(words.Phrases.Comparison,
        [
            .. TextLayout.Row(widths, "POP3", "IMAP", words.Phrases.ForYou),
            .. comparison.SelectMany(x => TextLayout.Row(widths, x.Pop3, x.Imap, x.ForYou ?? string.Empty).Prepend($"* {x.Topic}").Prepend(string.Empty)),
        ]);
    }
}
