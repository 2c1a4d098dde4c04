using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The history, in German.</summary>
internal static class GermanHistory
{
    public static HistoryWords Words { get; } = new()
    {
        Title = "Letzte Berichte",
        Search = "Konto, Domain oder Notiz",
        State = "Zustand",
        AnyState = "Alle",
        Result = "Ergebnis",
        NoMatchOfState = "Kein Bericht in diesem Zustand ist aufbewahrt.",
        SearchButton = "Suchen",
        Empty = "Es gibt noch keine Berichte.",
        EmptyHint = "Jede Prüfung hinterlässt hier ihren Bericht, bis er abläuft. Beginnen Sie mit einer E-Mail-Adresse.",
        Begin = "Ein Konto prüfen",
        NoMatch = "Für „{domain}“ ist kein Bericht aufbewahrt.",
        All = "Alle anzeigen",
        When = "Wann",
        Account = "Konto",
        Advice = "Empfehlung",
        Blocking = "Muss behoben werden",
        Choose = "Für den Vergleich wählen: {subject}, {instant}",
        Compare = "Die beiden gewählten vergleichen",
        CompareHint = "Wählen Sie zwei Berichte, um zu sehen, was sich zwischen ihnen geändert hat.",
        CompareBefore = "Mit letzter Prüfung vergleichen",
        Note = "Notiz",
        NoteHint = "Nur für Sie: etwa eine Ticketnummer. Der Verlauf findet sie.",
        NoteSave = "Notiz speichern",
        Older = "Ältere Berichte",
        None = "keines",
    };
}
