using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>What a refusal is known by; also the order in which signs are believed.</summary>
[JsonConverter(typeof(CamelCase<RefusalSign>))]
public enum RefusalSign
{
    /// <summary>A response code that can mean nothing else.</summary>
    Code,

    /// <summary>Words that name the cause.</summary>
    Text,

    /// <summary>A response code that usually means this cause, where no words say otherwise.</summary>
    Hint,

    /// <summary>Words that call user name or password wrong.</summary>
    Blame,

    /// <summary>Words so general that servers use them for other causes, too.</summary>
    Vague,
}

/// <summary>One way in which servers word a refused sign-in: a row of <c>refusals.txt</c>.</summary>
/// <param name="Sign">What it is known by.</param>
/// <param name="Words">The response code, or the words; <c>*</c> stands for whatever is between.</param>
/// <param name="Reason">What it means.</param>
/// <param name="Example">A whole reply, for the tests; null where the source quotes none.</param>
internal sealed record KnownRefusal(RefusalSign Sign, string Words, SignInReason Reason, string? Example)
{
    // Many servers send ASCII only: "ungueltig", "desactive".
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýąćęłńśźżčďěřšťůžğışő";
    private const string Unaccented = "aaaaaaceeeeiiiinoooooouuuuyacelnszzcderstuzgiso";

    private readonly string[][] _spellings = [.. Spellings(Words).Distinct().Select(x => x.Split('*', StringSplitOptions.TrimEntries))];

    /// <summary>Whether it is known by a response code rather than by words.</summary>
    internal bool IsCode => Sign is RefusalSign.Code or RefusalSign.Hint;

    /// <summary>
    /// Whether <paramref name="text"/> contains the words: in upper or lower case, with or without accents, at the beginning of a word, so
    /// that "unblocked" does not count as "blocked".
    /// </summary>
    internal bool IsSaidIn(string text) => Array.Exists(_spellings, parts => AreIn(text, parts));

    private static bool AreIn(string text, string[] parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var at = Place(text, part, from);
            if (at < 0) return false;
            from = at + part.Length;
        }

        return true;
    }

    private static IEnumerable<string> Spellings(string words) =>
    [
        words,
        string.Concat(words.Select(x => Accented.IndexOf(x, StringComparison.Ordinal) is >= 0 and var at ? Unaccented[at] : x)),
        words.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal),
    ];

    private static int Place(string text, string part, int from)
    {
        for (var at = text.IndexOf(part, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at == 0 || !IsLetter(text[at - 1]) || !IsLetter(part[0])) return at;
        return -1;
    }

    // Of scripts that put blanks between words.
    private static bool IsLetter(char c) => char.IsUpper(c) || char.IsLower(c);
}
