using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>
/// A report on one screen: does it work, what is to be done, what to use and why, what to enter, and a line for every server. What does
/// not fit is left to the whole text, the least important first, and is counted.
/// </summary>
public static class BriefReport
{
    /// <summary>Most lines, whatever became of the run.</summary>
    public const int MostLines = 40;

    /// <summary>The screen's parts; those with nothing to say are not there. The first has no heading and begins with the state.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">The language that the report was made in.</param>
    /// <param name="width">Most characters of a line.</param>
    /// <param name="rest">What stands last: where the rest is.</param>
    public static IReadOnlyList<TextSection> Sections(AssessmentReport report, Language language, int width, string rest)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new ReportWords(language, width);
        BriefPart[] parts =
        [
            BriefAnswer.Of(report, words),
            BriefToDo.Of(report, words),
            new(BriefToDo.BeforeHeading(report, words), BriefToDo.Before(report, words), 1),
            BriefAnswer.Why(report, words),
            new(words.Phrases.Plan, [.. report.Recommendation.Plan.Steps.Select(x => words.Layout.Bullet(x.Text).ToList())], 1),
            BriefSettings.Of(report, words),
            BriefServers.Of(report, words),
            new(string.Empty, [[.. words.Layout.Wrapped(rest)]], 1),
        ];
        return [.. Fitted([.. parts.Where(x => x.Items.Count > 0)], width).Select(x => Section(x, words))];
    }

    /// <summary>The finished text.</summary>
    public static string Joined(IEnumerable<TextSection> sections) => string.Join(
        "\n", sections.Select(x => string.Concat((x.Heading.Length > 0 ? x.Lines.Prepend(x.Heading) : x.Lines).Select(line => $"{line}\n"))));

    // The longest part that can give something gives its last item; where none can, the longest item loses a line.
    private static IReadOnlyList<BriefPart> Fitted(IReadOnlyList<BriefPart> parts, int width)
    {
        while (parts.Sum(x => x.Height) + parts.Count - 1 > MostLines)
        {
            var giving = parts.Where(x => x.CanShrink).MaxBy(x => x.Height);
            var changed = giving ?? parts.MaxBy(x => x.Items.Max(item => item.Count))!;
            parts = [.. parts.Select(x => x != changed ? x : giving is null ? x.Cut(width) : x.Shrunk())];
        }

        return parts;
    }

    private static TextSection Section(BriefPart part, ReportWords words)
    {
        var phrases = BriefPhrases.Of(words.Language);
        return new(part.Heading,
        [
            .. part.Items.SelectMany(x => x),
            .. part.Left > 0 ? words.Layout.Wrapped(words.Said(phrases.More, "more", ReportWords.Text(part.Left)!), "  ") : [],
        ]);
    }
}
