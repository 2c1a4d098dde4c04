using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The comparison of two reports, in German.</summary>
internal static class GermanCompare
{
    public static CompareWords Words { get; } = new()
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
