using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Languages.English;

/// <summary>Between the lines of a conversation, in English.</summary>
internal static class EnglishConversation
{
    public static ConversationPhrases Phrases { get; } = new("… {lines:number} {lines:line|lines} left out");
}
