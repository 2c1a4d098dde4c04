using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>What stands around every page, and on the pages that only say something.</summary>
internal sealed record FrameWords
{
    public required string Tagline { get; init; }
    public required string SkipToContent { get; init; }
    public required string Start { get; init; }
    public required string History { get; init; }
    public required string Api { get; init; }
    public required string SignOut { get; init; }
    public required string LanguageLabel { get; init; }

    /// <summary>The page that asks for a key.</summary>
    public required string KeyTitle { get; init; }
    public required string KeyText { get; init; }
    public required string KeyUnknown { get; init; }
    public required string KeyLabel { get; init; }
    public required string KeyButton { get; init; }

    /// <summary>The page of a problem.</summary>
    public required string ReportGoneTitle { get; init; }
    public required string ReportGoneText { get; init; }
    public required string NotFoundText { get; init; }
    public required string OurFaultTitle { get; init; }
    public required string OurFaultText { get; init; }
    public required string Trace { get; init; }
    public required string BackToStart { get; init; }

    /// <summary>The words of a language.</summary>
    public static FrameWords Of(Language language) => language == Language.German ? German : English;

    private static FrameWords English { get; } = new()
    {
        Tagline = "POP3 or IMAP, answered from evidence",
        SkipToContent = "Skip to the content",
        Start = "New check",
        History = "History",
        Api = "API",
        SignOut = "Sign out",
        LanguageLabel = "Language",
        KeyTitle = "Sign in",
        KeyText = "This installation is closed to visitors. Enter the key that its operator has given you; it is kept in this browser for twelve hours.",
        KeyUnknown = "This key is not known here. Check it for missing characters, or ask the operator for a new one.",
        KeyLabel = "Key",
        KeyButton = "Sign in",
        ReportGoneTitle = "Report not found",
        ReportGoneText = "This report does not exist, or it has expired: reports are kept for a few days only. Run the check again; it takes seconds.",
        NotFoundText = "There is no such page.",
        OurFaultTitle = "This did not work",
        OurFaultText = "Something went wrong on our side, not on yours. Please try again. If it happens again, tell the operator this number:",
        Trace = "Trace",
        BackToStart = "To the start page",
    };

    private static FrameWords German { get; } = new()
    {
        Tagline = "POP3 oder IMAP – die Antwort aus Messwerten",
        SkipToContent = "Zum Inhalt springen",
        Start = "Neue Prüfung",
        History = "Verlauf",
        Api = "API",
        SignOut = "Abmelden",
        LanguageLabel = "Sprache",
        KeyTitle = "Anmelden",
        KeyText = "Diese Installation ist nicht öffentlich. Geben Sie den Schlüssel ein, den Sie vom Betreiber erhalten haben; er gilt in diesem Browser zwölf Stunden lang.",
        KeyUnknown = "Dieser Schlüssel ist hier nicht bekannt. Prüfen Sie, ob Zeichen fehlen, oder bitten Sie den Betreiber um einen neuen.",
        KeyLabel = "Schlüssel",
        KeyButton = "Anmelden",
        ReportGoneTitle = "Bericht nicht gefunden",
        ReportGoneText = "Diesen Bericht gibt es nicht, oder er ist abgelaufen: Berichte werden nur einige Tage aufbewahrt. Starten Sie die Prüfung neu; sie dauert nur Sekunden.",
        NotFoundText = "Diese Seite gibt es nicht.",
        OurFaultTitle = "Das hat nicht geklappt",
        OurFaultText = "Auf unserer Seite ist etwas schiefgegangen, nicht auf Ihrer. Bitte versuchen Sie es noch einmal. Kommt es wieder vor, nennen Sie dem Betreiber diese Nummer:",
        Trace = "Vorgang",
        BackToStart = "Zur Startseite",
    };
}
