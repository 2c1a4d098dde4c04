using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>What the advice rests on, in German.</summary>
internal static class GermanMeaning
{
    public static MeaningWords Words { get; } = new()
    {
        Advice = "Was zu verwenden ist, und warum",
        Deciding = "Diese Antworten entscheiden",
        DecidingHint = "Wählen Sie eine andere Antwort, und die Empfehlung folgt sofort, aus dem, was gemessen wurde.",
        More = "Weitere Fragen",
        Questions = new Dictionary<string, string>
        {
            ["usage.devices"] = "Geräte, auf denen gelesen wird",
            ["usage.people"] = "Personen, die lesen",
            ["usage.webmail"] = "Auch Webmail?",
            ["usage.priority"] = "Was ist wichtiger?",
        },
        Numbers = new Dictionary<string, IReadOnlyList<string>>
        {
            ["usage.devices"] = ["eines", "zwei", "drei oder mehr"],
            ["usage.people"] = ["eine", "mehrere"],
        },
        NotSaid = "nicht bekannt",
        Meaning = "Was das für Sie bedeutet",
        Line = "Über welchen Internetanschluss?",
        AsMeasured = "wie von hier gemessen",
        OwnFigures = "eigene Zahlen",
        Lines = new Dictionary<UsualLine, string>
        {
            [UsualLine.Fibre] = "Glasfaser",
            [UsualLine.Cable] = "Kabel",
            [UsualLine.Dsl] = "DSL 16",
            [UsualLine.Mobile] = "4G",
            [UsualLine.Hotel] = "Hotel",
        },
        Picture = "In einem Maßstab",
        ForMailbox = "Für dieses Postfach, Punkt für Punkt",
        InPop3 = "auch über POP3 zu sehen",
        OnlyInImap = "nur über IMAP",
        Used = "belegt",
        Free = "frei",
        Evidence = "Woher wir das wissen",
        EvidenceHint = "Jeder geprüfte Server, was er sagte, wie lange es dauerte und woher sein Name kam.",
        Contents = "Teile der Belege",
        Certificates = "Zertifikate",
        Measured = "Was gemessen wurde",
        Groups = new Dictionary<StepGroup, string>
        {
            [StepGroup.Reach] = "Server erreichen",
            [StepGroup.Secure] = "Verschlüsseln",
            [StepGroup.Enter] = "Begrüßung und Anmeldung",
            [StepGroup.Work] = "im Postfach",
        },
        Failed = "hier gescheitert",
        SinceStart = "Jeder Balken ist ein Server. Alle haben einen Maßstab, der mit der Prüfung beginnt und nach {time} endet.",
    };
}
