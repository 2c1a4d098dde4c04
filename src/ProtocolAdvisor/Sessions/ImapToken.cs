using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// A piece of an IMAP reply (RFC 9051 §4): an atom, a string, or a parenthesis. Characters are the server's bytes, one each (Latin-1).
/// </summary>
/// <param name="Text">The atom or the string's content; parentheses are atoms of their own.</param>
/// <param name="Quoted">Whether it was a string: then it is neither NIL nor a parenthesis, whatever it says.</param>
internal readonly record struct ImapToken(string Text, bool Quoted)
{
    /// <summary>What a server's number is when it cannot be one: not even wrong.</summary>
    private const NumberStyles Digits = NumberStyles.AllowLeadingSign;

    /// <summary>Whether it is this atom, in whatever case.</summary>
    internal bool Is(string atom) => !Quoted && Text.Equals(atom, StringComparison.OrdinalIgnoreCase);

    /// <summary>The number that it is, negative ones of broken servers included; null where it is none, or has over 18 digits.</summary>
    internal long? Number => long.TryParse(Text, Digits, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// Takes a line apart, whose literals stand in it as quoted strings. Never fails: a line that breaks the grammar gives the pieces that
    /// can be recognised.
    /// </summary>
    internal static List<ImapToken> Split(string line)
    {
        var tokens = new List<ImapToken>();
        for (var at = 0; at < line.Length;)
        {
            if (line[at] is ' ') at++;
            else if (line[at] is '"') tokens.Add(ReadString(line, ref at));
            else tokens.Add(ReadAtom(line, ref at));
        }

        return tokens;
    }

    /// <summary>The text as a quoted string (RFC 9051 §4.3).</summary>
    internal static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static ImapToken ReadString(string line, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < line.Length && line[at] != '"'; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length) at++;
            text.Append(line[at]);
        }

        at++;
        return new(text.ToString(), true);
    }

    private static ImapToken ReadAtom(string line, ref int at)
    {
        var start = at++;
        if (line[start] is not ('(' or ')'))
        {
            while (at < line.Length && line[at] is not (' ' or '(' or ')')) at++;
        }

        return new(line[start..at], false);
    }
}
