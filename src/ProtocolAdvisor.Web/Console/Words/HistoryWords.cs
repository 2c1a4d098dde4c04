using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words of the history. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record HistoryWords
{
    public required string Title { get; init; }
    public required string Search { get; init; }
    public required string State { get; init; }
    public required string AnyState { get; init; }
    public required string Result { get; init; }
    public required string NoMatchOfState { get; init; }
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
    public required string CompareBefore { get; init; }
    public required string Note { get; init; }
    public required string NoteHint { get; init; }
    public required string NoteSave { get; init; }
    public required string Older { get; init; }
    public required string None { get; init; }

    /// <summary>The words of a language.</summary>
    public static HistoryWords In(Language language) => WebLanguages.PackOf(language).History();
}
