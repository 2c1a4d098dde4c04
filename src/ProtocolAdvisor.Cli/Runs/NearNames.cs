namespace ProtocolAdvisor.Cli.Runs;

/// <summary>What somebody may have meant.</summary>
internal static class NearNames
{
    private const int Most = 5;

    /// <summary>The names that differ by a few letters, or hold what was typed; the nearest first.</summary>
    public static IEnumerable<string> To(string typed, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(typed.ToLowerInvariant(), name)))
        .Where(x => x.Distance <= Math.Max(2, typed.Length / 3))
        .OrderBy(x => x.Distance).ThenBy(x => x.Name, StringComparer.Ordinal).Take(Most).Select(x => x.Name);

    // Levenshtein's: letters to add, drop or replace.
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        foreach (var (i, letter) in one.Index())
        {
            var diagonal = row[0];
            row[0] = i + 1;
            foreach (var (j, against) in other.Index())
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + (letter == against ? 0 : 1)));
        }

        return row[^1];
    }
}
