using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>What is publicly known of providers.</summary>
internal static class ProviderEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [ProviderNoStandardProtocol] = new(
            "Dieser Anbieter bietet E-Mail-Programmen weder IMAP noch POP3",
            "Soweit bekannt, sprechen seine Server eine eigene Sprache, und gewöhnliche E-Mail-Programme können sich nicht mit ihnen verbinden. Darum haben wir keinen Server gefragt und kein Passwort gesendet.",
            "Verwenden Sie das eigene Programm des Anbieters oder seine Webseite. Brauchen Sie ein gewöhnliches E-Mail-Programm, so brauchen Sie ein Postfach bei einem anderen Anbieter.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.BridgeIsThere] = "Installieren Sie die Bridge des Anbieters auf Ihrem Computer, und richten Sie Ihr E-Mail-Programm mit dem Server, dem Port und dem Passwort ein, die sie anzeigt. Auf dem Telefon verwenden Sie das eigene Programm des Anbieters.",
            },
        },
        [ProviderWantsAppPassword] = new(
            "Wahrscheinlich: Der Anbieter verlangt ein App-Passwort",
            "Soweit bekannt, lehnt dieser Anbieter Ihr eigenes Passwort in E-Mail-Programmen ab und sagt dazu nur, dass es falsch sei. Es kann durchaus stimmen.",
            "Erstellen Sie beim Anbieter ein App-Passwort, und geben Sie es anstelle Ihres eigenen ein; die Seite dafür steht unter „Bevor Sie anfangen“. Setzen Sie Ihr eigenes Passwort nicht zurück.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OAuthFitsToo] = "Erstellen Sie beim Anbieter ein App-Passwort, und geben Sie es anstelle Ihres eigenen ein; die Seite dafür steht unter „Bevor Sie anfangen“. Oder wählen Sie im E-Mail-Programm OAuth2. Setzen Sie Ihr eigenes Passwort nicht zurück.",
                [RemedyVariant.SecondFactorOnly] = "Haben Sie dort die Anmeldung in zwei Schritten eingeschaltet, so erstellen Sie ein App-Passwort, und geben Sie es anstelle Ihres eigenen ein; die Seite dafür steht unter „Bevor Sie anfangen“. Andernfalls prüfen Sie Ihr Passwort im Webmail.",
            },
        },
        [ProviderWantsAuthorisationCode] = new(
            "Wahrscheinlich: Der Anbieter verlangt seinen Autorisierungscode",
            "Soweit bekannt, lehnt dieser Anbieter Ihr eigenes Passwort in E-Mail-Programmen ab und gibt stattdessen einen Code aus. Ihr Passwort kann durchaus stimmen.",
            "Schalten Sie IMAP oder POP3 in den Webeinstellungen des Anbieters ein, und geben Sie den Autorisierungscode, den er Ihnen zeigt, als Passwort ein. Setzen Sie Ihr eigenes Passwort nicht zurück."),
        [ProviderWantsMailPassword] = new(
            "Wahrscheinlich: Der Anbieter verlangt das eigene Passwort für E-Mail",
            "Soweit bekannt, haben E-Mail-Programme bei diesem Anbieter ein eigenes Passwort; das der Webseiten wird abgelehnt. Es kann durchaus stimmen.",
            "Legen Sie auf den Webseiten des Anbieters das Passwort für E-Mail-Programme fest, und geben Sie dieses ein."),
        [ProviderOauthOnly] = new(
            "Wahrscheinlich: Der Anbieter nimmt keine Passwörter, nur OAuth2",
            "Soweit bekannt, melden sich E-Mail-Programme bei diesem Anbieter über seine eigene Anmeldeseite an. Er lehnt jedes Passwort ab, und Ihres kann durchaus stimmen.",
            "Wählen Sie im E-Mail-Programm OAuth2 (moderne Authentifizierung), und melden Sie sich auf der Seite an, die sich öffnet. Setzen Sie das Passwort nicht zurück."),
        [ProviderAccessOff] = new(
            "Wahrscheinlich: Der Zugang für E-Mail-Programme ist noch nicht an",
            "Soweit bekannt, lässt dieser Anbieter kein E-Mail-Programm ein, bevor jemand das eingeschaltet hat, und lehnt bis dahin jedes Passwort ab.",
            "Schalten Sie ihn in den E-Mail-Einstellungen des Anbieters ein; die Seite dafür steht unter „Bevor Sie anfangen“. Versuchen Sie es dann mit demselben Passwort noch einmal.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.AdministratorDecides] = "Fragen Sie den Administrator Ihrer Organisation, ob E-Mail-Programme erlaubt sind, und bitten Sie ihn, sie für Sie einzuschalten. Versuchen Sie es dann mit demselben Passwort noch einmal.",
                [RemedyVariant.PlanLacksIt] = "Sehen Sie beim Anbieter nach, welcher Tarif einen Zugang für E-Mail-Programme hat. Hat Ihrer keinen, so verwenden Sie die Webseite oder das eigene Programm des Anbieters.",
            },
        },
        [ProviderPop3Differs] = new(
            "POP3 arbeitet bei diesem Anbieter auf eigene Weise",
            "Soweit bekannt, zeigt oder behandelt POP3 die Post hier anders, als man erwartet; was bekannt ist, ist angeführt.",
            "Lesen Sie, was angeführt ist, bevor Sie POP3 wählen. IMAP zeigt die ganze Post, und nichts davon gilt dort."),
        [ProviderLimits] = new(
            "Wahrscheinlich: Dieser Anbieter erlaubt nur eine bestimmte Menge",
            "Soweit bekannt, lehnt er eine Zeit lang ab, was über die angeführten Grenzen hinausgeht. Das sieht wie ein Fehler aus und ist keiner.",
            "Bleiben Sie unter dem, was angeführt ist: Schließen Sie E-Mail-Programme, die Sie nicht brauchen, und verteilen Sie große Mengen auf mehrere Tage. Was abgelehnt wurde, geht später wieder."),
    };
}
