using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>What follows from the facts: the recommendation, the findings and the comparison. Pure.</summary>
/// <param name="Recommendation">Which protocol to use.</param>
/// <param name="Findings">Causes.</param>
/// <param name="Comparison">Both protocols side by side.</param>
internal sealed record Judgement(Recommendation Recommendation, IReadOnlyList<Finding> Findings, IReadOnlyList<ComparisonRow> Comparison)
{
    /// <summary>Judges a run's facts for this use of the mailbox.</summary>
    public static Judgement Of(AssessmentFacts facts, Usage usage)
    {
        var known = KnownFacts.From(facts);
        var recommendation = Advisor.Advise(usage, known);
        return new(recommendation, Diagnosis.Of(facts, recommendation), Advice.Comparison.Of(usage, known, recommendation));
    }
}
