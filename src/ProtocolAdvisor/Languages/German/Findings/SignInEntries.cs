using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>How signing in ended.</summary>
internal static class SignInEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [AuthBadCredentials] = new(
            "Benutzername oder Passwort wurde abgelehnt",
            "Meist ist eines von beiden falsch. Manche Server sagen dasselbe, wenn IMAP oder POP3 für das Konto abgeschaltet ist.",
            "Melden Sie sich mit demselben Passwort im Webmail an. Gelingt es dort, versuchen Sie die vollständige E-Mail-Adresse als Benutzernamen, und prüfen Sie, ob IMAP und POP3 eingeschaltet sind.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.AddressWasTried] = "Melden Sie sich mit demselben Passwort im Webmail an. Gelingt es dort, prüfen Sie in den Einstellungen des Anbieters, ob IMAP und POP3 eingeschaltet sind und welchen Benutzernamen E-Mail-Programme verwenden sollen.",
                [RemedyVariant.ProviderIsLikelier] = "Ihr Passwort kann durchaus stimmen: Beginnen Sie mit dem, was wir zu diesem Anbieter sagen. Hilft das nicht, so prüfen Sie Benutzernamen und Passwort im Webmail.",
                [RemedyVariant.AppPasswordWasTried] = "Was eingegeben wurde, sieht aus wie ein Passwort für E-Mail-Programme. Prüfen Sie, ob es vollständig kopiert ist und zu diesem Konto gehört, oder erstellen Sie ein neues.",
            },
        },
        [AuthAppPasswordRequired] = new(
            "Es wird ein App-Passwort gebraucht",
            "Das Konto ist mit einer Anmeldung in zwei Schritten geschützt; E-Mail-Programme brauchen dann ein eigenes Passwort.",
            "Erstellen Sie in den Sicherheitseinstellungen des Kontos ein App-Passwort, und verwenden Sie es anstelle des gewöhnlichen Passworts."),
        [AuthWebLoginRequired] = new(
            "Melden Sie sich einmal im Webbrowser an",
            "Der Anbieter möchte sichergehen, dass Sie es sind, bevor er ein E-Mail-Programm zulässt.",
            "Melden Sie sich auf der Webseite des Anbieters an, bestätigen Sie, was er wissen möchte, und versuchen Sie es noch einmal."),
        [AuthBasicBlocked] = new(
            "Dieser Anbieter hat die Anmeldung mit Passwort abgeschaltet",
            "Ihr Passwort kann durchaus stimmen, aber E-Mail-Programme dürfen sich damit nicht anmelden.",
            "Wählen Sie im E-Mail-Programm OAuth2 (moderne Authentifizierung). Setzen Sie das Passwort nicht zurück."),
        [AuthTokenInvalid] = new(
            "Das Anmeldetoken wurde abgelehnt",
            "Die Berechtigung, die das Programm vom Anbieter erhalten hat, ist abgelaufen, wurde widerrufen oder gilt nicht für E-Mail.",
            "Melden Sie sich im E-Mail-Programm neu an. Für Entwickler: Prüfen Sie „scope“ und „audience“ des Tokens."),
        [AccountImapDisabled] = new(
            "IMAP ist für dieses Konto abgeschaltet",
            "Solange das Konto IMAP nicht verwenden darf, hilft hier kein Passwort.",
            "Schalten Sie IMAP in den E-Mail-Einstellungen des Anbieters ein, oder fragen Sie Ihren Administrator."),
        [AccountPop3Disabled] = new(
            "POP3 ist für dieses Konto abgeschaltet",
            "Solange das Konto POP3 nicht verwenden darf, hilft hier kein Passwort.",
            "Schalten Sie POP3 in den E-Mail-Einstellungen des Anbieters ein, oder fragen Sie Ihren Administrator."),
        [AccountNotConnected] = new(
            "Angemeldet, aber dahinter ist kein Postfach",
            "Das Passwort war richtig, aber das Konto führt über dieses Protokoll zu keinem Postfach.",
            "Verwenden Sie die Hauptadresse statt eines Alias als Benutzernamen. Für Administratoren: Prüfen Sie, ob das Protokoll eingeschaltet und eine Lizenz zugewiesen ist."),
        [AccountLocked] = new(
            "Das Konto ist gesperrt",
            "Der Anbieter hat es gesperrt, oft nach vielen fehlgeschlagenen Anmeldungen eines vergessenen Geräts.",
            "Entsperren Sie es auf der Webseite des Anbieters oder über dessen Support, und halten Sie andere Geräte an, die noch ein altes Passwort verwenden."),
        [PasswordExpired] = new(
            "Das Passwort ist abgelaufen",
            "Es war richtig, muss aber geändert werden, bevor Sie sich wieder anmelden können.",
            "Ändern Sie das Passwort auf der Webseite des Anbieters und danach auf allen Geräten."),
        [AuthRateLimited] = new(
            "Zu viele Anmeldungen in kurzer Zeit",
            "Der Server lässt alle warten. Das heißt nicht, dass das Passwort falsch ist.",
            "Warten Sie eine Stunde. Entfernen Sie alte Geräte, die es immer wieder versuchen, und lassen Sie E-Mail-Programme seltener abrufen."),
        [AuthTooManyConnections] = new(
            "Zu viele Verbindungen zur selben Zeit",
            "Ihre Geräte halten zusammen mehr Verbindungen offen, als der Server erlaubt. Am Passwort liegt es nicht.",
            "Schließen Sie die E-Mail-Programme auf anderen Geräten, und verringern Sie in deren Einstellungen die Zahl der offen gehaltenen Verbindungen."),
        [AuthBandwidthExceeded] = new(
            "Die tägliche Datenmenge ist aufgebraucht",
            "Über das Konto wurde mehr übertragen, als der Anbieter an einem Tag erlaubt. Am Passwort liegt es nicht.",
            "Warten Sie einen Tag. Rufen Sie ein großes Postfach in Teilen ab."),
        [AuthTemporaryFailure] = new(
            "Der Server hat selbst ein Problem",
            "Er kann Anmeldungen zurzeit nicht prüfen. Am Passwort liegt es nicht.",
            "Versuchen Sie es später noch einmal. Bleibt es dabei, melden Sie es Ihrem Anbieter mit der zitierten Zeile."),
        [AuthTlsRequired] = new(
            "Der Server hält eine verschlüsselte Verbindung für unverschlüsselt",
            "Die Anmeldung lief über TLS, und der Server hat sie als unverschlüsselt abgelehnt. Meist nimmt ein Proxy vor ihm die Verschlüsselung ab und sagt es ihm nicht.",
            "Für den Anbieter: Teilen Sie dem Mailserver mit, dass Verbindungen vom Proxy verschlüsselt sind. Im E-Mail-Programm ist nichts zu ändern."),
        [AuthMechanismRejected] = new(
            "Dieses Anmeldeverfahren passt nicht",
            "Der Server nimmt das Verfahren, das versucht wurde, nicht an, ein anderes aber vielleicht schon.",
            "Wählen Sie als Authentifizierung „Passwort, normal“ über SSL/TLS, oder OAuth2, wo der Anbieter es verlangt.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PasswordWasTried] = "Versucht wurde das gewöhnliche Passwort über SSL/TLS. Wählen Sie OAuth2, wenn der Anbieter es hat, oder fragen Sie ihn, wie sich E-Mail-Programme anmelden sollen.",
                [RemedyVariant.TokenWasTried] = "Versucht wurde ein Zugriffstoken. Fragen Sie Ihren Anbieter, ob sich E-Mail-Programme mit dem Passwort oder einem App-Passwort anmelden sollen.",
            },
        },
        [AuthClientIdRequired] = new(
            "Der Server möchte zuerst das E-Mail-Programm kennen",
            "Anbieter wie NetEase (163.com, 126.com) lassen nur Programme zu, die sich vorstellen und einen Autorisierungscode als Passwort verwenden.",
            "Erstellen Sie in den Webeinstellungen des Anbieters einen Autorisierungscode, und verwenden Sie ein E-Mail-Programm, das den IMAP-Befehl ID sendet."),
        [SecretFormatSuspect] = new(
            "Das Passwort enthält womöglich überzählige Leerzeichen",
            "App-Passwörter werden in Gruppen mit Leerzeichen dazwischen angezeigt, und diese werden oft mitkopiert.",
            "Geben Sie es ohne Leerzeichen noch einmal ein."),
        [LoginDiffersByProtocol] = new(
            "Die Anmeldung gelingt nur mit einem der beiden Protokolle",
            "Das Passwort stimmt, denn das andere Protokoll hat es angenommen. Dieses Protokoll ist wahrscheinlich abgeschaltet, oder der Server ist ein anderer.",
            "Verwenden Sie das Protokoll, das funktioniert, oder schalten Sie das andere in den E-Mail-Einstellungen des Anbieters ein."),
        [Pop3MailboxInUse] = new(
            "Ein anderes Programm ruft gerade über POP3 ab",
            "POP3 lässt immer nur ein Programm zur selben Zeit herein. Das Passwort stimmt.",
            "Warten Sie einige Minuten. Teilen sich mehrere Geräte oder Personen das Postfach, verwenden Sie IMAP.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Warten Sie einige Minuten, oder schließen Sie das Programm, das verbunden ist.",
            },
        },
        [Pop3LoginDelay] = new(
            "Der Server begrenzt, wie oft POP3 abrufen darf",
            "Ein E-Mail-Programm, das häufiger abruft, wird eine Zeit lang abgewiesen.",
            "Stellen Sie einen längeren Abstand zwischen zwei Abrufen ein, als hier angegeben ist."),
        [AuthUnanswered] = new(
            "Der Server antwortet nicht auf die Anmeldung",
            "Er nahm die Anmeldedaten entgegen und schwieg, solange wir warteten. Ob sie stimmen, ist nicht bekannt.",
            "Versuchen Sie es später noch einmal. Für den Anbieter: Sehen Sie nach dem Dienst, der Passwörter prüft (LDAP, PAM, Datenbank)."),
        [AuthRefusedUnknown] = new(
            "Der Server lehnt die Anmeldung mit eigenen Worten ab",
            "Zu den hier zitierten Worten kennen wir keine übliche Ursache. Sie müssen nicht bedeuten, dass das Passwort falsch ist.",
            "Lesen Sie die zitierten Worte, und richten Sie sich danach. Helfen sie nicht weiter, versuchen Sie es später noch einmal, oder fragen Sie Ihren Anbieter mit dieser Zeile."),
        [AuthServerFault] = new(
            "Beim Server ist während der Anmeldung ein Fehler aufgetreten",
            "Er meldet, dass auf seiner eigenen Seite etwas fehlgeschlagen ist. Am Passwort liegt es nicht.",
            "Versuchen Sie es später noch einmal. Bleibt es dabei, melden Sie es Ihrem Anbieter mit der zitierten Zeile."),
        [AccountSuspended] = new(
            "Das Konto ist stillgelegt oder geschlossen",
            "Der Anbieter lässt zurzeit niemanden hinein: wegen Missbrauchs, einer offenen Rechnung oder weil es lange nicht benutzt wurde.",
            "Fragen Sie Ihren Anbieter mit der zitierten Zeile. Das Passwort zu ändern, hilft nicht."),
        [AccountNotPermitted] = new(
            "Das Konto darf das nicht",
            "Der Anbieter erlaubt dem Konto diesen Zugang nicht: Er gehört nicht zum Tarif, es fehlt eine Lizenz, oder eine Regel verbietet ihn.",
            "Suchen Sie den Schalter in den E-Mail-Einstellungen des Anbieters, oder fragen Sie Anbieter oder Administrator mit der zitierten Zeile."),
        [AuthSecondFactor] = new(
            "Das Konto verlangt einen zweiten Faktor",
            "Neben dem Passwort will der Anbieter einen Code oder eine Bestätigung, und die kann ein E-Mail-Programm nicht liefern.",
            "Erstellen Sie in den Sicherheitseinstellungen des Kontos ein App-Passwort, oder wählen Sie im E-Mail-Programm OAuth2, wenn der Anbieter es hat."),
        [AuthInUse] = new(
            "Eine andere Sitzung benutzt gerade das Postfach",
            "Der Server lässt keine zweite zur selben Zeit hinein. Am Passwort liegt es nicht.",
            "Warten Sie einige Minuten, oder schließen Sie das E-Mail-Programm, das verbunden ist."),
    };
}
