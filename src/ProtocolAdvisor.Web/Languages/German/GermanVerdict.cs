using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The report page's beginning in German.</summary>
internal static class GermanVerdict
{
    public static VerdictWords Words { get; } = new()
    {
        Actions = "Was Sie mit diesem Bericht tun können",
        Again = "Erneut prüfen",
        ForCustomer = "Für den Kunden",
        CopyLink = "Link kopieren",
        Print = "Drucken",
        Compare = "Vergleichen",
        Delete = "Löschen",
        Tiles = "Auf einen Blick",
        Sending = "Senden",
        SignIn = "Anmeldung",
        Published = "Veröffent\u00ADlichte Ein\u00ADstellungen",
        Mailbox = "Postfach",
        Works = "funktioniert",
        Answers = "antwortet",
        WorksNot = "funktioniert nicht",
        NotKnown = "nicht bekannt",
        NoServer = "kein Server bekannt",
        NotTested = "nicht geprüft",
        Accepted = "angenommen",
        Refused = "abgelehnt",
        RefusedForNow = "vorerst abgelehnt",
        Unanswered = "keine Antwort",
        HeldBack = "vorsorglich ausgesetzt",
        NotTried = "nicht versucht",
        DoesNotOpen = "öffnet sich nicht",
        NothingFetched = "keine Nachricht abrufbar",
        NotLookedFor = "nicht gesucht",
        NothingPublished = "keine gefunden",
        Agree = "stimmen überein",
        FoundOnce = "gefunden",
        Contradict = "widersprechen sich",
        Sources = "{n:number} {n:Quelle|Quellen}",
        Differences = "{n:number} {n:Unterschied|Unterschiede}",
        Messages = "{n:number} {n:Nachricht|Nachrichten}",
        OfQuota = "{share}\u00A0% von {limit}",
        OfMessages = "{used:number} von {limit:number} {limit:Nachricht|Nachrichten}",
        WithPassword = "mit Passwort erneut prüfen",
        MakeSurer = "was Klarheit bringt",
        AllPlaces = "Alle {n:number} Stellen",
        Code = "Code",
    };
}
