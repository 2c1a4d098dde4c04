using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The audits, in German.</summary>
internal static class GermanAudits
{
    public static AuditWords Words { get; } = new()
    {
        Title = "Sammelprüfungen",
        Lead = "Viele Domains auf einmal prüfen, ohne Passwörter: welche Einstellungen nicht mehr funktionieren und was sich seit dem letzten Mal geändert hat.",
        New = "Neue Sammelprüfung",
        List = "Domains, Adressen oder Mailserver",
        ListHint = "Je Zeile eine, oder Zellen aus einer Tabelle einfügen. Eine Adresse steht für ihre Domain.",
        File = "Oder eine Datei",
        FileHint = "Eine Textdatei, oder CSV mit einer Kopfzeile: „domain“, „email“, „host“ oder „subject“ und, wenn Sie möchten, „reference“. Bis zu 100.000 Zeilen.",
        Name = "Name",
        NameHint = "Woran Sie sie wiedererkennen. Ohne Namen heißt sie nach dem heutigen Tag.",
        Repeat = "Wiederholen",
        RepeatHint = "Jeder neue Lauf sagt, was sich seit dem vorigen geändert hat.",
        Never = "Nie",
        EveryDay = "Jeden Tag",
        EveryDays = "Alle {days} Tage",
        Use = "Wie die Postfächer genutzt werden",
        UseHint = "Was für die ganze Liste gilt. Die Empfehlung für jeden Eintrag folgt daraus.",
        Begin = "Sammelprüfung beginnen",
        Wrong = "Die Liste wurde nicht angenommen. Nichts davon ist gespeichert; berichtigen Sie diese Zeilen und senden Sie sie noch einmal:",
        NothingGiven = "Geben Sie eine Liste ein oder wählen Sie eine Datei.",
        TwoGiven = "Geben Sie entweder eine Liste oder eine Datei an, nicht beides.",
        When = "Begonnen",
        Subjects = "Einträge",
        State = "Zustand",
        Older = "Ältere Sammelprüfungen",
        States = new Dictionary<AuditState, string>
        {
            [AuditState.Running] = "Läuft",
            [AuditState.Paused] = "Angehalten",
            [AuditState.Done] = "Fertig",
        },
        Holds = new Dictionary<AuditHold, string>
        {
            [AuditHold.Resolver] = "Wartet: Die Nameserver dieses Dienstes antworten nicht. Es geht von selbst weiter, sobald sie es tun; nichts geht verloren.",
            [AuditHold.Storage] = "Wartet: Ergebnisse können gerade nicht geschrieben werden. Es geht von selbst weiter, sobald es möglich ist; nichts geht verloren.",
        },
        Found = new Dictionary<AuditedState, string>
        {
            [AuditedState.Waiting] = "Noch nicht geprüft",
            [AuditedState.Works] = "Funktioniert",
            [AuditedState.ToMend] = "Funktioniert, etwas ist zu beheben",
            [AuditedState.DoesNotWork] = "Funktioniert nicht",
            [AuditedState.CouldNotFindOut] = "Kein klares Ergebnis",
        },
        Progress = "{done:number} von {total:number} geprüft",
        Rate = "{n:number} in der Minute",
        ExpectedEnd = "fertig etwa",
        NextAt = "Nächster Lauf",
        ExpiresAt = "Aufbewahrt bis",
        Refresh = "Neuesten Stand zeigen",
        Pause = "Anhalten",
        Resume = "Fortsetzen",
        Changes = "Was sich geändert hat",
        Table = "Tabelle (CSV)",
        Lines = "JSON-Zeilen",
        Delete = "Diese Sammelprüfung löschen",
        DeleteSure = "Alle Ergebnisse werden entfernt, und sie wird nicht mehr wiederholt. Das lässt sich nicht rückgängig machen.",
        DeleteNow = "Jetzt löschen",
        ByState = "Nach Zustand",
        Findings = "Was behoben werden sollte, das Häufigste zuerst",
        NoFindings = "Bisher ist nichts zu beheben.",
        Finding = "Befund",
        Hosts = "Mailserver, nach der Zahl der Einträge",
        Host = "Mailserver",
        MoreHosts = "{n:number} {n:weiterer|weitere} Mailserver: Die Tabelle hat alle.",
        MoreFindings = "Weitere Befunde",
        Results = "Ergebnisse",
        Subject = "Eintrag",
        Reference = "Referenz",
        ToMend = "Zu beheben",
        Advice = "Empfehlung",
        Neither = "keines",
        Any = "Alle",
        Domain = "Name enthält",
        Show = "Anzeigen",
        ShowAll = "Alle anzeigen",
        NoMatch = "Kein Eintrag passt.",
        Further = "Weitere Einträge",
        BackToAudit = "Zurück zur Sammelprüfung",
        Compared = "{compared:number} {compared:Eintrag wurde|Einträge wurden} verglichen; bei {changed:number} davon hat sich etwas geändert.",
        NothingChanged = "Es hat sich nichts geändert.",
        ComparedWith = "Verglichen mit",
        Choose = "Mit einer anderen Sammelprüfung vergleichen",
        NothingToCompare = "Es gibt keine frühere Sammelprüfung, mit der diese verglichen werden könnte.",
        Appeared = "Neu",
        Mended = "Behoben",
        Added = "Nur in dieser Sammelprüfung",
        Gone = "Nur in der früheren Sammelprüfung",
        Otherwise = "Weitere Unterschiede",
        Parts = new Dictionary<ChangedPart, string>
        {
            [ChangedPart.State] = "Zustand",
            [ChangedPart.Protocol] = "Empfehlung",
            [ChangedPart.MailHost] = "Mailserver",
            [ChangedPart.Settings] = "Einstellungen",
            [ChangedPart.Endpoints] = "verwendbare Server",
            [ChangedPart.Certificate] = "Zertifikat",
        },
        Kinds = new Dictionary<ChangeKind, string>
        {
            [ChangeKind.Changed] = "geändert",
            [ChangeKind.Added] = "nur in dieser Sammelprüfung",
            [ChangeKind.Gone] = "nur in der früheren Sammelprüfung",
        },
    };
}
