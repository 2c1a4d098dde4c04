namespace ProtocolAdvisor.Reports.Text;

/// <summary>One part of a report that has to fit on a screen.</summary>
/// <param name="Heading">Its heading; empty for none.</param>
/// <param name="Items">What it tells, the most important first, each in its lines.</param>
/// <param name="Least">How many of these stay, however little room there is.</param>
internal sealed record BriefPart(string Heading, IReadOnlyList<IReadOnlyList<string>> Items, int Least)
{
    /// <summary>How many items had to go.</summary>
    public int Left { get; init; }

    /// <summary>Its lines on the screen, with one for the heading and one for what had to go.</summary>
    public int Height => (Heading.Length > 0 ? 1 : 0) + Items.Sum(x => x.Count) + (Left > 0 ? 1 : 0);

    /// <summary>Whether an item may go.</summary>
    public bool CanShrink => Items.Count > Math.Max(1, Least);

    /// <summary>The part without its last item.</summary>
    public BriefPart Shrunk() => this with { Items = [.. Items.SkipLast(1)], Left = Left + 1 };

    /// <summary>The part with its longest item cut by a line.</summary>
    /// <param name="width">Most characters of a line.</param>
    public BriefPart Cut(int width)
    {
        var longest = Items.Index().MaxBy(x => x.Item.Count).Index;
        return this with { Items = [.. Items.Select((x, i) => i == longest ? Shorter(x, width) : x)] };
    }

    private static IReadOnlyList<string> Shorter(IReadOnlyList<string> lines, int width)
    {
        if (lines.Count < 2) return lines;
        var last = lines[^2];
        if (last.Length + " …".Length > width) last = last[..last.LastIndexOf(' ', width - " …".Length)];
        return [.. lines.SkipLast(2), $"{last.TrimEnd('…', ' ')} …"];
    }
}
