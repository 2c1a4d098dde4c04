using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>What the advice rests on, in English.</summary>
internal static class EnglishMeaning
{
    public static MeaningWords Words { get; } = new()
    {
        Advice = "What to use, and why",
        Deciding = "These answers decide",
        DecidingHint = "Choose another answer, and the advice follows at once, from what was measured.",
        More = "More questions",
        Questions = new Dictionary<string, string>
        {
            ["usage.devices"] = "Devices that read the mail",
            ["usage.people"] = "People who read it",
            ["usage.webmail"] = "Webmail as well?",
            ["usage.priority"] = "What matters more?",
        },
        Numbers = new Dictionary<string, IReadOnlyList<string>>
        {
            ["usage.devices"] = ["one", "two", "three or more"],
            ["usage.people"] = ["one", "several"],
        },
        NotSaid = "not known",
        Meaning = "What it means for you",
        Line = "Over which internet connection?",
        AsMeasured = "as measured from here",
        OwnFigures = "own figures",
        Lines = new Dictionary<UsualLine, string>
        {
            [UsualLine.Fibre] = "fibre",
            [UsualLine.Cable] = "cable",
            [UsualLine.Dsl] = "DSL 16",
            [UsualLine.Mobile] = "4G",
            [UsualLine.Hotel] = "hotel",
        },
        Picture = "On one scale",
        ForMailbox = "For this mailbox, point by point",
        InPop3 = "shown over POP3, too",
        OnlyInImap = "only over IMAP",
        Used = "used",
        Free = "free",
        Evidence = "How we know",
        EvidenceHint = "Every server that was tested, what it said, how long it took, and where its name came from.",
        Contents = "Parts of the evidence",
        Certificates = "Certificates",
        Measured = "What was measured",
        Groups = new Dictionary<StepGroup, string>
        {
            [StepGroup.Reach] = "reaching the server",
            [StepGroup.Secure] = "encrypting",
            [StepGroup.Enter] = "greeting and sign-in",
            [StepGroup.Work] = "in the mailbox",
        },
        Failed = "failed here",
        SinceStart = "Each bar is one server. All are on one scale that begins with the check and ends after {time}.",
    };
}
