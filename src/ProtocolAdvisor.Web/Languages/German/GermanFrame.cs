using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>What stands around every page, in German.</summary>
internal static class GermanFrame
{
    public static FrameWords Words { get; } = new()
    {
        Tagline = "POP3 oder IMAP: gemessen, nicht geraten",
        SkipToContent = "Zum Inhalt springen",
        Start = "Neue Prüfung",
        Invite = "Einladen",
        History = "Verlauf",
        Audits = "Sammelprüfungen",
        Api = "API",
        SignOut = "Abmelden",
        LanguageLabel = "Sprache",
        KeyTitle = "Anmelden",
        KeyText = "Diese Installation ist nicht öffentlich. Geben Sie den Schlüssel ein, den Sie vom Betreiber erhalten haben; er gilt in diesem Browser zwölf Stunden lang.",
        KeyUnknown = "Dieser Schlüssel ist hier nicht bekannt. Prüfen Sie, ob Zeichen fehlen, oder bitten Sie den Betreiber um einen neuen.",
        KeyLabel = "Schlüssel",
        KeyButton = "Anmelden",
        ReportGoneTitle = "Bericht nicht gefunden",
        ReportGoneText = "Diesen Bericht gibt es nicht, oder er ist abgelaufen: Berichte werden nur einige Tage aufbewahrt.",
        OurFaultTitle = "Das hat nicht geklappt",
        OurFaultText = "Auf unserer Seite ist etwas schiefgegangen, nicht auf Ihrer. Bitte versuchen Sie es noch einmal. Kommt es wieder vor, nennen Sie dem Betreiber diese Nummer:",
        Trace = "Vorgang",
        BackToStart = "Zur Startseite",
    };
}
