using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>What other answers come to: all of a report that depends on them, member by member as it stands in a report.</summary>
/// <param name="AdviceVersion">Version of the rules.</param>
/// <param name="Summary">Whether it works, what is to be done, and what became of the sign-in.</param>
/// <param name="Forecast">What daily tasks will cost; null where it cannot be told.</param>
/// <param name="Recommendation">Which protocol to use, and why.</param>
/// <param name="Comparison">Both protocols side by side, and what each respect means for this mailbox.</param>
/// <param name="BeforeYouBegin">What must be done at the provider before a mail program is set up, in this order.</param>
/// <param name="Findings">Causes, with the way out.</param>
internal sealed record AnswersReply(
    int AdviceVersion,
    SummaryReport Summary,
    ForecastReport? Forecast,
    RecommendationReport Recommendation,
    IReadOnlyList<ComparisonReport> Comparison,
    IReadOnlyList<PreparationReport> BeforeYouBegin,
    IReadOnlyList<FindingReport> Findings)
{
    /// <summary>Of the report that a run with these answers has.</summary>
    public static AnswersReply Of(AssessmentReport report) =>
        new(report.AdviceVersion, report.Summary, report.Forecast, report.Recommendation, report.Comparison, report.BeforeYouBegin, report.Findings);
}
