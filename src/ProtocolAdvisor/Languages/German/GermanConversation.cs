using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Languages.German;

/// <summary>Between the lines of a conversation, in German.</summary>
internal static class GermanConversation
{
    public static ConversationPhrases Phrases { get; } = new("… {lines:number} {lines:Zeile|Zeilen} ausgelassen");
}
