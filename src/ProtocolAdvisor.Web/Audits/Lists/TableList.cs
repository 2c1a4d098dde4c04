namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>
/// A list as a table (<c>text/csv</c>, RFC 4180), as spreadsheets write it: cells end with a comma, a semicolon or a tab, whichever the first
/// line has most of. A heading names the column of subjects, and may name one of references; without it the first column is taken.
/// </summary>
internal static class TableList
{
    private const int MostJoined = 20;
    private const int MostNamed = 20;
    private const int LongestNamed = 64;
    private const string HostColumn = "host";
    private const string ReferenceColumn = "reference";
    private static readonly string[] SubjectColumns = ["domain", "email", HostColumn, "subject"];
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Whether a text begins with a heading that names the column of subjects.</summary>
    public static bool HasHeading(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        var end = rest.IndexOf('\n');
        var line = end < 0 ? rest : rest[..end];
        return line.Length <= AuditList.LongestLine && Columns.Of([.. line.ToString().Split(Separators)]).IsHeading;
    }

    /// <summary>Reads it.</summary>
    public static void Read(ReadOnlyMemory<byte> upload, ListCollector into)
    {
        var (separator, columns) = ((char?)null, (Columns?)null);
        foreach (var row in Rows(upload, into, line => separator ??= SeparatorOf(line)))
        {
            if (columns is null)
            {
                columns = Columns.Of(row.Cells);
                into.IgnoredColumns = columns.Ignored;
                if (columns.IsHeading) continue;
            }

            Take(row, columns, into);
            if (into.IsFull) return;
        }
    }

    private static void Take(Row row, Columns columns, ListCollector into)
    {
        var subject = columns.Subject < row.Cells.Count ? row.Cells[columns.Subject].Trim() : "";
        if (row.Cells.All(string.IsNullOrWhiteSpace) || subject.StartsWith('#')) return;
        var reference = columns.Reference is { } place && place < row.Cells.Count ? row.Cells[place].Trim() : null;
        if (subject.Length == 0) into.Complain(row.Path, ListErrors.Cell);
        else if (into.IsEmpty && !columns.IsHeading && IsNoSubject(subject)) into.Complain(row.Path, ListErrors.Heading);
        else into.Take(row.Path, subject, columns.IsHost, reference);
    }

    // "Customer", "Domain name": what a heading says that we do not know.
    private static bool IsNoSubject(string text) => !text.Contains('.', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);

    private static IEnumerable<Row> Rows(ReadOnlyMemory<byte> upload, ListCollector into, Func<string, char> separator)
    {
        using var lines = ListLines.Of(upload).GetEnumerator();
        var isFirst = true;
        while (lines.MoveNext())
        {
            var line = lines.Current;
            if (line.Error is { } error)
            {
                into.Complain(line.Path, error);
                continue;
            }

            // Excel's own way to say it.
            if (isFirst && line.Text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Text.Length == 5)
            {
                separator(line.Text[4..]);
                continue;
            }

            if (string.IsNullOrWhiteSpace(line.Text)) continue;
            isFirst = false;
            var reader = new CellReader(separator(line.Text));
            if ((reader.Read(line.Text) ?? Joined(lines, reader)) is { } cells) yield return new(line.Path, cells);
            else into.Complain(line.Path, ListErrors.Quote);
        }
    }

    // A cell in quotation marks may go over several lines.
    private static List<string>? Joined(IEnumerator<ListLine> lines, CellReader reader)
    {
        for (var i = 0; i < MostJoined && lines.MoveNext() && lines.Current.Error is null; i++)
            if (reader.Read(lines.Current.Text) is { } cells) return cells;
        return null;
    }

    private static char SeparatorOf(string line) =>
        line.Length == 1 && Separators.Contains(line[0]) ? line[0] : Separators.MaxBy(x => line.Count(c => c == x));

    private sealed record Row(string Path, List<string> Cells);

    // Which column is what.
    private sealed record Columns(bool IsHeading, int Subject, bool IsHost, int? Reference, IReadOnlyList<string> Ignored)
    {
        public static Columns Of(List<string> first)
        {
            var names = first.ConvertAll(x => x.Trim().ToLowerInvariant());
            var subject = names.FindIndex(SubjectColumns.Contains);
            if (subject < 0) return new(false, 0, false, null, []);
            var reference = names.IndexOf(ReferenceColumn);
            var ignored = first.Select(x => x.Trim()).Where((_, at) => at != subject && at != reference).Where(x => x.Length > 0).Take(MostNamed);
            return new(true, subject, names[subject] == HostColumn, reference < 0 ? null : reference, [.. ignored.Select(Shown)]);
        }

        private static string Shown(string name) => name.Length <= LongestNamed && !name.Any(char.IsControl) ? name : "*";
    }
}
