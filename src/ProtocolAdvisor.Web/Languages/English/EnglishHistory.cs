using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The history, in English.</summary>
internal static class EnglishHistory
{
    public static HistoryWords Words { get; } = new()
    {
        Title = "Recent reports",
        Search = "Account, domain or note",
        State = "State",
        AnyState = "Any",
        Result = "Result",
        NoMatchOfState = "No report of this state is kept.",
        SearchButton = "Search",
        Empty = "There are no reports yet.",
        EmptyHint = "Each check leaves its report here until it expires. Begin with an e-mail address.",
        Begin = "Check an account",
        NoMatch = "No report is kept for “{domain}”.",
        All = "Show all",
        When = "When",
        Account = "Account",
        Advice = "Advice",
        Blocking = "Must be fixed",
        Choose = "Choose for the comparison: {subject}, {instant}",
        Compare = "Compare the two chosen",
        CompareHint = "Choose two reports to see what has changed between them.",
        CompareBefore = "Compare with the last check",
        Note = "Note",
        NoteHint = "For you alone: such as a ticket number. The history finds it.",
        NoteSave = "Save note",
        Older = "Older reports",
        None = "neither",
    };
}
