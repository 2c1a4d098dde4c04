using Microsoft.AspNetCore.WebUtilities;
using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Problems;

/// <summary>The words of refusals in one language.</summary>
internal sealed class ProblemWords(ProblemPhrases phrases, Language language)
{
    /// <summary>The words of a language.</summary>
    public static ProblemWords In(Language language) => new(WebLanguages.PackOf(language).Problems(), language);

    /// <summary>A status in words; one that we never answer with keeps its name in the standard.</summary>
    public string Title(int status) => phrases.Titles.GetValueOrDefault(status) ?? ReasonPhrases.GetReasonPhrase(status);

    /// <summary>What to do about it; null for our own bug, about which the caller can do nothing.</summary>
    public string? Detail(Problem problem) =>
        phrases.Details.GetValueOrDefault(problem.Code) is { } sentence ? Template.Fill(sentence, problem.Values, language) : null;

    /// <summary>What a code means wherever it occurs; null where that is what its sentences say.</summary>
    public string? Meaning(string code) => phrases.Meanings.GetValueOrDefault(code);

    /// <summary>What is wrong with a member.</summary>
    public string Detail(Complaint complaint) => Template.Fill(phrases.Complaints[complaint.Words], complaint.Values, language);
}

/// <summary>One language's sentences of refusals (see <see cref="Template"/>).</summary>
/// <param name="Titles">Statuses in words.</param>
/// <param name="Details">By <see cref="ProblemCode"/>.</param>
/// <param name="Meanings">Of codes, of problems and of wrong members, what they mean wherever they occur: of those whose sentence depends on the place, or that have none.</param>
/// <param name="Complaints">By the key that a validator names: its code, or a sentence that several share. Bounds are <c>From</c> and <c>To</c>, of lengths <c>MinLength</c> and <c>MaxLength</c>.</param>
internal sealed record ProblemPhrases(
    IReadOnlyDictionary<int, string> Titles, IReadOnlyDictionary<string, string> Details, IReadOnlyDictionary<string, string> Meanings, IReadOnlyDictionary<string, string> Complaints);
