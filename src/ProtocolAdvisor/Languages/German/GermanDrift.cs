using ProtocolAdvisor.Findings.Drift;

namespace ProtocolAdvisor.Languages.German;

/// <summary>What an operator is told to change, in German.</summary>
internal static class GermanDrift
{
    public static DriftPhrases Phrases { get; } = new(new Dictionary<DriftChange, string>
    {
        [DriftChange.CorrectSources] = "Ändern Sie {sources} auf {right}: Damit funktioniert es.",
        [DriftChange.Align] = "Entscheiden Sie sich für einen Wert und veröffentlichen Sie ihn überall.",
        [DriftChange.MendServer] = "Nichts davon funktioniert; was zu tun ist, steht bei den Befunden.",
        [DriftChange.WithdrawDenial] = "Das Protokoll funktioniert: Entfernen Sie den SRV-Eintrag mit dem Ziel „.“.",
        [DriftChange.WithdrawServers] = "Das Protokoll wird nicht angeboten: Nehmen Sie seine Server aus {sources} heraus.",
        [DriftChange.Recertify] = "Das Zertifikat enthält den veröffentlichten Namen nicht; was zu tun ist, steht bei den Befunden.",
    });
}
