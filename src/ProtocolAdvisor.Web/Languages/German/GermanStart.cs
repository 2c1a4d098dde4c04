using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The start page, in German.</summary>
internal static class GermanStart
{
    public static StartWords Words { get; } = new()
    {
        Title = "Ein E-Mail-Konto prüfen",
        Lead = "Sie sehen, ob es geht, was zu beheben ist und ob IMAP oder POP3 besser passt, mit allen Einstellungen.",
        Wrong = "Bitte sehen Sie sich die markierten Felder noch einmal an.",
        Address = "E-Mail-Adresse, Domain oder Mailserver",
        AddressHint = "Zum Beispiel erika@example.com, example.com oder mail.example.com. Fügen Sie sie ein, wie sie ist.",
        Password = "Passwort",
        PasswordHint = "Kann leer bleiben: Dann werden die Server geprüft, nicht aber das Postfach. Es geht nur verschlüsselt an den Mailserver und wird nicht gespeichert.",
        PasswordAgain = "Bitte geben Sie das Passwort noch einmal ein: Es wird nie aufbewahrt.",
        Cancelled = "Die Prüfung wurde abgebrochen, und nichts davon wird aufbewahrt. Ihre Eingaben sind noch da, außer dem Passwort.",
        More = "Eigener Benutzername oder Server",
        Username = "Benutzername",
        UsernameHint = "Nur wenn er nicht die E-Mail-Adresse ist.",
        Server = "Mailserver",
        ServerHint = "Nur wenn er bekannt ist und nicht gesucht werden soll.",
        Use = "Mehr dazu, wie es genutzt wird",
        UseHint = "Jede Antwort macht die Empfehlung zuverlässiger. Alle lassen sich später ändern, ohne dass neu geprüft wird.",
        Check = "Konto prüfen",
        NotSaid = "Nicht bekannt",
        Yes = "Ja",
        No = "Nein",
        Questions = new Dictionary<string, string>
        {
            ["usage.today"] = "Wie ist es jetzt eingerichtet?",
            ["usage.devices"] = "Auf wie vielen Geräten wird die Mail gelesen?",
            ["usage.people"] = "Wie viele Personen lesen sie?",
            ["usage.webmail"] = "Wird auch Webmail genutzt?",
            ["usage.offlineReading"] = "Muss die Mail ohne Verbindung lesbar sein?",
            ["usage.serverFolders"] = "Wird die Mail auf dem Server in Ordner sortiert?",
            ["usage.priority"] = "Was ist wichtiger?",
            ["usage.backup"] = "Wird das Gerät gesichert?",
            ["usage.newMessagesPerDay"] = "Neue Nachrichten am Tag",
            ["usage.link.roundTripMs"] = "Ihr Internetanschluss: Antwortzeit in ms",
            ["usage.link.downMbit"] = "Ihr Internetanschluss: Download in Mbit/s",
            ["usage.link.upMbit"] = "Ihr Internetanschluss: Upload in Mbit/s",
        },
        Answers = new Dictionary<string, IReadOnlyList<(string, string)>>
        {
            ["usage.today"] = [("pop3", "Mit POP3"), ("imap", "Mit IMAP"), ("none", "Noch nicht")],
            ["usage.priority"] = [("speed", "Tempo auf einem Gerät"), ("flexibility", "Überall dieselbe Mail")],
            ["usage.backup"] = [("none", "Zurzeit nicht"), ("regular", "Regelmäßig"), ("impossible", "Geht nicht")],
        },
    };
}
