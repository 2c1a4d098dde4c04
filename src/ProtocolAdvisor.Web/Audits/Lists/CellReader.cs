using System.Text;

namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>
/// Takes a row of a table apart into cells (RFC 4180 §2): in quotation marks, of which two inside stand for one, or without. A cell in
/// quotation marks may go over several lines; each of them is read once.
/// </summary>
/// <param name="separator">What stands between cells.</param>
internal sealed class CellReader(char separator)
{
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private bool _isQuoted;
    private bool _isBlank = true;

    /// <summary>Reads the row's first line, or a further one.</summary>
    /// <returns>The cells; null where a quotation mark is not closed yet: the next line belongs to the row.</returns>
    public List<string>? Read(string line)
    {
        if (_isQuoted) _cell.Append('\n');
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && _isQuoted && i + 1 < line.Length && line[i + 1] == '"') Add(line[++i]);
            else if (c == '"' && (_isQuoted || _isBlank)) _isQuoted = !_isQuoted;
            else if (c == separator && !_isQuoted) End();
            else Add(c);
        }

        if (_isQuoted) return null;
        End();
        return _cells;
    }

    private void Add(char c)
    {
        _isBlank &= char.IsWhiteSpace(c);
        _cell.Append(c);
    }

    private void End()
    {
        _cells.Add(_cell.ToString());
        _cell.Clear();
        _isBlank = true;
    }
}
