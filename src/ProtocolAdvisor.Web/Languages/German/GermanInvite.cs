using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Web.Invites;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>Einladungen, auf Deutsch.</summary>
internal static class GermanInvite
{
    public static InviteWords Words { get; } = new()
    {
        Title = "Einen Kunden einladen",
        Lead = "Erstellen Sie einen Link, mit dem Ihr Kunde das Passwort eingibt, ohne dass Sie es sehen. Der Bericht öffnet sich für Sie beide.",
        Address = "E-Mail-Adresse des Kunden",
        AddressHint = "Das Konto, das geprüft werden soll.",
        From = "Wer fragt",
        FromHint = "Das liest der Kunde, zum Beispiel: Kundendienst Beispiel-Hosting, Frau Muster.",
        Note = "Notiz",
        NoteHint = "Nur für Sie: etwa eine Ticketnummer. Sie steht am Bericht, und der Verlauf findet sie.",
        Make = "Link erstellen",
        MadeTitle = "Der Link ist fertig",
        MadeText = "Schicken Sie ihn dem Inhaber von {account}. Er gilt einmal, bis {instant}. Er wird nur jetzt gezeigt: wer ihn hat, kann ihn benutzen.",
        Link = "Der Link",
        Copy = "Kopieren",
        Copied = "Kopiert",
        Mail = "E-Mail schreiben",
        MailSubject = "Prüfung von {account}: bitte das Passwort selbst eingeben",
        MailText = "Guten Tag,\n\nwir möchten Ihr E-Mail-Konto {account} mit Ihnen prüfen. Bitte öffnen Sie diesen Link und geben Sie das Passwort dort ein, statt es uns zu nennen. Der Prüfdienst gibt es verschlüsselt an Ihren Mailserver weiter und speichert es nicht; wir können es nicht sehen.\n\n{link}\n\nDer Link gilt einmal, bis {instant}. Im Zweifel rufen Sie uns an, bevor Sie ihn benutzen.",
        Message = "Ein Text zum Verschicken",
        Revoke = "Link zurückziehen",
        ToHistory = "Zum Verlauf",
        AskTitle = "Prüfen Sie Ihr E-Mail-Konto",
        AskText = "{from} möchte {account} mit Ihrer Hilfe prüfen. Bitte geben Sie das Passwort ein.",
        Somebody = "Der Kundendienst dieses Dienstes",
        Password = "Passwort Ihres E-Mail-Kontos",
        PasswordHint = "Das, das Sie in Ihr E-Mail-Programm eingeben.",
        Check = "Mein Konto prüfen",
        Promises =
        [
            "Dieser Dienst gibt das Passwort nur für diese Prüfung verschlüsselt an Ihren Mailserver weiter. Es wird nicht gespeichert, und wer Ihnen den Link geschickt hat, kann es nicht sehen.",
            "Ihr Postfach bleibt, wie es ist. Größe und Geschwindigkeit werden gemessen; was in Ihren Nachrichten steht, wird nicht aufbewahrt.",
            "Den Bericht können Sie lesen, wer Sie darum gebeten hat und wer den Link dazu bekommt.",
            "Haben Sie diesen Link nicht erwartet? Dann schließen Sie die Seite und geben Sie nichts ein.",
        ],
        UnknownTitle = "Dieser Link ist nicht bekannt",
        UnknownText = "Prüfen Sie, ob der ganze Link kopiert wurde. Vergangene Links sind nach einer Woche vergessen: Bitten Sie um einen neuen.",
        RunningTitle = "Die Prüfung läuft schon",
        RunningText = "Der Link ist eben in einem anderen Fenster benutzt worden. Dort erscheint der Bericht.",
        Over = new Dictionary<InviteState, (string, string)>
        {
            [InviteState.Pending] = ("Dieser Link lässt sich nicht öffnen", "Eine andere Installation hat ihn erstellt, oder ihre Schlüssel wurden ersetzt. Bitten Sie um einen neuen."),
            [InviteState.Used] = ("Dieser Link ist schon benutzt", "Er gilt nur einmal. Soll die Prüfung wiederholt werden, bitten Sie um einen neuen Link."),
            [InviteState.Revoked] = ("Dieser Link wurde zurückgezogen", "Wer ihn geschickt hat, hat ihn ungültig gemacht. Bitten Sie um einen neuen."),
            [InviteState.Expired] = ("Dieser Link ist abgelaufen", "Er galt 24 Stunden. Bitten Sie um einen neuen."),
        },
        Pending = "Eingeladen, noch nicht geprüft",
        GoodUntil = "bis",
        RevokeOf = "Link zurückziehen: {account}",
    };
}
