using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words of what the advice rests on: the questions that decide it, the forecast's lines, and how we know.</summary>
internal sealed record MeaningWords
{
    /// <summary>Heads the advice.</summary>
    public required string Advice { get; init; }

    /// <summary>Heads the questions that decide.</summary>
    public required string Deciding { get; init; }
    public required string DecidingHint { get; init; }
    public required string More { get; init; }

    /// <summary>The questions that decide, in a few words each.</summary>
    public required IReadOnlyDictionary<string, string> Questions { get; init; }

    /// <summary>How many there can be, by field and number; the last number stands for more, too.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Numbers { get; init; }
    public required string NotSaid { get; init; }

    /// <summary>Heads what the advice means for the mailbox.</summary>
    public required string Meaning { get; init; }

    /// <summary>Asks for the line that the forecast is for.</summary>
    public required string Line { get; init; }
    public required string AsMeasured { get; init; }
    public required string OwnFigures { get; init; }

    /// <summary>Lines by their name, with what they usually carry.</summary>
    public required IReadOnlyDictionary<UsualLine, string> Lines { get; init; }
    public required string Picture { get; init; }

    /// <summary>Heads what each respect means for this mailbox.</summary>
    public required string ForMailbox { get; init; }

    /// <summary>Names of parts of the mailbox, for legends.</summary>
    public required string InPop3 { get; init; }
    public required string OnlyInImap { get; init; }
    public required string Used { get; init; }
    public required string Free { get; init; }

    /// <summary>Heads all evidence.</summary>
    public required string Evidence { get; init; }
    public required string EvidenceHint { get; init; }
    public required string Contents { get; init; }
    public required string Certificates { get; init; }
    public required string Measured { get; init; }

    /// <summary>Groups of steps in the picture of where the time went.</summary>
    public required IReadOnlyDictionary<StepGroup, string> Groups { get; init; }
    public required string Failed { get; init; }

    /// <summary>What the picture of where the time went is measured from. Place: <c>time</c>.</summary>
    public required string SinceStart { get; init; }

    /// <summary>The words of a language.</summary>
    public static MeaningWords In(Language language) => WebLanguages.PackOf(language).Meaning();
}
