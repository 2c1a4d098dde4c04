using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor.Reports;

/// <summary>What follows from the facts: the forecast, the recommendation, the findings and the comparison. Pure.</summary>
/// <param name="Forecast">What the user's tasks will take; null where nothing can be told.</param>
/// <param name="Recommendation">Which protocol to use.</param>
/// <param name="Findings">Causes.</param>
/// <param name="Comparison">Both protocols side by side.</param>
public sealed record Judgement(Forecast? Forecast, Recommendation Recommendation, IReadOnlyList<Finding> Findings, IReadOnlyList<ComparisonRow> Comparison)
{
    /// <summary>Whose mailbox it is; null where nobody is recognised.</summary>
    public ProviderMatch? Provider { get; init; }

    /// <summary>What must be done at the provider first.</summary>
    public IReadOnlyList<PreparationStep> BeforeYouBegin { get; init; } = [];

    /// <summary>Judges a run's facts for this use of the mailbox.</summary>
    public static Judgement Of(AssessmentFacts facts, Usage usage)
    {
        var known = KnownFacts.From(facts);
        var forecast = Advisor.ForecastFor(usage, known);
        var recommendation = Advisor.Advise(usage, known, forecast);
        var provider = ProviderReading.Of(facts);
        return new(forecast, recommendation, Diagnosis.Of(facts, recommendation), Advice.Comparison.Of(usage, known, recommendation, forecast))
        {
            Provider = provider,
            BeforeYouBegin = Preparation.Of(facts, provider, recommendation.Protocol),
        };
    }
}
