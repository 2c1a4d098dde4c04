namespace ProtocolAdvisor.Reports;

/// <summary>What a run will recommend, told before its end: the recommendation at its end names the same protocol.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="Headline">The answer in a few words.</param>
/// <param name="Endpoint">The settings to use.</param>
/// <param name="Provisional">Always true: confidence, plan and reasons come with the recommendation.</param>
public sealed record ProvisionalReport(RecommendedProtocol Protocol, string Headline, RecommendedEndpoint Endpoint, bool Provisional = true);
