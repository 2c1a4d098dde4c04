using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>The mailbox, and what suits it.</summary>
internal static class MailboxEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [QuotaNearlyFull] = new(
            "Das Postfach ist fast voll",
            "Ist es ganz voll, gehen neue E-Mails an ihre Absender zurück.",
            "Löschen oder archivieren Sie alte E-Mails, große Anhänge zuerst, und leeren Sie den Papierkorb."),
        [QuotaFull] = new(
            "Das Postfach ist voll",
            "Neue E-Mails gehen jetzt wahrscheinlich an ihre Absender zurück.",
            "Löschen oder archivieren Sie noch heute alte E-Mails, große Anhänge zuerst, und leeren Sie den Papierkorb."),
        [SizeEstimated] = new(
            "Der Server hat die Größe des Postfachs nicht genannt",
            "Er zählt seine Ordner nicht zusammen, deshalb haben wir die Nachrichten addiert oder aus einem Teil hochgerechnet.",
            "Sie müssen nichts tun; nehmen Sie die Größe als guten Näherungswert."),
        [SizesDisagree] = new(
            "POP3 zeigt weniger als der Posteingang über IMAP",
            "Manche Anbieter zeigen über POP3 nur neuere oder noch nicht abgerufene E-Mails. Allein mit POP3 würde Ihnen der Rest fehlen.",
            "Bevor Sie sich für POP3 entscheiden, sehen Sie in den E-Mail-Einstellungen des Anbieters nach, welche Nachrichten POP3 abrufen darf."),
        [MailboxNotOpened] = new(
            "Das Postfach lässt sich nicht öffnen",
            "Die Anmeldung gelingt, Benutzername und Passwort stimmen also. Doch der Server weigert sich mit den hier zitierten Worten, das Postfach dahinter zu öffnen.",
            "Das Postfach muss beim Anbieter in Ordnung gebracht werden: Schicken Sie ihm die hier zitierte Zeile, und versuchen Sie es später noch einmal."),
        [FetchRefused] = new(
            "Der Server gibt keine Nachrichten heraus",
            "Das Postfach lässt sich öffnen, aber Nachrichten, die wir angefordert haben, kamen nicht. E-Mail-Programme zeigen dann vielleicht nur eine Liste der Nachrichten, oder gar nichts.",
            "Fragen Sie den Anbieter, und nennen Sie ihm die hier zitierte Zeile. Nutzen Sie bis dahin das andere Protokoll oder Webmail.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Fragen Sie den Anbieter mit der hier zitierten Zeile. Verwenden Sie bis dahin das Webmail.",
                [RemedyVariant.OnlyForNow] = "Warten Sie einige Stunden, höchstens einen Tag, und versuchen Sie es noch einmal: Nach seinen eigenen Worten verweigert der Server es nur vorerst. Bleibt es dabei, fragen Sie den Anbieter mit der hier zitierten Zeile.",
            },
        },
        [CountsDisagree] = new(
            "Der Server widerspricht sich beim Zählen",
            "Für dieselben Nachrichten nennt er verschiedene oder unmögliche Zahlen. Wir haben uns an das gehalten, was sich belegen ließ. E-Mail-Programme können Nachrichten übersehen.",
            "Sagen Sie es dem Anbieter: Wahrscheinlich ist ein Verzeichnis des Postfachs beschädigt oder veraltet."),
        [FoldersNotCounted] = new(
            "Nicht alle Ordner ließen sich zählen",
            "Einige Ordner haben nicht gesagt, wie viel sie enthalten, weil der Server es verweigerte oder zu langsam antwortete. Alle Summen sind deshalb Mindestwerte, und über den Rest ist nichts bekannt.",
            "Wird ein Ordner jedes Mal verweigert, bitten Sie den Anbieter, nachzusehen: Auch E-Mail-Programme kommen dort nicht hinein."),
        [FoldersNotListed] = new(
            "Der Server gibt die Liste der Ordner nicht heraus",
            "Der Posteingang öffnet sich, aber ein E-Mail-Programm erfährt nicht, welche Ordner es gibt. Es zeigt höchstens den Posteingang, und vielleicht meldet es einen Fehler.",
            "Fragen Sie den Anbieter mit der hier zitierten Zeile, ob E-Mail-Programme die Ordner dieses Kontos auflisten dürfen."),
        [MessagesUnreadable] = new(
            "Der Server führt Nachrichten auf, die er nicht herausgibt",
            "Nachrichten, die wir angefordert haben, hat er verweigert. An einer solchen Nachricht kann ein E-Mail-Programm bei jedem Abruf hängen bleiben, bevor es zu neueren kommt.",
            "Öffnen Sie das Postfach im Webmail des Anbieters, und löschen oder verschieben Sie, was sich dort nicht öffnen lässt. Sagen Sie dem Anbieter Bescheid.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.NothingWasRead] = "Löschen Sie nichts: Keine der Nachrichten, die wir angefordert haben, kam an. Sehen Sie nach, ob sie sich im Webmail öffnen lassen, und sagen Sie es dem Anbieter, der das Postfach reparieren muss.",
            },
        },
        [ImapNoIdle] = new(
            "Der Server meldet neue E-Mails nicht von sich aus",
            "Ohne IDLE findet das E-Mail-Programm neue E-Mails erst, wenn es nachsieht.",
            "Lassen Sie das E-Mail-Programm alle paar Minuten nachsehen."),
        [Pop3NoUidl] = new(
            "POP3 kann alte und neue Nachrichten nicht unterscheiden",
            "Der Server gibt den Nachrichten keine dauerhafte Kennung (UIDL), deshalb werden E-Mails, die auf dem Server bleiben, immer wieder abgerufen.",
            "Verwenden Sie IMAP. Mit POP3 lassen Sie keine Nachrichten auf dem Server.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Lassen Sie keine Nachrichten auf dem Server, und sichern Sie Ihre E-Mails. Für den Anbieter: Schalten Sie UIDL ein.",
            },
        },
        [Pop3ExpirePolicy] = new(
            "Der Server löscht E-Mails von sich aus",
            "Er kündigt an, Nachrichten nach der hier genannten Zeit zu entfernen, bei 0 Tagen sofort, wenn POP3 sie abgerufen hat. Was Sie bis dahin nicht anderswo gesichert haben, ist verloren.",
            "Sichern Sie Ihre E-Mails sofort und danach regelmäßig. Fragen Sie Ihren Anbieter, ob E-Mails, die über IMAP gelesen werden, länger aufbewahrt werden."),
        [FetchSlow] = new(
            "Das Abrufen von Nachrichten ist langsam",
            "Nachrichten kommen langsamer, als eine übliche Verbindung und ein üblicher Server sie liefern: Die Festplatten sind ausgelastet, Ihr Konto ist gedrosselt, oder die Verbindung dazwischen ist langsam.",
            "Es geht nichts verloren. Lassen Sie das E-Mail-Programm Nachrichten auf dem Gerät vorhalten, und fragen Sie den Anbieter nach Drosselungen."),
    };
}
