using System.Collections;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Words;

/// <summary>One area's sentences in every language, flattened to <c>path → sentence</c>, and what must be true of them together.</summary>
internal static partial class WordTable
{
    private static readonly string[] Forms = ["number", "size", "duration", "date"];

    /// <summary>Words that several languages share.</summary>
    private static readonly string[] Shared = ["Server", "Port", "Domain", "Name", "API", "SHA-256", "{size}/s", "Thunderbird", "Outlook", "Apple Mail", "DSL 16", "4G", "Code", "iPhone, iPad, Mac", "PACC", "NTLM", "Kerberos (GSSAPI)"];

    /// <summary>Every sentence in a table, whatever records, dictionaries and lists it is made of.</summary>
    public static IReadOnlyDictionary<string, string> Sentences(object table) => Flatten("", table).ToDictionary();

    /// <summary>Every language says the same things, each in its own words.</summary>
    public static void AssertAgree(Func<Language, object> table) => Assert.All(Language.All.Skip(1), other =>
    {
        var (english, translated) = (Sentences(table(Language.English)), Sentences(table(other)));
        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Where(x => !Shared.Contains(x.Value) && HasWords(x.Value)), x => Assert.NotEqual(x.Value, translated[x.Key]));
        Assert.All(english, x => Assert.Equal(Places(x.Value), Places(translated[x.Key])));
    });

    /// <summary>What a careful typesetter would not let pass.</summary>
    public static void AssertWellSet(Language language, object table) => Assert.All(Sentences(table).Values, sentence =>
    {
        Assert.NotEmpty(sentence);
        Assert.Equal(sentence.Trim(), sentence);
        Assert.DoesNotMatch(Careless(), sentence);
        if (language == Language.German) Assert.DoesNotMatch(CarelessGerman(), sentence);
        Assert.All(Choices(sentence), forms => Assert.Equal(language.Notation.Plurals.Categories.Count, forms.Split('|').Length));
    });

    /// <summary>Every thing has one word, everywhere. What is said about a file names the file's own elements, which are English and fixed.</summary>
    public static void AssertOneWordAThing(Language language, object table) => Assert.Empty(
        from sentence in Sentences(table)
        where !sentence.Key.Contains("Remarks", StringComparison.Ordinal)
        from term in LanguageTerms.Of(language)
        from wrong in term.WrongIn(sentence.Value)
        select $"{sentence.Key}: “{wrong}” where it should be “{term.Word}”: {sentence.Value}");

    // What stands in a place that chooses a form of a word by a number.
    private static IEnumerable<string> Choices(string sentence) => Template.Places(sentence)
        .Select(x => x.Split(':')).Where(x => x.Length == 2 && !Forms.Contains(x[1])).Select(x => x[1]);

    // A choice between words may be needed in one language only; what is said must be the same.
    private static IEnumerable<string> Places(string sentence) => Template.Places(sentence)
        .Select(x => x.Split(':') is [var name, var form] && !Forms.Contains(form) ? name : x).Distinct().Order(StringComparer.Ordinal)
        .Where((x, _) => x.Contains(':') || !Template.Places(sentence).Any(other => Forms.Any(form => other == $"{x}:{form}")));

    // What only puts values in order is the same everywhere.
    private static bool HasWords(string sentence) => PlaceOrSign().Replace(sentence, string.Empty).Length > 0;

    private static IEnumerable<KeyValuePair<string, string>> Flatten(string path, object? value) => value switch
    {
        null => [],
        string sentence => [new(path, sentence)],
        IDictionary entries => entries.Keys.Cast<object>().SelectMany(key => Flatten($"{path}[{key}]", entries[key])),
        IEnumerable items => items.Cast<object>().Index().SelectMany(x => Flatten($"{path}[{x.Index}]", x.Item)),
        _ => value.GetType().GetProperties().SelectMany(property => Flatten($"{path}.{property.Name}", property.GetValue(value))),
    };

    [GeneratedRegex(@"\{[^{}]*\}|\P{L}")]
    private static partial Regex PlaceOrSign();

    // Straight quotation marks, dots for an ellipsis, a number that a line break can part from its unit, two spaces.
    [GeneratedRegex(@"""|\.\.\.|[\d}] (%|[kMGT]B\b)|  ")]
    private static partial Regex Careless();

    // Foreign quotation marks and apostrophes, umlauts spelt out, and any form of "du".
    [GeneratedRegex(@"'|”|(?<!„[^“]*)“|\b(ue|ae|oe)ber|fuer|\b[Dd](u|ich|ir|ein|eine|einen|einem|einer)\b")]
    private static partial Regex CarelessGerman();
}
