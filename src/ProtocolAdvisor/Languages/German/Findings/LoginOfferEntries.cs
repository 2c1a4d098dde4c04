using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>What the server offers for signing in.</summary>
internal static class LoginOfferEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [PlaintextLoginAllowed] = new(
            "Passwörter werden ohne Verschlüsselung angenommen",
            "Ein falsch eingestelltes E-Mail-Programm würde das Passwort lesbar senden, und der Server nähme es an.",
            "Stellen Sie im E-Mail-Programm die Verbindungssicherheit auf SSL/TLS; gelingt die Verbindung damit nicht, melden Sie sich nicht an. Für den Anbieter: Erlauben Sie die Anmeldung nur über TLS."),
        [AuthOauthOnly] = new(
            "Der Server nimmt kein Passwort an, nur die moderne Anmeldung",
            "Die Anmeldung läuft über die Webseite des Anbieters (OAuth), nicht über ein Passwort im E-Mail-Programm.",
            "Verwenden Sie ein E-Mail-Programm, das OAuth für diesen Anbieter unterstützt, und wählen Sie OAuth2 als Authentifizierung. Das Passwort zurückzusetzen, hilft nicht."),
        [AuthLegacyMechanismsOnly] = new(
            "Der Server bietet nur veraltete Anmeldeverfahren an",
            "Keines der Verfahren, die aktuelle E-Mail-Programme und diese Prüfung mit einem Passwort verwenden, ist dabei.",
            "Für den Anbieter: Schalten Sie PLAIN über TLS ein. Ein App-Passwort hilft hier nicht."),
        [AuthNoUsableMechanism] = new(
            "Der Server bietet keine Anmeldung mit Passwort an",
            "Was er anbietet, ist hier zitiert: etwa Kerberos (GSSAPI) oder ein Zertifikat. Ein Passwort nimmt er nicht an, auch kein App-Passwort.",
            "Verwenden Sie ein E-Mail-Programm, das für das Angebotene eingerichtet ist; Ihr Administrator weiß, wie. Für den Anbieter: Bieten Sie PLAIN über TLS an, wenn Passwörter gelten sollen."),
    };
}
