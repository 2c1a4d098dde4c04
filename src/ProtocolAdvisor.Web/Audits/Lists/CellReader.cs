using System.Text;

namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>Takes a line of a table apart into cells (RFC 4180 §2): in quotation marks, of which two inside stand for one, or without.</summary>
internal static class CellReader
{
    /// <summary>The cells; null where a quotation mark is not closed.</summary>
    public static List<string>? Read(string line, char separator)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[++i]);
            else if (c == '"' && (quoted || string.IsNullOrWhiteSpace(cell.ToString()))) quoted = !quoted;
            else if (c == separator && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(c);
        }

        if (quoted) return null;
        cells.Add(cell.ToString());
        return cells;
    }
}
