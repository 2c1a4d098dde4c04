using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>What is known, to be judged. Every member is optional: what is not known lowers the confidence.</summary>
/// <param name="Usage">How the mailbox is used.</param>
/// <param name="Facts">What is known of the mailbox.</param>
internal sealed record RecommendationRequest(Usage? Usage = null, FactsRequest? Facts = null);

/// <summary>What is known of the mailbox. All of it may come from a report as it stands there; what is null there may be left out.</summary>
/// <param name="Imap">Over IMAP: what a report has as <c>mailbox.imap</c>, and what is told besides.</param>
/// <param name="Pop3">Over POP3: what a report has as <c>mailbox.pop3</c>, and what is told besides.</param>
/// <param name="Endpoints">The endpoints, as a report has them: they say whether a protocol can be used, how the sign-in went and how far off the server is, where that is not told.</param>
/// <param name="Discovery">The search for servers, as a report has it: it says which protocol the operator prefers or does not offer, and whether there are servers at all.</param>
internal sealed record FactsRequest(ImapKnowledge? Imap = null, Pop3Knowledge? Pop3 = null, IReadOnlyList<EndpointReport>? Endpoints = null, DiscoveryReport? Discovery = null)
{
    /// <summary>What follows from it.</summary>
    public ToldAnswer Answer(Usage usage, DateTimeOffset asOf, Language language) => ToldAnswer.Of(
        usage, Imap, Pop3, [.. (Endpoints ?? []).Select(ToldEndpoint.Facts)], Discovery is null ? null : ToldDiscovery.Facts(Discovery), asOf, language);
}
