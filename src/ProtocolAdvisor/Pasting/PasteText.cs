using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Pasting;

/// <summary>Takes off what other programs put into and around an address.</summary>
internal static partial class PasteText
{
    private const string Around = " \"'`´‘’‚‛“”„‟«»‹›<>()[]{}*,;.:!?|…•·–—";

    /// <summary>
    /// Lines with plain blanks: invisible characters are gone, blanks around an <c>@</c> too, and the ways to hide an address from robots
    /// are undone.
    /// </summary>
    public static string Cleaned(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\r' or '\n') line.Append('\n');
            else if (char.IsWhiteSpace(c) || char.IsControl(c)) line.Append(' ');
            else if (c is '＠' or '﹫') line.Append('@');
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format) line.Append(c);
        }

        var plain = HiddenDot().Replace(HiddenAt().Replace(line.ToString(), "@"), ".");
        return BlankAroundAt().Replace(plain, "@").Trim();
    }

    /// <summary>
    /// Without quotes, brackets and punctuation around it. The address of a machine (<c>[2001:db8::1]</c>, <c>::1</c>) keeps its own.
    /// </summary>
    public static string Bare(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Around.Contains(text[start]) && !IsMachine(text[start..end])) start++;
        while (end > start && Around.Contains(text[end - 1]) && !IsMachine(text[start..end])) end--;
        return text[start..end];
    }

    /// <summary>Without the name that may stand behind an address in parentheses (RFC 5322 §3.2.2).</summary>
    public static string WithoutComment(string text) => Comment().Replace(text, "");

    /// <summary>Percent signs of a link (RFC 6068 §2) undone; what is none stays.</summary>
    public static string Unescaped(string text) => text.Contains('%') ? Cleaned(Uri.UnescapeDataString(text)) : text;

    /// <summary>What a link that writes a message (<c>mailto:</c>) is written to; every other text as it is.</summary>
    public static string OutOfLink(string text)
    {
        if (!text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return text;
        var to = text["mailto:".Length..].TrimStart('/');
        return Unescaped(to.IndexOf('?') is >= 0 and var end ? to[..end] : to);
    }

    /// <summary>The entries of a list, and its lines; what is between quotes or angle brackets is not parted.</summary>
    public static IEnumerable<string> Entries(string text)
    {
        var (start, quoted, inBrackets) = (0, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') quoted = !quoted && text.IndexOf('"', i + 1) > 0;
            else if (text[i] is '<' or '>') inBrackets = text[i] == '<' && text.IndexOf('>', i) > 0;
            else if (text[i] is '\n' or ';' || (text[i] == ',' && !IsSlipForDot(text, i)))
            {
                if (quoted || inBrackets) continue;
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    // jane@gmail,com: the neighbouring key was hit, and the next entry of a list would have a blank or an @.
    private static bool IsSlipForDot(string text, int comma) =>
        comma + 1 < text.Length && char.IsLetter(text[comma + 1])
        && text.IndexOf('@') is > 0 and var at && at < comma && text.LastIndexOf('@') == at
        && text.LastIndexOfAny([' ', ',', '<'], comma - 1) < at && !text.AsSpan(at, comma - at).Contains('.');

    private static bool IsMachine(string text) => Machine().IsMatch(text);

    [GeneratedRegex(@"\s*[\[({]\s*(?:at|ät)\s*[\])}]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenAt();

    [GeneratedRegex(@"\s*[\[({]\s*(?:dot|punkt)\s*[\])}]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenDot();

    [GeneratedRegex(@"(?<=\S) +\([^()@]*\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<=\S) *@ *(?=[^\s@])", RegexOptions.CultureInvariant)]
    private static partial Regex BlankAroundAt();

    [GeneratedRegex(
        @"^(?:\[[0-9a-f.]*:[0-9a-f:.]*\](?::[0-9]+)?|[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Machine();
}
