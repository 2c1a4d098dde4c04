using System.Text.RegularExpressions;
using ProtocolAdvisor.Tests.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Words of ours in a text, without quotations, names and what protocols call things: whoever writes those in lower case writes a sentence.</summary>
internal static partial class OwnWords
{
    private static readonly Dictionary<Language, HashSet<string>> Known = Language.All.ToDictionary(x => x, x => Tables(x).SelectMany(WordTable.Sentences).SelectMany(sentence => In(sentence.Value)).ToHashSet());

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> In(string text) =>
        Quotation().Replace(text, " ").Split(Breaks, StringSplitOptions.RemoveEmptyEntries).Select(x => x.Trim(Signs)).Where(x => Word().IsMatch(x));

    /// <summary>Words that only the tables of other languages have.</summary>
    public static IEnumerable<string> Foreign(string text, Language language) =>
        In(text).Where(word => !Known[language].Contains(word) && Known.Values.Any(x => x.Contains(word)));

    private static readonly char[] Breaks = [' ', '\n', '\u00A0'];
    private static readonly char[] Signs = ['.', ',', ';', ':', '(', ')', '!', '?', '…', '[', ']'];

    private static IEnumerable<object> Tables(Language language) => language.Tables.Values.Select(x => x());

    // What others said, and places in sentences of the tables. Texts are laid out in lines, so a quotation may run over their ends.
    [GeneratedRegex(@"„[^“]*“|“[^”]*”|\{[^{}]*\}")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"^\p{Ll}{2,}$")]
    private static partial Regex Word();
}
