using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>Pages that only explain a problem: what happened, then what to do.</summary>
internal sealed record ProblemPageWords
{
    /// <summary>Heads what to do.</summary>
    public required string WhatToDo { get; init; }
    public required string TryAgain { get; init; }

    /// <summary>Leads to the page whose form was sent.</summary>
    public required string Back { get; init; }

    /// <summary>What happened where a form's fields are wrong.</summary>
    public required string FormText { get; init; }

    /// <summary>What happened, as a heading, by the problem's code.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>The heading where the code has none.</summary>
    public required string OtherTitle { get; init; }

    /// <summary>What happened in a sentence, by code, where the API's own words are no person's.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>What to do, by code.</summary>
    public required IReadOnlyDictionary<string, string> Remedies { get; init; }

    /// <summary>What to do where the code has nothing of its own.</summary>
    public required string OtherRemedy { get; init; }

    /// <summary>The words of a language.</summary>
    public static ProblemPageWords Of(Language language) => WebLanguages.PackOf(language).ProblemPage();
}
