using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Languages.English;

/// <summary>What was strange about a source, in English.</summary>
internal static class EnglishOddities
{
    public static OddityPhrases Phrases { get; } = new(new Dictionary<string, string>
    {
        [DocumentText.WebPage] = DocumentText.WebPage,
        [PublishedFiles.StandInAsked] = PublishedFiles.StandInAsked,
        [InquiryRound.NotAwaited] = InquiryRound.NotAwaited,
        ["no emailProvider"] = "no emailProvider",
        ["no server"] = "no server",
        ["resolves as every name below the domain does"] = "resolves as every name below the domain does",
        ["every name below the domain resolves"] = "every name below the domain resolves",
        ["no digest is published beside it"] = "no digest is published beside it",
        ["the lookup of its digest failed"] = "the lookup of its digest failed",
    });
}
