using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The start page's words, and the questions that the report's page asks again.</summary>
internal sealed record StartWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Wrong { get; init; }
    public required string Address { get; init; }
    public required string AddressHint { get; init; }
    public required string Password { get; init; }
    public required string PasswordHint { get; init; }
    public required string More { get; init; }
    public required string Username { get; init; }
    public required string UsernameHint { get; init; }
    public required string Server { get; init; }
    public required string ServerHint { get; init; }
    public required string Use { get; init; }
    public required string UseHint { get; init; }
    public required string Check { get; init; }

    public required string NotSaid { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }

    /// <summary>The questions, by their field.</summary>
    public required IReadOnlyDictionary<string, string> Questions { get; init; }

    /// <summary>The answers that can be chosen, by field and value.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<(string Value, string Text)>> Answers { get; init; }

    /// <summary>The words of a language.</summary>
    public static StartWords Of(Language language) => language == Language.German ? German : English;

    private static StartWords English { get; } = new()
    {
        Title = "Check a mail account",
        Lead = "Enter the mail address. We look for its servers, try POP3 and IMAP, measure both, and say which one to use, with which settings, and what is wrong where something is.",
        Wrong = "Please look at the marked fields again.",
        Address = "Mail address or mail server",
        AddressHint = "For example jane@example.com, or mail.example.com",
        Password = "Password",
        PasswordHint = "May stay empty: then the servers are checked, but not the mailbox. It goes only to the mail server, encrypted, and is not stored.",
        More = "Own user name or server",
        Username = "User name",
        UsernameHint = "Only where it is not the mail address.",
        Server = "Mail server",
        ServerHint = "Only where it is known and shall not be looked for.",
        Use = "How is the mailbox used?",
        UseHint = "Every answer makes the advice surer. All of them can be changed later, without another check.",
        Check = "Check the account",
        NotSaid = "Not known",
        Yes = "Yes",
        No = "No",
        Questions = new Dictionary<string, string>
        {
            ["usage.devices"] = "On how many devices is the mail read?",
            ["usage.people"] = "How many people read it?",
            ["usage.webmail"] = "Is webmail used as well?",
            ["usage.offlineReading"] = "Must mail be readable without a connection?",
            ["usage.serverFolders"] = "Is mail sorted into folders on the server?",
            ["usage.priority"] = "What matters more?",
            ["usage.backup"] = "Is the device backed up?",
            ["usage.newMessagesPerDay"] = "New messages a day",
            ["usage.link.roundTripMs"] = "Own line: response time in ms",
            ["usage.link.downMbit"] = "Own line: download in Mbit/s",
        },
        Answers = new Dictionary<string, IReadOnlyList<(string, string)>>
        {
            ["usage.priority"] = [("speed", "Speed on one device"), ("flexibility", "The same mail everywhere")],
            ["usage.backup"] = [("none", "Not now"), ("regular", "Regularly"), ("impossible", "Cannot be")],
        },
    };

    private static StartWords German { get; } = new()
    {
        Title = "Ein E-Mail-Konto prüfen",
        Lead = "Geben Sie die E-Mail-Adresse ein. Wir suchen die Server, probieren POP3 und IMAP aus, messen beide und sagen, welches Protokoll mit welchen Einstellungen das richtige ist – und was nicht stimmt, wenn etwas nicht stimmt.",
        Wrong = "Bitte sehen Sie sich die markierten Felder noch einmal an.",
        Address = "E-Mail-Adresse oder Mailserver",
        AddressHint = "Zum Beispiel erika@example.com oder mail.example.com",
        Password = "Passwort",
        PasswordHint = "Kann leer bleiben: Dann werden die Server geprüft, nicht aber das Postfach. Es geht nur verschlüsselt an den Mailserver und wird nicht gespeichert.",
        More = "Eigener Benutzername oder Server",
        Username = "Benutzername",
        UsernameHint = "Nur wenn er nicht die E-Mail-Adresse ist.",
        Server = "Mailserver",
        ServerHint = "Nur wenn er bekannt ist und nicht gesucht werden soll.",
        Use = "Wie wird das Postfach genutzt?",
        UseHint = "Jede Antwort macht die Empfehlung sicherer. Alle lassen sich später ändern, ohne dass neu geprüft wird.",
        Check = "Konto prüfen",
        NotSaid = "Nicht bekannt",
        Yes = "Ja",
        No = "Nein",
        Questions = new Dictionary<string, string>
        {
            ["usage.devices"] = "Auf wie vielen Geräten wird die Mail gelesen?",
            ["usage.people"] = "Wie viele Personen lesen sie?",
            ["usage.webmail"] = "Wird auch Webmail genutzt?",
            ["usage.offlineReading"] = "Muss die Mail ohne Verbindung lesbar sein?",
            ["usage.serverFolders"] = "Wird die Mail auf dem Server in Ordner sortiert?",
            ["usage.priority"] = "Was ist wichtiger?",
            ["usage.backup"] = "Wird das Gerät gesichert?",
            ["usage.newMessagesPerDay"] = "Neue Nachrichten am Tag",
            ["usage.link.roundTripMs"] = "Eigene Leitung: Antwortzeit in ms",
            ["usage.link.downMbit"] = "Eigene Leitung: Download in Mbit/s",
        },
        Answers = new Dictionary<string, IReadOnlyList<(string, string)>>
        {
            ["usage.priority"] = [("speed", "Tempo auf einem Gerät"), ("flexibility", "Überall dieselbe Mail")],
            ["usage.backup"] = [("none", "Zurzeit nicht"), ("regular", "Regelmäßig"), ("impossible", "Geht nicht")],
        },
    };
}
