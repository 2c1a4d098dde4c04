using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Findings;

/// <summary>The words of the findings in one language.</summary>
public sealed class FindingWords
{
    private FindingWords(FindingTexts table) => Texts = table.Texts;

    /// <summary>Every code's words.</summary>
    internal IReadOnlyDictionary<FindingCode, FindingText> Texts { get; }

    /// <summary>The words of a language.</summary>
    public static FindingWords In(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return new(language.Table<FindingTexts>());
    }

    /// <summary>The words of a code.</summary>
    public FindingText Of(FindingCode code) => Texts[code];
}

/// <summary>One finding in words.</summary>
/// <param name="Title">The cause in a few words, without a full stop.</param>
/// <param name="Meaning">What it means for the mailbox's owner.</param>
/// <param name="Remedy">What to do.</param>
public sealed record FindingText(string Title, string Meaning, string Remedy)
{
    /// <summary>What to do instead where the run has shown that the usual remedy is none.</summary>
    public IReadOnlyDictionary<RemedyVariant, string> Variants { get; init; } = new Dictionary<RemedyVariant, string>();

    /// <summary>What to do in this case.</summary>
    public string RemedyFor(RemedyVariant variant) => Variants.GetValueOrDefault(variant, Remedy);
}

/// <summary>One language's texts of the findings.</summary>
/// <param name="Texts">By code.</param>
internal sealed record FindingTexts(IReadOnlyDictionary<FindingCode, FindingText> Texts);
