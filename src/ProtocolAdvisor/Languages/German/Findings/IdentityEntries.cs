using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>Service identity: what answers on the port.</summary>
internal static class IdentityEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [NoGreeting] = new(
            "Der Server nimmt die Verbindung an, schweigt aber",
            "Ein Mailserver meldet sich als Erster. Dieser hat nichts gesagt.",
            "Prüfen Sie Port und Verschlüsselung: Ein Port für SSL/TLS schweigt, wenn er unverschlüsselt angesprochen wird. Andernfalls fragen Sie den Anbieter.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PortWasUsual] = "Versucht wurden die üblichen Ports dieses Servers mit der jeweils üblichen Verschlüsselung. Fragen Sie Ihren Anbieter nach Server und Port, und ob der Dienst ausgefallen ist.",
                [RemedyVariant.PlaceWasFound] = "Diesen Server hat die Suche gefunden, an Ihrer Eingabe liegt es also nicht. Versuchen Sie es später noch einmal. Für den Anbieter: Prüfen Sie, warum der Dienst schweigt.",
            },
        },
        [WrongProtocol] = new(
            "Auf diesem Port antwortet ein anderer Dienst",
            "Was hier antwortet, ist nicht der gewünschte Maildienst.",
            "Verwenden Sie den Port des richtigen Dienstes: 993 für IMAP, 995 für POP3, beide mit SSL/TLS.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Verwenden Sie den Port für den Postausgang: 465 mit SSL/TLS oder 587 mit STARTTLS.",
                [RemedyVariant.TlsPortWorks] = "Verwenden Sie den Port dieses Servers für SSL/TLS: Er wurde geprüft und funktioniert.",
                [RemedyVariant.TlsPortFails] = "Fragen Sie Ihren Anbieter nach Server und Port: SSL/TLS wurde bei diesem Server versucht und funktioniert nicht.",
            },
        },
        [TlsSpokenToClearPort] = new(
            "Dieser Port beginnt unverschlüsselt",
            "Eingestellt ist SSL/TLS, der Server beginnt hier aber im Klartext.",
            "Wählen Sie Port 993 (IMAP) oder 995 (POP3) mit SSL/TLS. Gibt es diese nicht, wählen Sie für diesen Port STARTTLS.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Wählen Sie Port 465 mit SSL/TLS. Gibt es ihn nicht, wählen Sie für diesen Port STARTTLS.",
                [RemedyVariant.TlsPortWorks] = "Verwenden Sie den Port dieses Servers für SSL/TLS: Er wurde geprüft und funktioniert.",
                [RemedyVariant.TlsPortFails] = "Fragen Sie Ihren Anbieter nach Server und Port: SSL/TLS wurde bei diesem Server versucht und funktioniert nicht.",
            },
        },
        [ClearSpokenToTlsPort] = new(
            "Dieser Port verlangt von Anfang an SSL/TLS",
            "Eingestellt ist STARTTLS oder keine Verschlüsselung, der Server erwartet aber sofort eine Verschlüsselung.",
            "Wählen Sie für diesen Port SSL/TLS als Verbindungssicherheit.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.TlsPortWorks] = "Verwenden Sie den Port dieses Servers für SSL/TLS: Er wurde geprüft und funktioniert.",
                [RemedyVariant.TlsPortFails] = "Fragen Sie Ihren Anbieter nach Server und Port: SSL/TLS wurde bei diesem Server versucht und funktioniert auch nicht.",
            },
        },
        [GreetingRefused] = new(
            "Der Server weist uns schon an der Tür ab",
            "Er antwortet, lehnt aber jedes Gespräch ab, noch bevor sich jemand angemeldet hat. Sein Grund ist hier zitiert.",
            "Richten Sie sich nach dem Grund; oft genügt es, zu warten. Bleibt es dabei, fragen Sie Ihren Anbieter."),
        [GreetingBlocklisted] = new(
            "Der Server hat diese Netzadresse gesperrt",
            "Die Adresse, von der aus die Prüfung läuft oder Sie sich verbinden, steht auf einer Sperrliste. An Ihrem Passwort liegt es nicht.",
            "Versuchen Sie es aus einem anderen Netz. Damit die Adresse von der Liste gestrichen wird, wenden Sie sich mit der zitierten Zeile an Ihren Anbieter."),
        [ServerClosedEarly] = new(
            "Der Server bricht mitten im Gespräch ab",
            "Er hat die Verbindung beendet, bevor der Schritt abgeschlossen war.",
            "Versuchen Sie es später noch einmal. Für den Anbieter: Sehen Sie zu dieser Uhrzeit im Protokoll des Servers nach; so zeigen sich Zugriffsbegrenzungen und Abstürze."),
        [CommandUnanswered] = new(
            "Der Server antwortet mitten im Gespräch nicht mehr",
            "Er wurde gefragt und brachte seine Antwort nicht zu Ende, solange wir warteten. Ob er es später getan hätte, ist nicht bekannt.",
            "Versuchen Sie es später noch einmal. Für den Anbieter: Sehen Sie zu dieser Uhrzeit im Protokoll des Servers nach; langsamer Speicher und ein gesperrtes Postfach zeigen sich so."),
        [ProtocolViolation] = new(
            "Der Server antwortet regelwidrig",
            "Seine Antwort folgt nicht der Grammatik des Protokolls, deshalb werden manche E-Mail-Programme scheitern.",
            "Für den Anbieter: Aktualisieren Sie den Server, oder suchen Sie nach einem Proxy dazwischen, der die Antworten verändert."),
        [ResponseTooLarge] = new(
            "Die Antwort des Servers ist unverhältnismäßig lang",
            "Wir haben zu unserem Schutz aufgehört zu lesen. Ein gesunder Server antwortet nicht so.",
            "Für den Anbieter: Finden Sie heraus, woher diese Antwort kommt."),
        [ServerBusy] = new(
            "Der Server ist überlastet und weist uns ab",
            "Er antwortet, hat aber zu viel zu tun oder wird gerade gewartet. Seine Worte sind hier zitiert.",
            "Warten Sie einige Minuten, und versuchen Sie es noch einmal. Bleibt es dabei, fragen Sie Ihren Anbieter."),
        [GreetingSlow] = new(
            "Der Server braucht lange, bis er sich meldet",
            "Er funktioniert, lässt aber jedes E-Mail-Programm warten, bevor irgendetwas geschehen kann; manche geben auf.",
            "Für den Anbieter: Oft bleibt die Frage nach dem Namen des Rechners unbeantwortet (umgekehrte Namensauflösung), oder der Server hat zu viel zu tun."),
        [ServerAlert] = new(
            "Der Server hat eine Nachricht für Sie",
            "Damit sagen Mailserver, was ihre Benutzer wissen müssen. Die Worte sind die des Servers.",
            "Lesen Sie die zitierten Worte. Vielleicht kann auch Ihr Anbieter sie erklären."),
    };
}
