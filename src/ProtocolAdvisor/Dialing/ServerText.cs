using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.Dialing;

/// <summary>
/// Makes a server's words fit to be shown: cut, and everything escaped that could control a terminal or a page, or mislead a reader.
/// </summary>
internal static class ServerText
{
    /// <summary>Most characters kept.</summary>
    internal const int MaxLength = 512;

    /// <summary>
    /// Decodes as UTF-8 (Latin-1 where it is not), cuts to 512 characters and escapes control, format, bidi and separator characters as
    /// <c>\u…</c>.
    /// </summary>
    internal static string Of(ReadOnlySpan<byte> bytes) => Of(Decode(bytes[..Math.Min(bytes.Length, 4 * MaxLength)]));

    /// <inheritdoc cref="Of(ReadOnlySpan{byte})"/>
    internal static string Of(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.TrimEnd('\r', '\n').EnumerateRunes())
        {
            if (shown.Length >= MaxLength) return shown.Append('…').ToString();
            if (IsHarmless(rune)) shown.Append(rune.ToString());
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return shown.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate) && rune != Rune.ReplacementChar;

    /// <summary>UTF-8, or Latin-1 where it is not.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.Contains('\uFFFD') ? Encoding.Latin1.GetString(bytes) : text;
    }
}
