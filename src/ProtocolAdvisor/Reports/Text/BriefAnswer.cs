using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Reports.Summaries;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>On one screen: the state, and why the advice is what it is.</summary>
internal static class BriefAnswer
{
    /// <summary>The state by sign and word, what became of the sign-in, whose mailbox it is.</summary>
    public static BriefPart Of(AssessmentReport report, ReportWords words)
    {
        var state = new SummaryWords(words.Language).State(report.Summary.State);
        List<IReadOnlyList<string>> items =
        [
            [
                .. words.Layout.Wrapped(report.Summary.Headline, $"{StateMark.Of(report.Summary.State)} ", "  "),
                .. words.Layout.Wrapped($"{state}. {AnswerText.Made(report, words)}", "  "),
            ],
            .. report.Summary.Besides.Select(x => words.Layout.Bullet(x).ToList()),
            .. IsAdvised(report) ? new[] { words.Layout.Bullet(AnswerText.HowSure(report.Recommendation, words)).ToList() } : [],
            .. report.Complete || report.Findings.Any(x => x.Code == FindingCode.LookupImpossible) ? [] : new[] { words.Layout.Bullet(words.Phrases.Incomplete).ToList() },
        ];
        return new(string.Empty, items, items.Count);
    }

    /// <summary>Why; nothing where neither protocol is recommended, for what stands in the way is told already.</summary>
    public static BriefPart Why(AssessmentReport report, ReportWords words) => new(
        words.Phrases.Reasons,
        IsAdvised(report) ? [.. report.Recommendation.Grounds().Concat(report.Recommendation.Objections()).Select(x => words.Layout.Bullet(x.Text).ToList())] : [],
        1);

    private static bool IsAdvised(AssessmentReport report) => report.Recommendation.Protocol != RecommendedProtocol.None;
}
