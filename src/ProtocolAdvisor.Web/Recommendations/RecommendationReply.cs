using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>The recommendation for what was told.</summary>
/// <param name="AdviceVersion">Version of the rules.</param>
/// <param name="Recommendation">Which protocol to use, and why.</param>
/// <param name="Forecast">What daily tasks will cost; null where it cannot be told.</param>
internal sealed record RecommendationReply(int AdviceVersion, RecommendationReport Recommendation, ForecastReport? Forecast);
