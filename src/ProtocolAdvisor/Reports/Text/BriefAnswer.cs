using ProtocolAdvisor.Findings;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>On one screen: how the account stands, and why the advice is what it is.</summary>
internal static class BriefAnswer
{
    /// <summary>How the account stands by sign and word, what became of the sign-in, whose mailbox it is.</summary>
    public static BriefPart Of(AssessmentReport report, ReportWords words)
    {
        List<IReadOnlyList<string>> items =
        [
            [
                .. words.Layout.Wrapped(report.Summary.Headline, $"{StateMark.Of(report.Summary.State)} ", "  "),
                .. words.Layout.Wrapped($"{report.Summary.StandingText}. {AnswerText.Made(report, words)}", "  "),
            ],
            .. report.Summary.Besides.Select(x => words.Layout.Bullet(x).ToList()),
            .. IsAdvised(report) ? new[] { words.Layout.Bullet(AnswerText.HowSure(report.Recommendation, words)).ToList() } : [],
            .. report.Complete || report.Findings.Any(x => x.Code == FindingCode.LookupImpossible) ? []
                : new[] { words.Layout.Bullet(words.Phrases.Incomplete).ToList() },
        ];
        return new(string.Empty, items, items.Count);
    }

    /// <summary>Why; nothing where neither protocol is recommended, for what stands in the way is told already.</summary>
    public static BriefPart Why(AssessmentReport report, ReportWords words) => new(
        words.Phrases.Reasons,
        IsAdvised(report) ? [.. report.Recommendation.Grounds().Concat(report.Recommendation.Objections())
            .Select(x => words.Layout.Bullet(x.Text).ToList())] : [],
        1);

    private static bool IsAdvised(AssessmentReport report) => report.Recommendation.Protocol != RecommendedProtocol.None;
}
