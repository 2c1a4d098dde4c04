using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Lines, bullets and columns of plain text. What must not be parted is bound by spaces that do not break; in the finished text they are ordinary ones.</summary>
/// <param name="width">Most characters of a line.</param>
internal sealed class TextLayout(int width)
{
    /// <summary>The usual most characters of a line.</summary>
    public const int UsualWidth = 100;

    private const char Bound = '\u00A0';

    /// <summary>Most characters of a line.</summary>
    public int Width { get; } = width;

    /// <summary>The text broken into lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="indent">What the others begin with, as wide.</param>
    public IEnumerable<string> Wrapped(string text, string first = "", string? indent = null)
    {
        var lead = first;
        foreach (var line in Broken(OwnLetters.Of(text), Width - Math.Max(first.Length, indent?.Length ?? 0)))
        {
            yield return Plain(lead + line);
            lead = indent ?? first;
        }
    }

    /// <summary>A point of a list.</summary>
    public IEnumerable<string> Bullet(string text) => Wrapped(text, "- ", "  ");

    /// <summary>A row of columns, each broken into lines of its own.</summary>
    public static IEnumerable<string> Row(IReadOnlyList<int> widths, params IReadOnlyList<string> cells)
    {
        var broken = cells.Select((cell, i) => Broken(OwnLetters.Of(cell), widths[i] - 2).ToList()).ToList();
        for (var line = 0; line < broken.Max(x => x.Count); line++)
            yield return Plain(string.Concat(broken.Select((x, i) => (line < x.Count ? x[line] : string.Empty).PadRight(widths[i])))).TrimEnd();
    }

    /// <summary>The finished text.</summary>
    public static string Joined(IEnumerable<TextSection> sections) => string.Join(
        "\n", sections.Select(x => string.Concat((x.Heading.Length > 0 ? x.Lines.Prepend(Rule(x.Heading)).Prepend(x.Heading) : x.Lines).Select(line => $"{line}\n"))));

    private static string Rule(string heading) => new('-', heading.Length);

    private static string Plain(string line) => line.Replace(Bound, ' ');

    private static IEnumerable<string> Broken(string text, int width)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' ').SelectMany(x => x.Length <= width ? [x] : x.Chunk(width).Select(part => new string(part))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length > 0 ? $"{line} {word}" : word;
            }
        }

        if (line.Length > 0) yield return line;
    }
}
