using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Findings.Drift;

/// <summary>What an operator is told to change, in each language.</summary>
public static class DriftWords
{
    /// <summary>The sentence for a row.</summary>
    public static string Text(DriftRow row, Language language)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(language);
        return language.Table<DriftPhrases>().Sentences[row.Change]
            .Replace("{sources}", string.Join(", ", Wrong(row).Distinct()), StringComparison.Ordinal)
            .Replace("{right}", Right(row, language), StringComparison.Ordinal);
    }

    private static string? Right(DriftRow row, Language language) =>
        EvidenceWords.In(language).Text(row.Values.FirstOrDefault(x => x.Value == row.Right)?.Said);

    private static IEnumerable<string> Wrong(DriftRow row) => row.Change switch
    {
        DriftChange.WithdrawServers => row.Values.Where(x => x.Value == DriftValue.Yes).Select(x => x.Location),
        _ => row.Values.Where(x => x.Value != row.Right && x.Holder is not ("live" or "certificate")).Select(x => x.Location),
    };
}

/// <summary>One language's sentences for an operator.</summary>
/// <param name="Sentences">By what is to be changed. Places: <c>sources</c> (those that are wrong), <c>right</c>.</param>
internal sealed record DriftPhrases(IReadOnlyDictionary<DriftChange, string> Sentences);
