using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>What follows from the facts: the recommendation and the findings. Pure.</summary>
/// <param name="Recommendation">Which protocol to use.</param>
/// <param name="Findings">Causes.</param>
internal sealed record Judgement(Recommendation Recommendation, IReadOnlyList<Finding> Findings)
{
    /// <summary>Judges a run's facts for this use of the mailbox.</summary>
    public static Judgement Of(AssessmentFacts facts, Usage usage)
    {
        var recommendation = Advisor.Advise(usage, KnownFacts.From(facts));
        return new(recommendation, Diagnosis.Of(facts, recommendation));
    }
}
