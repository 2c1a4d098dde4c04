using System.Text;

namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>One line of an upload.</summary>
/// <param name="Number">Its number, from 1 on.</param>
/// <param name="Text">What it says, without what ends it.</param>
/// <param name="Error">What is wrong with it, of <see cref="ListErrors"/>; null where it can be read.</param>
internal readonly record struct ListLine(int Number, string Text, string? Error)
{
    /// <summary>How complaints name it.</summary>
    public string Path => $"line {Number}";
}

/// <summary>Takes an upload apart into lines: whatever ends them, with a byte order mark or without, each of them UTF-8 or wrong.</summary>
internal static class ListLines
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The lines.</summary>
    public static IEnumerable<ListLine> Of(ReadOnlyMemory<byte> upload)
    {
        var rest = upload.Span.StartsWith("\uFEFF"u8) ? upload[3..] : upload;
        for (var number = 1; rest.Length > 0; number++)
        {
            var end = rest.Span.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? rest : rest[..end];
            var isPair = end >= 0 && rest.Span[end] == '\r' && end + 1 < rest.Length && rest.Span[end + 1] == '\n';
            rest = end < 0 ? default : rest[(end + (isPair ? 2 : 1))..];
            yield return Read(number, line.Span);
        }
    }

    /// <summary>Whether it is a file of another kind: an archive, as spreadsheets are kept in, or text of two bytes a letter.</summary>
    public static bool IsOtherFile(ReadOnlySpan<byte> upload) =>
        upload.StartsWith("PK\u0003\u0004"u8) || upload.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
        || upload.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
        || upload.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || upload[..Math.Min(upload.Length, AuditList.LongestLine)].Contains((byte)0);

    private static ListLine Read(int number, ReadOnlySpan<byte> line)
    {
        if (line.Length > AuditList.LongestLine) return new(number, "", ListErrors.LineLength);
        if (!System.Text.Unicode.Utf8.IsValid(line)) return new(number, "", ListErrors.Encoding);
        return new(number, Strict.GetString(line), null);
    }
}
