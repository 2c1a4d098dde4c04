namespace ProtocolAdvisor.Reports;

/// <summary>What a run will recommend, told before its end: the recommendation at its end names the same protocol. Whether the mailbox works over it is still open.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="Headline">The advice in a few words, as things stand: the report at the end may have another headline, where something does not work.</param>
/// <param name="Endpoint">The settings to use.</param>
/// <param name="Provisional">Always true: confidence, plan and reasons come with the recommendation.</param>
public sealed record ProvisionalReport(RecommendedProtocol Protocol, string Headline, RecommendedEndpoint Endpoint, bool Provisional = true);
