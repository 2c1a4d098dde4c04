using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>
/// What was strange about a source, for readers. Whole sentences of ours are said in their language; what quotes a document's own words stays as it is.
/// </summary>
public static class OddityWords
{
    /// <summary>The line as it is shown in this language.</summary>
    public static string Of(string oddity, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Table<OddityPhrases>().Sentences.GetValueOrDefault(oddity, oddity);
    }
}

/// <summary>One language's sentences about sources.</summary>
/// <param name="Sentences">By the line that the search leaves.</param>
internal sealed record OddityPhrases(IReadOnlyDictionary<string, string> Sentences);
