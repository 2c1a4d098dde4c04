using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The comparison of two reports, in German.</summary>
internal static class GermanCompare
{
    public static CompareWords Words { get; } = new()
    {
        Title = "Was sich geändert hat",
        State = "Wie es steht",
        Appeared = "Neue Probleme",
        Mended = "Behoben",
        NotLookedAt = "Fiel damals auf und wurde diesmal nicht geprüft",
        NotKnownThen = "Fällt jetzt auf und war beim vorigen Mal nicht bekannt",
        Servers = "Server",
        Certificates = "Neue Zertifikate",
        Settings = "Einzutragende Einstellungen",
        Mailbox = "Postfach",
        NewServer = "Neu: {server}",
        GoneServer = "Nicht mehr da: {server}",
        UnseenServer = "Diesmal nicht geprüft: {server}",
        UnseenServerThen = "Beim vorigen Mal nicht geprüft: {server}",
        NowUsable = "Funktioniert jetzt: {server}",
        NowUnusable = "Funktioniert nicht mehr: {server}",
        Until = "bis {day}",
        AccountsDiffer = "Das sind Berichte zweier Konten: {one} und {other}. Was sich unterscheidet, muss keine Änderung sein.",
        MaskedHint = "Adressen werden verkürzt aufbewahrt: zwei Personen können hier gleich aussehen.",
        Details = "Jeder Unterschied, Wert für Wert",
        OnlyChanges = "Unterschiede",
        NothingChanged = "Außer den Zeiten hat sich nichts geändert.",
        NothingWeighty = "Nichts Wichtiges hat sich geändert. Die Tabelle unten zeigt, was trotzdem anders ist.",
        Everything = "Alles",
        Report = "Der Bericht",
        Account = "Konto",
        Advice = "Empfehlung",
        Findings = "Aufgefallen",
        Reachable = "Verwendbar",
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
