namespace ProtocolAdvisor.Benchmarks;

/// <summary>Prints outcomes as one table that is also good Markdown.</summary>
internal static class Table
{
    private static readonly string[] Heads = ["benchmark", "case", "measured", "goal", "beside it", "verdict"];

    /// <summary>Writes it to standard output.</summary>
    internal static void Print(IEnumerable<Outcome> outcomes)
    {
        List<string[]> rows = [Heads, .. outcomes.Select(x => new[] { x.Benchmark, x.Case, x.Measured, x.Goal, x.Beside, x.Verdict })];
        var widths = Heads.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows) Console.WriteLine($"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |");
    }
}
