using ProtocolAdvisor.Reports.Text;
using Spectre.Console;

namespace ProtocolAdvisor.Cli;

/// <summary>Puts a report's text on a terminal: the same lines, with the answer and the headings made to stand out.</summary>
internal static class SectionPainter
{
    /// <summary>Writes the sections. Servers' words are in them, so nothing is read as markup.</summary>
    public static void Paint(IAnsiConsole console, IReadOnlyList<TextSection> sections)
    {
        foreach (var (index, section) in sections.Index())
        {
            if (index > 0) console.WriteLine();
            if (section.Heading.Length > 0) console.WriteLine(section.Heading, new Style(Color.Aqua, decoration: Decoration.Bold));
            foreach (var (line, text) in section.Lines.Index()) console.WriteLine(text, index == 0 && line == 0 ? new Style(decoration: Decoration.Bold) : Style.Plain);
        }
    }
}
