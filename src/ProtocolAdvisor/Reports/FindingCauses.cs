namespace ProtocolAdvisor.Reports;

/// <summary>
/// Findings as people read and count them: a cause that was seen at several servers is told once, with all its places, and where it is
/// worst. The same words of several places are quoted once.
/// </summary>
internal static class FindingCauses
{
    private const int MostPlaces = 2;

    /// <summary>The causes, the findings of each, in the order in which the causes first come.</summary>
    public static IReadOnlyList<IReadOnlyList<FindingReport>> All(IEnumerable<FindingReport> findings) =>
        [.. findings.GroupBy(x => (x.Code, x.Remedy)).Select(x => x.OrderBy(y => y.Severity).ToList())];

    /// <summary>What was seen of one cause: each evidence once, with its places.</summary>
    public static IReadOnlyList<(IReadOnlyList<FindingReport> Places, string Evidence)> Seen(IReadOnlyList<FindingReport> cause) =>
        [.. cause.Where(x => x.Evidence is { Length: > 0 }).GroupBy(x => x.Evidence!).Select(x => ((IReadOnlyList<FindingReport>)[.. x], x.Key))];

    /// <summary>The first of several, and how many more there are: nobody reads fourteen.</summary>
    public static (IReadOnlyList<T> Shown, IReadOnlyList<T> Folded) Folded<T>(IReadOnlyList<T> all) =>
        all.Count <= MostPlaces + 1 ? (all, []) : ([.. all.Take(MostPlaces)], [.. all.Skip(MostPlaces)]);
}
