using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>What is known, to be judged. Every member is optional: what is not known lowers the confidence.</summary>
/// <param name="Usage">How the mailbox is used.</param>
/// <param name="Facts">What is known of the mailbox.</param>
internal sealed record RecommendationRequest(Usage? Usage = null, FactsRequest? Facts = null);

/// <summary>What is known of the mailbox.</summary>
/// <param name="Imap">Over IMAP.</param>
/// <param name="Pop3">Over POP3.</param>
internal sealed record FactsRequest(ImapKnowledge? Imap = null, Pop3Knowledge? Pop3 = null);
