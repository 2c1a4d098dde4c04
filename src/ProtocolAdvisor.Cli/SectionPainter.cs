using ProtocolAdvisor.Reports.Text;
using Spectre.Console;

namespace ProtocolAdvisor.Cli;

/// <summary>Puts a report's text on a terminal: the same lines, with the answer, the headings and the signs of state made to stand out.</summary>
internal static class SectionPainter
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>Writes the sections. Servers' words are in them, so nothing is read as markup.</summary>
    public static void Paint(IAnsiConsole console, IReadOnlyList<TextSection> sections)
    {
        foreach (var (index, section) in sections.Index())
        {
            if (index > 0) console.WriteLine();
            if (section.Heading.Length > 0) console.WriteLine(section.Heading, new Style(Color.Aqua, decoration: Decoration.Bold));
            foreach (var (line, text) in section.Lines.Index()) Paint(console, text, index == 0 && line == 0 ? Bold : Style.Plain);
        }
    }

    /// <summary>The colour of a sign of state; none where there is no sign.</summary>
    public static Color? ColorOf(string text) => text.Length < 2 || text[1] != ' ' ? null : text[0] switch
    {
        StateMark.Good => Color.Green,
        StateMark.Mend => Color.Yellow,
        StateMark.Bad => Color.Red,
        StateMark.Unknown => Color.Yellow,
        _ => null,
    };

    private static void Paint(IAnsiConsole console, string text, Style style)
    {
        if (ColorOf(text) is not { } color)
        {
            console.WriteLine(text, style);
            return;
        }

        console.Write(new Text(text[..1], new Style(color, decoration: Decoration.Bold)));
        console.WriteLine(text[1..], style);
    }
}
