using ProtocolAdvisor.Web.Assessments;

namespace ProtocolAdvisor.Web.Discoveries;

/// <summary>Whose mail servers to find: an address, or a mail domain.</summary>
/// <param name="Email">The mail address.</param>
/// <param name="Domain">The mail domain.</param>
/// <param name="Discovery">How to look.</param>
/// <param name="DeadlineMs">When the answer must be there, 1,000–60,000; 10,000 by default.</param>
internal sealed record DiscoveryRequest(string? Email = null, string? Domain = null, DiscoverySettings? Discovery = null, int? DeadlineMs = null);
