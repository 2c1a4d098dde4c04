using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// What is kept of a run: what was asked, learned and told, in no language. A report is made of it whenever it is opened, in the language then asked for and by
/// the rules then in force.
/// </summary>
/// <param name="Heading">What may be shown of the request.</param>
/// <param name="Facts">What was learned.</param>
/// <param name="Usage">How the mailbox is used.</param>
public sealed record AssessedRun(ReportHeading Heading, AssessmentFacts Facts, Usage Usage)
{
    /// <summary>The run's report.</summary>
    public AssessmentReport Report(Language language) => AssessmentReport.From(Heading, Facts, Judgement.Of(Facts, Usage), language);
}
