using System.Text;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>
/// What an earlier run has left in a file, counted in bytes: where a row ends is a place in the file, and no place in a text that was made of
/// it, where a byte order mark is gone and half a letter has become another.
/// </summary>
/// <param name="Length">Bytes up to the end of the last whole row.</param>
/// <param name="IsBegun">Whether anything stands there, be it the heading alone.</param>
/// <param name="Done">The subjects that are finished, and what each came to.</param>
internal sealed record WrittenRows(int Length, bool IsBegun, IReadOnlyDictionary<string, SummaryState> Done)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="InvalidDataException">They are something else than such rows: another text, or the same in another encoding.</exception>
    public static WrittenRows In(ReadOnlySpan<byte> bytes, RowForm form)
    {
        var start = bytes.StartsWith(Mark) ? Mark.Length : 0;
        var end = Math.Max(start, bytes.LastIndexOf((byte)'\n') + 1);
        // Whoever names a wrong file by mistake keeps it: without a whole row there must at least be the beginning of one.
        if (end == start && !IsBeginning(bytes[start..], form)) throw new InvalidDataException();
        return new(end, end > start, Subjects(Text(bytes[start..end]), form));
    }

    private static Dictionary<string, SummaryState> Subjects(string text, RowForm form)
    {
        var done = new Dictionary<string, SummaryState>(StringComparer.Ordinal);
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x.TrimEnd('\r')).SkipWhile((x, i) => i == 0 && x == form.Heading().TrimEnd());
        foreach (var (subject, state) in rows.Select(x => form.Known(x) ?? throw new InvalidDataException())) done[subject] = state;
        return done;
    }

    private static bool IsBeginning(ReadOnlySpan<byte> bytes, RowForm form)
    {
        ReadOnlySpan<byte> first = Strict.GetBytes(form.Beginning());
        return bytes.Length <= first.Length ? first.StartsWith(bytes) : form == RowForm.JsonLines && bytes.StartsWith(first);
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException();
        }
    }
}
