using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
namespace ProtocolAdvisor.Languages.German;

/// <summary>German.</summary>
internal static class GermanSummary
{
    public static SummaryPhrases Phrases { get; } = new()
    {
        States = new Dictionary<SummaryState, string>
        {
            [SummaryState.Works] = "Es funktioniert",
            [SummaryState.ToMend] = "Es funktioniert, aber etwas ist zu beheben",
            [SummaryState.DoesNotWork] = "Es funktioniert nicht",
            [SummaryState.CouldNotFindOut] = "Kein klares Ergebnis",
        },
        MailboxUntested = "Die Server funktionieren; das Postfach wurde nicht geprüft",
        HeldBack = "Anmeldung vorsorglich ausgesetzt",
        Headlines = new Dictionary<SummaryHeadline, string>
        {
            [SummaryHeadline.UseImap] = "Verwenden Sie IMAP",
            [SummaryHeadline.UsePop3] = "Verwenden Sie POP3 mit regelmäßiger Datensicherung",
            [SummaryHeadline.UsePop3BackedUp] = "Verwenden Sie POP3, und behalten Sie die Sicherung bei",
            [SummaryHeadline.Neither] = "Weder IMAP noch POP3 ist zu empfehlen",
            [SummaryHeadline.ImapNeeded] = "IMAP wird gebraucht, funktioniert hier aber nicht",
            [SummaryHeadline.ImapServerUnknown] = "Verwenden Sie IMAP; der Server ist noch nicht bekannt",
            [SummaryHeadline.Pop3ServerUnknown] = "Verwenden Sie POP3; der Server ist noch nicht bekannt",
            [SummaryHeadline.SignInRefused] = "Die Anmeldung wurde abgelehnt",
            [SummaryHeadline.SignInRefusedForNow] = "Die Anmeldung wurde vorerst abgelehnt",
            [SummaryHeadline.SignInUnanswered] = "Die Anmeldung blieb ohne Antwort",
            [SummaryHeadline.SignInImpossible] = "Auf diesem Weg ist keine Anmeldung möglich",
            [SummaryHeadline.SignInNotTried] = "Die Anmeldung ließ sich nicht prüfen",
            [SummaryHeadline.MailboxShut] = "Das Postfach lässt sich nicht öffnen",
            [SummaryHeadline.MailboxShutForNow] = "Das Postfach ließ sich diesmal nicht öffnen",
            [SummaryHeadline.MailUnread] = "Nachrichten ließen sich nicht abrufen",
            [SummaryHeadline.NoServerAnswers] = "Kein Mailserver antwortet",
            [SummaryHeadline.NoSuchServer] = "Den Servernamen gibt es nicht",
            [SummaryHeadline.TurnedAway] = "Der Mailserver weist uns ab",
            [SummaryHeadline.BadCertificate] = "Dem Zertifikat des Servers ist nicht zu trauen",
            [SummaryHeadline.NoEncryption] = "Es ist keine verschlüsselte Verbindung möglich",
            [SummaryHeadline.OtherService] = "Auf diesem Port antwortet kein Mailserver",
            [SummaryHeadline.ServerFails] = "Der Mailserver arbeitet nicht, wie er soll",
            [SummaryHeadline.Misspelled] = "Der Name enthält wohl einen Tippfehler",
            [SummaryHeadline.NoSuchDomain] = "Die Domain der Adresse gibt es nicht",
            [SummaryHeadline.NothingFound] = "Es wurde kein Mailserver gefunden",
            [SummaryHeadline.OtherWaysOnly] = "Weder IMAP noch POP3, aber ein anderer Weg",
            [SummaryHeadline.SettingsUnusable] = "Die veröffentlichten Einstellungen führen zu keinem Server",
            [SummaryHeadline.NotOffered] = "Der Anbieter bietet weder IMAP noch POP3 an",
            [SummaryHeadline.CouldNotFindOut] = "Kein klares Ergebnis",
        },
        Causes = new Dictionary<CauseKind, string>
        {
            [CauseKind.ToFix] = "Zuerst zu beheben: {cause}",
            [CauseKind.ToMend] = "Zu beheben: {cause}",
            [CauseKind.Unknown] = "Was im Weg stand: {cause}",
        },
        Cause = ["{title} ({place}): {evidence}. {remedy}", "{title} ({place}). {remedy}", "{title}. {remedy}"],
        MorePlaces = "{places} und {more} weitere",
        SignIns = new Dictionary<SignInFate, string>
        {
            [SignInFate.Accepted] = "Die Anmeldung über {protocols} funktioniert.",
            [SignInFate.MailboxShut] = "Die Anmeldung über {protocols} gelingt, doch der Server öffnet das Postfach dahinter nicht.",
            [SignInFate.MailboxShutForNow] = "Die Anmeldung über {protocols} gelingt, doch das Postfach dahinter ließ sich diesmal nicht öffnen.",
            [SignInFate.Refused] = "Die Anmeldung über {protocols} wurde abgelehnt.",
            [SignInFate.RefusedForNow] = "Die Anmeldung über {protocols} wurde vorerst abgelehnt; gegen das Passwort spricht das nicht.",
            [SignInFate.Unanswered] = "Auf die Anmeldung über {protocols} kam keine Antwort.",
            [SignInFate.Broken] = "Während der Anmeldung über {protocols} brach die Verbindung ab.",
            [SignInFate.Impossible] = "Die Anmeldung über {protocols} wurde nicht versucht: Mit dem, was angegeben wurde, ist sie dort nicht möglich.",
            [SignInFate.HeldBack] = "Die Anmeldung über {protocols} haben wir vorsorglich ausgesetzt.",
            [SignInFate.Withheld] = "Die Anmeldung über {protocols} wurde nicht versucht; Ihr Passwort wurde nicht gesendet.",
            [SignInFate.OutOfTime] = "Die Zeit lief ab, bevor die Anmeldung über {protocols} abgeschlossen war.",
            [SignInFate.Spared] = "Die Anmeldung über {protocols} wurde nicht versucht.",
            [SignInFate.KeptHere] = "Wir haben uns nicht angemeldet: Kein Server war sicher verwendbar, deshalb wurde Ihr Passwort nicht gesendet.",
            [SignInFate.NotGiven] = "Es wurde kein Passwort angegeben, deshalb ist die Anmeldung nicht geprüft.",
        },
        Sending = new Dictionary<SendingFate, string>
        {
            [SendingFate.Works] = "Auch der Versand ist geprüft: Sein Server hat die Anmeldung angenommen. Eine Nachricht wurde nicht versandt.",
            [SendingFate.DoesNotWork] = "Der Versand funktioniert nicht.",
            [SendingFate.NotJustNow] = "Der Versand ließ sich nicht prüfen: Sein Server hat uns vorerst abgewiesen.",
            [SendingFate.NoSignIn] = "So funktioniert der Versand nicht: Sein Server bietet keine passende Anmeldung an.",
            [SendingFate.Refused] = "Der Versand funktioniert nicht: Sein Server lehnt die Anmeldung ab.",
            [SendingFate.RefusedForNow] = "Der Versand ließ sich nicht prüfen: Sein Server hat die Anmeldung vorerst abgelehnt.",
            [SendingFate.Unanswered] = "Der Versand ließ sich nicht prüfen: Sein Server hat auf die Anmeldung nicht geantwortet.",
        },
        PasswordUnknown = "Ob das Passwort stimmt, wissen wir also nicht.",
        BothProtocols = "{one} und {other}",
        NotNamed = "Genannt wurden nur {other}-Server, deshalb wurde kein {protocol}-Server geprüft. Fragen Sie Ihren Anbieter nach seinem {protocol}-Server, und nennen Sie ihn ebenfalls oder gar keinen.",
        NotFound = "Wir kennen hier keinen {protocol}-Server. Fragen Sie Ihren Anbieter, ob es einen gibt, und nennen Sie ihn.",
        Guessed = new Dictionary<bool, string>
        {
            [true] = "Die Server, die Ihr Anbieter veröffentlicht, antworten nicht. {place} antwortet: Wir haben es versucht, weil solche Namen üblich sind, und die Anmeldung gelang dort.",
            [false] = "Die Server, die Ihr Anbieter veröffentlicht, antworten nicht. {place} antwortet, ist aber geraten: Wir haben es versucht, weil solche Namen üblich sind. Fragen Sie Ihren Anbieter, ob es der richtige Server ist.",
        },
        NothingSeen = "Kein Server wurde rechtzeitig erreicht, deshalb ist über keinen etwas bekannt. Prüfen Sie erneut.",
        OnlySending = "Genannt wurden nur Server für den Versand, deshalb ist über den Empfang von E-Mails nichts bekannt. Nennen Sie auch den Server für eingehende E-Mails oder gar keinen.",
        Meanings = new Dictionary<SummaryHeadline, string>
        {
            [SummaryHeadline.UseImap] = "Ihre E-Mails bleiben auf dem Server, und Sie sehen auf jedem Gerät und im Webmail dasselbe Postfach.",
            [SummaryHeadline.UsePop3] = "Ihre E-Mails liegen dann auf dem Gerät, das sie abruft, und öffnen sich dort sofort; vor Verlust schützt sie nur die Datensicherung.",
            [SummaryHeadline.UsePop3BackedUp] = "Ihre E-Mails liegen dann auf dem Gerät, das sie abruft, und öffnen sich dort sofort; vor Verlust schützt sie nur die Datensicherung.",
        },
        OnceItWorks = "Unser Rat für Ihre Nutzung, sobald es funktioniert: {advice}.",
    };
}
