using ProtocolAdvisor.Findings.Drift;

namespace ProtocolAdvisor.Languages.German;

/// <summary>What an operator is told to change, in German.</summary>
internal static class GermanDrift
{
    public static DriftPhrases Phrases { get; } = new(new Dictionary<DriftChange, string>
    {
        [DriftChange.CorrectSources] = "Ändern Sie {sources} auf {right}: Damit funktioniert es.",
        [DriftChange.Align] = "Entscheiden Sie sich für einen Wert und veröffentlichen Sie ihn überall.",
        [DriftChange.MendServer] =
            "Sorgen Sie dafür, dass der Server dort mit TLS und gültigem Zertifikat erreichbar ist, oder nehmen Sie diese Angabe aus {sources} heraus.",
        [DriftChange.WithdrawDenial] = "Das Protokoll funktioniert: Entfernen Sie den SRV-Eintrag mit dem Ziel „.“.",
        [DriftChange.WithdrawServers] = "Das Protokoll wird nicht angeboten: Nehmen Sie seine Server aus {sources} heraus.",
        [DriftChange.Recertify] = "Nehmen Sie den veröffentlichten Namen in das Zertifikat auf oder veröffentlichen Sie einen Namen, den es enthält.",
    });
}
