namespace ProtocolAdvisor.Measurement;

/// <summary>
/// Chooses which messages to fetch as samples: an even choice over the sizes, within a budget. The same mailbox gives the same choice.
/// </summary>
internal static class SampleChoice
{
    /// <summary>
    /// Places (from 0, ascending) of at most <paramref name="count"/> messages whose sizes together stay within
    /// <paramref name="maxBytes"/>.
    /// </summary>
    /// <param name="sizes">Sizes by place.</param>
    /// <param name="count">How many to choose.</param>
    /// <param name="maxBytes">The budget.</param>
    internal static IReadOnlyList<int> Of(IReadOnlyList<long> sizes, int count, long maxBytes)
    {
        var bySize = Enumerable.Range(0, sizes.Count).Where(i => sizes[i] >= 0).OrderBy(i => sizes[i]).ThenBy(i => i).ToList();
        for (var usable = bySize.Count; usable > 0; usable = usable * 9 / 10)
        {
            var chosen = Quantiles(bySize, usable, Math.Min(count, usable));
            if (chosen.Sum(i => sizes[i]) <= maxBytes) return [.. chosen.Order()];
        }

        return [];
    }

    /// <summary>
    /// The samples in two parts, each over all sizes and in the order given: the first is enough where the second would tell nothing new.
    /// </summary>
    /// <param name="bySize">The samples, the smallest first.</param>
    internal static (IReadOnlyList<T> First, IReadOnlyList<T> Others) Halves<T>(IReadOnlyList<T> bySize)
    {
        if (bySize.Count <= SampleSpread.Fewest) return (bySize, []);
        var first = Enumerable.Range(0, SampleSpread.Fewest).Select(i => (int)Math.Round(i * (bySize.Count - 1.0) / (SampleSpread.Fewest - 1))).ToHashSet();
        return ([.. bySize.Where((_, i) => first.Contains(i))], [.. bySize.Where((_, i) => !first.Contains(i))]);
    }

    // The middles of equal shares: 10 samples are the 5th, 15th … 95th percentiles.
    private static List<int> Quantiles(List<int> bySize, int usable, int count) =>
        [.. Enumerable.Range(0, count).Select(i => bySize[(int)(((2L * i) + 1) * usable / (2L * count))])];
}
