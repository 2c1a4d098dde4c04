using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Languages.German;

/// <summary>What was strange about a source, in German.</summary>
internal static class GermanOddities
{
    public static OddityPhrases Phrases { get; } = new(new Dictionary<string, string>
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
    });
}
