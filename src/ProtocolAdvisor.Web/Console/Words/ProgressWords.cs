using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>What is said while a check runs. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record ProgressWords
{
    public required string Title { get; init; }

    /// <summary>Place: <c>seconds</c>, until the answer must be there.</summary>
    public required string Running { get; init; }

    /// <inheritdoc cref="Running"/>
    public required string RunningWithPassword { get; init; }
    public required string Cancel { get; init; }

    /// <summary>What is done one after the other: looking for the servers, trying them, looking into the mailbox, judging.</summary>
    public required IReadOnlyList<string> Phases { get; init; }
    public required string Progress { get; init; }
    public required string Discovered { get; init; }
    public required string NothingDiscovered { get; init; }
    public required string Usable { get; init; }
    public required string NotUsable { get; init; }
    public required string Measured { get; init; }
    public required string MeasuredNoSize { get; init; }

    /// <summary>The protocol is certain before the end, and nothing else is. Place: <c>protocol</c>.</summary>
    public required string Provisional { get; init; }
    public required string Done { get; init; }
    public required string Open { get; init; }
    public required string NotStored { get; init; }

    /// <summary>The process stopped before the check's end.</summary>
    public required string BrokenOff { get; init; }

    /// <summary>Leads back to what was entered.</summary>
    public required string BackToForm { get; init; }

    /// <summary>The words of a language.</summary>
    public static ProgressWords Of(Language language) => WebLanguages.PackOf(language).Progress();
}
