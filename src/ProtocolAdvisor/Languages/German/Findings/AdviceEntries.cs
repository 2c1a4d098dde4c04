using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>Discovery, recommendation and the run itself.</summary>
internal static class AdviceEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [DiscoveryNothingFound] = new(
            "Zu dieser Adresse wurde kein Mailserver gefunden",
            "Die Domain veröffentlicht keine E-Mail-Einstellungen, und unter den üblichen Namen antwortet nichts.",
            "Prüfen Sie die Adresse. Fragen Sie Ihren Anbieter nach den Servernamen, und geben Sie sie ein."),
        [OtherWaysOnly] = new(
            "Weder IMAP noch POP3 sind genannt, nur andere Wege zum Postfach",
            "E-Mail-Programme, die nur IMAP und POP3 sprechen, können diese E-Mails nicht abrufen.",
            "Verwenden Sie ein Programm, das einen der genannten Wege beherrscht, oder Webmail. Fragen Sie Ihren Anbieter, ob sich IMAP oder POP3 einschalten lässt."),
        [AutoconfigInvalid] = new(
            "Die veröffentlichte Einstellungsdatei ist nicht lesbar",
            "E-Mail-Programme, die sich damit selbst einrichten, werden scheitern oder raten.",
            "Für den Anbieter: Berichtigen Sie die Datei an der hier zitierten Stelle."),
        [AutoconfigInsecure] = new(
            "Die Einstellungen werden unverschlüsselt veröffentlicht",
            "Unterwegs könnte jemand die Servernamen durch seine eigenen ersetzen.",
            "Für den Anbieter: Veröffentlichen Sie die Datei über https."),
        [SettingsWebFault] = new(
            "Der Webserver für E-Mail-Einstellungen antwortet nicht brauchbar",
            "Ob dort Einstellungen veröffentlicht sind, ließ sich nicht feststellen. E-Mail-Programme, die dort nachsehen, erfahren es ebenfalls nicht oder geben auf.",
            "Für den Anbieter: Kümmern Sie sich um den hier genannten Webserver: gültiges Zertifikat, keine Weiterleitung auf http oder eine IP-Adresse, in wenigen Sekunden die Datei oder, wo es keine gibt, 404."),
        [SettingsEmpty] = new(
            "Die Einstellungen nennen keinen brauchbaren Mailserver",
            "Alle Mailserver an der hier zitierten Stelle mussten aus den dort folgenden Gründen ausgelassen werden. E-Mail-Programme werden scheitern oder raten.",
            "Für den Anbieter: Berichtigen Sie die Server an dieser Stelle."),
        [SettingsDrift] = new(
            "Veröffentlichte Einstellungen passen nicht zusammen",
            "Je nachdem, welche Quelle ein E-Mail-Programm liest, bekommt es andere Einstellungen oder solche, unter denen kein Server antwortet.",
            "Für den Anbieter: Bringen Sie Quellen und Server in Einklang; der Bericht führt die Unterschiede auf."),
        [DnsAnswersForged] = new(
            "Ihr Nameserver antwortet auch für Namen, die es nicht gibt",
            "Manche Netze führen jeden falsch geschriebenen Namen auf eine eigene Seite. Was durch das Erraten von Namen gefunden wurde, ist dann wenig wert.",
            "Prüfen Sie erneut mit einem anderen Nameserver oder in einem anderen Netz."),
        [SignInHeldBack] = new(
            "Nicht angemeldet, weil zuletzt zu viele Anmeldungen scheiterten",
            "Damit niemand über uns Passwörter ausprobieren kann, lassen wir ein Konto nach mehreren falschen eine Zeit lang in Ruhe.",
            "Warten Sie eine Stunde, probieren Sie das Passwort im Webmail aus und prüfen Sie erneut."),
        [SrvNotOffered] = new(
            "Der Anbieter erklärt, dieses Protokoll nicht anzubieten",
            "Seine DNS-Einträge nennen dafür absichtlich keinen Server.",
            "Bei diesem Anbieter kommt nur das andere Protokoll infrage.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Fragen Sie Ihren Anbieter, wie seine Postfächer abzurufen sind: Auch das andere Protokoll ist hier nicht verwendbar.",
                [RemedyVariant.Sending] = "E-Mail-Programme können über diesen Anbieter nicht senden. Schreiben Sie auf seiner Webseite, oder fragen Sie ihn, welcher Server Ihre E-Mails versendet.",
            },
        },
        [OperatorPrefers] = new(
            "Der Anbieter bevorzugt eines der beiden Protokolle",
            "Seine DNS-Einträge oder Einstellungen führen es als Erstes auf.",
            "Sie müssen nichts tun; wichtiger ist, wie Sie selbst Ihr Postfach nutzen."),
        [CredentialsWithheld] = new(
            "Wir haben Ihr Passwort nicht gesendet",
            "Der Server wurde auf einem Weg gefunden, der sich manipulieren lässt, deshalb haben wir ihm Ihr Passwort nicht gegeben.",
            "Wenn Sie wissen, dass dies der Server Ihres Anbieters ist, nennen Sie ihn selbst und prüfen Sie erneut."),
        [CleartextOnly] = new(
            "E-Mails lassen sich hier nur unverschlüsselt abrufen",
            "Passwort und E-Mails könnte unterwegs jeder mitlesen.",
            "Verwenden Sie es so nicht, und bitten Sie Ihren Anbieter um SSL/TLS."),
        [MailOutsideInbox] = new(
            "POP3 würde nicht alle Ihre E-Mails zeigen",
            "POP3 kennt nur den Posteingang; E-Mails in anderen Ordnern bleiben auf dem Server zurück.",
            "Verschieben Sie vor einem Wechsel zu POP3 in den Posteingang, was Sie brauchen, oder bleiben Sie bei IMAP.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Verschieben Sie vor dem Wechsel zu POP3 in den Posteingang, was Sie brauchen.",
            },
        },
        [NoBackup] = new(
            "Mit POP3 ohne Datensicherung können alle E-Mails verloren gehen",
            "Mit POP3 liegen Ihre E-Mails auf Dauer nur auf Ihrem Gerät. Eine defekte Festplatte oder ein verlorenes Gerät genügt, und alle sind weg.",
            "Richten Sie eine regelmäßige Datensicherung ein, bevor Sie mit POP3 beginnen."),
        [DeadlineReached] = new(
            "Die Zeit für die Prüfung ist abgelaufen",
            "Was nicht fertig wurde, ist als fehlend gekennzeichnet; was gezeigt wird, haben wir wirklich gesehen.",
            "Prüfen Sie erneut, bleibt es dabei, zu einer ruhigeren Stunde."),
        [InternalFault] = new(
            "Ein interner Fehler dieser Prüfung hat diesen Schritt beendet",
            "Er liegt weder an Ihnen noch am Server und sagt nichts darüber, ob der Server funktioniert.",
            "Prüfen Sie erneut. Bleibt es dabei, melden Sie den Fehler bitte."),
    };
}
