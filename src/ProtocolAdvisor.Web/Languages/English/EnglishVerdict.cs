using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The report page's beginning in English.</summary>
internal static class EnglishVerdict
{
    public static VerdictWords Words { get; } = new()
    {
        Actions = "What to do with this report",
        Again = "Check again",
        ForCustomer = "For the customer",
        CopyLink = "Copy link",
        Print = "Print",
        Compare = "Compare",
        Delete = "Delete",
        Tiles = "At a glance",
        Sending = "Sending",
        SignIn = "Sign-in",
        Published = "Published settings",
        Mailbox = "Mailbox",
        Works = "works",
        Answers = "answers",
        WorksNot = "does not work",
        NotKnown = "not known",
        NoServer = "no server known",
        NotTested = "not tested",
        Accepted = "accepted",
        Refused = "refused",
        RefusedForNow = "refused for now",
        Unanswered = "no answer",
        HeldBack = "paused for safety",
        NotTried = "not tried",
        DoesNotOpen = "does not open",
        NothingFetched = "no message fetched",
        NotLookedFor = "not looked for",
        NothingPublished = "none found",
        Agree = "agree",
        FoundOnce = "found",
        Contradict = "contradict each other",
        Sources = "{n:number} {n:source|sources}",
        Differences = "{n:number} {n:difference|differences}",
        Messages = "{n:number} {n:message|messages}",
        OfQuota = "{share}\u00A0% of {limit}",
        OfMessages = "{used:number} of {limit:number} {limit:message|messages}",
        WithPassword = "check again with a password",
        MakeSurer = "what would settle it",
        AllPlaces = "All {n:number} places",
        Code = "Code",
    };
}
