using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>Other answers to the questions about a mailbox that was assessed.</summary>
/// <param name="Usage">How the mailbox is used: all answers, those that stay the same as well. What is left out counts as not answered, whatever was answered before.</param>
internal sealed record AnswersRequest(Usage? Usage = null);
