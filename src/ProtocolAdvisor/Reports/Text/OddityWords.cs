using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>What was strange about a source, for readers. Whole sentences of ours are said in their language; what quotes a document's own words stays as it is, like all evidence.</summary>
public static class OddityWords
{
    private static readonly Dictionary<string, string> German = new(StringComparer.Ordinal)
    {
        [DocumentText.WebPage] = "eine Webseite, keine Einstellungsdatei",
        [PublishedFiles.StandInAsked] =
            "mit einer Platzhalteradresse gefragt, nicht mit der echten: Mit sendAddress weiß ein Server, der je Benutzer antwortet, vielleicht mehr",
        [InquiryRound.NotAwaited] = "nicht länger abgewartet: Andere hatten geantwortet, oder die Zeit für diese Prüfung war knapp",
        ["no emailProvider"] = "kein emailProvider",
        ["no server"] = "kein Server",
        ["resolves as every name below the domain does"] = "führt dorthin, wohin jeder Name unter der Domain führt",
        ["every name below the domain resolves"] = "jeder Name unter der Domain führt irgendwohin",
        ["no digest is published beside it"] = "daneben ist keine Prüfsumme veröffentlicht",
        ["the lookup of its digest failed"] = "seine Prüfsumme ließ sich nicht nachschlagen",
    };

    /// <summary>The line as it is shown in this language.</summary>
    public static string Of(string oddity, Language language) => language == Language.German ? German.GetValueOrDefault(oddity, oddity) : oddity;
}
