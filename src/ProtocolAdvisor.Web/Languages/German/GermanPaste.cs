using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>What was understood of a paste, in German.</summary>
internal static class GermanPaste
{
    public static PasteWords Words { get; } = new()
    {
        Mailbox = "E-Mail-Adresse:",
        Domain = "Mail-Domain:",
        Server = "Mailserver:",
        MailboxHint = "Mit dem Passwort wird auch das Postfach selbst gemessen.",
        DomainHint = "Geprüft werden die veröffentlichten Einstellungen und die Server. Ein Postfach gibt es hier nicht, also auch kein Passwort.",
        ServerHint = "Die üblichen Ports werden probiert. Um ein Postfach zu messen, geben Sie auch Benutzernamen und Passwort an.",
        EndpointHint = "Nur dieser Port wird probiert, mit {protocol} ({security}).",
        Confirm = "Ein Teil des Textes wurde weggelassen oder musste erraten werden. Ist das gemeint? Dann wählen Sie „{button}“. Wenn nicht, berichtigen Sie es oben.",
        DidYouMean = "Meinten Sie {meant}?",
        Instead = "Stattdessen {subject} prüfen",
        AsDomain = "{subject} ist eine Mail-Domain",
        Several = "Darin steht mehr als eine Angabe. Welche soll geprüft werden?",
        WhichProtocol = "Welches Protokoll verwendet der Server auf diesem Port?",
        One = "{subject} prüfen",
        Faults = new Dictionary<PasteFault, string>
        {
            [PasteFault.Empty] = "Geben Sie eine E-Mail-Adresse, eine Mail-Domain oder einen Mailserver ein.",
            [PasteFault.TooLong] = "Das ist zu lang für eine Adresse. Kürzen Sie es auf die Adresse allein.",
            [PasteFault.DomainMissing] = "Fehlt die @Domain? Eine ganze Adresse sieht so aus: erika@example.com.",
            [PasteFault.EndingMissing] = "Fehlt die Endung, etwa .de? Eine ganze Adresse sieht so aus: erika@example.com.",
            [PasteFault.SeveralAts] = "Eine Adresse hat nur ein @. Streichen Sie das andere.",
            [PasteFault.Masked] = "So verbergen Berichte eine Adresse. Geben Sie die ganze Adresse ein.",
            [PasteFault.UnfitCharacter] = "Das kann in keiner Adresse und keinem Servernamen stehen; streichen Sie es: {characters}",
            [PasteFault.Unreadable] = "Darin steht keine Adresse, keine Domain und kein Server. Streichen Sie alles bis auf die Adresse, etwa erika@example.com.",
            [PasteFault.Several] = "Darin steht mehr als eine Angabe. Streichen Sie alle bis auf eine.",
            [PasteFault.ProtocolMissing] = "Dieser Port sagt nicht, für welches Protokoll er ist. Schreiben Sie imaps:// oder pop3s:// vor den Server.",
        },
    };
}
