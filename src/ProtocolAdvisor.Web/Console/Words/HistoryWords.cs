using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words of the history. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record HistoryWords
{
    public required string Title { get; init; }
    public required string Search { get; init; }
    public required string SearchButton { get; init; }
    public required string Empty { get; init; }
    public required string EmptyHint { get; init; }
    public required string Begin { get; init; }
    public required string NoMatch { get; init; }
    public required string All { get; init; }
    public required string When { get; init; }
    public required string Account { get; init; }
    public required string Advice { get; init; }
    public required string Blocking { get; init; }
    public required string Choose { get; init; }
    public required string Compare { get; init; }
    public required string CompareHint { get; init; }
    public required string Older { get; init; }
    public required string None { get; init; }

    /// <summary>The words of a language.</summary>
    public static HistoryWords In(Language language) => language == Language.German ? German : English;

    private static HistoryWords English { get; } = new()
    {
        Title = "Recent reports",
        Search = "Domain",
        SearchButton = "Search",
        Empty = "There are no reports yet.",
        EmptyHint = "Each check leaves its report here until it expires. Begin with a mail address.",
        Begin = "Check an account",
        NoMatch = "No report is kept for “{domain}”.",
        All = "Show all",
        When = "When",
        Account = "Account",
        Advice = "Advice",
        Blocking = "To fix",
        Choose = "Choose for the comparison: {subject}, {instant}",
        Compare = "Compare the two chosen",
        CompareHint = "Choose two reports to see what has changed between them.",
        Older = "Older reports",
        None = "neither",
    };

    private static HistoryWords German { get; } = new()
    {
        Title = "Letzte Berichte",
        Search = "Domain",
        SearchButton = "Suchen",
        Empty = "Es gibt noch keine Berichte.",
        EmptyHint = "Jede Prüfung hinterlässt hier ihren Bericht, bis er abläuft. Beginnen Sie mit einer E-Mail-Adresse.",
        Begin = "Ein Konto prüfen",
        NoMatch = "Für „{domain}“ ist kein Bericht aufbewahrt.",
        All = "Alle anzeigen",
        When = "Wann",
        Account = "Konto",
        Advice = "Empfehlung",
        Blocking = "Zu beheben",
        Choose = "Für den Vergleich wählen: {subject}, {instant}",
        Compare = "Die beiden gewählten vergleichen",
        CompareHint = "Wählen Sie zwei Berichte, um zu sehen, was sich zwischen ihnen geändert hat.",
        Older = "Ältere Berichte",
        None = "keines",
    };
}
