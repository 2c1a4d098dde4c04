using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words of the comparison of two reports. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record CompareWords
{
    public required string Title { get; init; }
    public required string OnlyChanges { get; init; }
    public required string NothingChanged { get; init; }
    public required string Everything { get; init; }
    public required string Report { get; init; }
    public required string Account { get; init; }
    public required string Advice { get; init; }
    public required string Findings { get; init; }
    public required string Reachable { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string Absent { get; init; }
    public required string SignIn { get; init; }
    public required string RoundTrip { get; init; }
    public required string Whole { get; init; }
    public required string Tls { get; init; }
    public required string Certificate { get; init; }
    public required string CertificateText { get; init; }
    public required string Capabilities { get; init; }
    public required string Messages { get; init; }
    public required string Bytes { get; init; }
    public required string Fetch { get; init; }
    public required string Earlier { get; init; }
    public required string Later { get; init; }
    public required string Changed { get; init; }

    /// <summary>The words of a language.</summary>
    public static CompareWords In(Language language) => language == Language.German ? German : English;

    private static CompareWords English { get; } = new()
    {
        Title = "Two reports side by side",
        OnlyChanges = "What has changed",
        NothingChanged = "Nothing has changed but the times.",
        Everything = "Everything",
        Report = "The report",
        Account = "Account",
        Advice = "Advice",
        Findings = "Noticed",
        Reachable = "Can be used",
        Yes = "yes",
        No = "no",
        Absent = "not looked at",
        SignIn = "Sign-in",
        RoundTrip = "Response time",
        Whole = "All steps together",
        Tls = "Encryption",
        Certificate = "Certificate",
        CertificateText = "{name}, by {issuer}, until {day}",
        Capabilities = "Abilities",
        Messages = "Messages",
        Bytes = "Size",
        Fetch = "Fetching one message",
        Earlier = "Earlier",
        Later = "Later",
        Changed = "changed",
    };

    private static CompareWords German { get; } = new()
    {
        Title = "Zwei Berichte nebeneinander",
        OnlyChanges = "Was sich geändert hat",
        NothingChanged = "Außer den Zeiten hat sich nichts geändert.",
        Everything = "Alles",
        Report = "Der Bericht",
        Account = "Konto",
        Advice = "Empfehlung",
        Findings = "Aufgefallen",
        Reachable = "Benutzbar",
        Yes = "ja",
        No = "nein",
        Absent = "nicht geprüft",
        SignIn = "Anmeldung",
        RoundTrip = "Antwortzeit",
        Whole = "Alle Schritte zusammen",
        Tls = "Verschlüsselung",
        Certificate = "Zertifikat",
        CertificateText = "{name}, von {issuer}, bis {day}",
        Capabilities = "Fähigkeiten",
        Messages = "Nachrichten",
        Bytes = "Größe",
        Fetch = "Abholen einer Nachricht",
        Earlier = "Früher",
        Later = "Später",
        Changed = "geändert",
    };
}
