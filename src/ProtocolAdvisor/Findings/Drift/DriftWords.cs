using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Findings.Drift;

/// <summary>What an operator is told to change, in each language. Places: the sources that are wrong, and what is right.</summary>
public static class DriftWords
{
    private static readonly Dictionary<DriftChange, (string English, string German)> Sentences = new()
    {
        [DriftChange.CorrectSources] = ("Change {sources} to {right}: that is what works.", "Ändern Sie {sources} auf {right}: Damit funktioniert es."),
        [DriftChange.Align] = ("Decide for one value, and publish it everywhere.", "Entscheiden Sie sich für einen Wert und veröffentlichen Sie ihn überall."),
        [DriftChange.MendServer] = (
            "Make the server work there, with TLS and a valid certificate, or take this out of {sources}.",
            "Sorgen Sie dafür, dass der Server dort mit TLS und gültigem Zertifikat erreichbar ist, oder nehmen Sie diese Angabe aus {sources} heraus."),
        [DriftChange.WithdrawDenial] = (
            "The protocol works: remove the SRV record with the target \".\".", "Das Protokoll funktioniert: Entfernen Sie den SRV-Eintrag mit dem Ziel „.“."),
        [DriftChange.WithdrawServers] = (
            "The protocol is not offered: take its servers out of {sources}.", "Das Protokoll wird nicht angeboten: Nehmen Sie seine Server aus {sources} heraus."),
        [DriftChange.Recertify] = (
            "Add the published name to the certificate, or publish a name that it contains.",
            "Nehmen Sie den veröffentlichten Namen in das Zertifikat auf oder veröffentlichen Sie einen Namen, den es enthält."),
    };

    /// <summary>The sentence for a row.</summary>
    public static string Text(DriftRow row, Language language)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (english, german) = Sentences[row.Change];
        return (language == Language.German ? german : english)
            .Replace("{sources}", string.Join(", ", Wrong(row).Distinct()), StringComparison.Ordinal)
            .Replace("{right}", Right(row, language), StringComparison.Ordinal);
    }

    private static string? Right(DriftRow row, Language language) => EvidenceWords.In(language).Text(row.Values.FirstOrDefault(x => x.Value == row.Right)?.Said);

    private static IEnumerable<string> Wrong(DriftRow row) => row.Change switch
    {
        DriftChange.WithdrawServers => row.Values.Where(x => x.Value == DriftValue.Yes).Select(x => x.Location),
        _ => row.Values.Where(x => x.Value != row.Right && x.Holder is not ("live" or "certificate")).Select(x => x.Location),
    };
}
