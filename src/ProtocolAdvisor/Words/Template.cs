using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Words;

/// <summary>
/// A sentence with places. <c>{name}</c> takes the value as it is; <c>{name:number}</c>, <c>{name:size}</c> (of bytes),
/// <c>{name:duration}</c> (of seconds) and <c>{name:date}</c> write it as the language does. <c>{name:day|days}</c> takes the form that
/// goes with the number: one form for each plural category of the language, in CLDR's order (English: one, other; Polish: one, few, many,
/// other). Values are invariant text: <c>1.5</c>, <c>2026-05-04</c>.
/// </summary>
public static partial class Template
{
    // Sentences come from the tables, so their number is bounded. Each is taken apart once.
    private static readonly ConcurrentDictionary<string, Part[]> Known = new();

    /// <summary>The first of the sentences that the values can fill: put the most specific first, one without places last.</summary>
    public static string Fill(IEnumerable<string> sentences, IReadOnlyDictionary<string, string> values, Language language)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Fill(sentences, values.GetValueOrDefault, language);
    }

    /// <summary>The same with values that are looked up as they are needed; null for one that there is not.</summary>
    public static string Fill(IEnumerable<string> sentences, Func<string, string?> value, Language language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(value);
        foreach (var sentence in sentences)
        {
            if (Filled(sentence, value, language) is { } filled) return filled;
        }

        throw new InvalidOperationException("No sentence can be filled.");
    }

    /// <summary>The sentence with its places filled; each must have its value.</summary>
    public static string Fill(string sentence, IReadOnlyDictionary<string, string> values, Language language)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Filled(sentence, x => values[x], language)!;
    }

    /// <summary>The sentence's places, as they are written between the braces.</summary>
    public static IReadOnlyList<string> Places(string sentence) => [.. Place().Matches(sentence).Select(x => x.Value[1..^1])];

    // Null where a place has no value.
    private static string? Filled(string sentence, Func<string, string?> value, Language language)
    {
        // Most have no place, and to look for one is quicker than to look a sentence up.
        if (!sentence.Contains('{', StringComparison.Ordinal)) return sentence;
        var parts = PartsOf(sentence);
        var texts = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var (name, text) = parts[i];
            if (name is null) texts[i] = text;
            else if (value(name) is { } known) texts[i] = Written(known, text, language.Notation);
            else return null;
        }

        return string.Concat(texts);
    }

    private static Part[] PartsOf(string sentence) => Known.GetOrAdd(sentence, TakenApart);

    private static Part[] TakenApart(string sentence)
    {
        var (parts, end) = (new List<Part>(), 0);
        foreach (Match place in Place().Matches(sentence))
        {
            parts.Add(new Part(null, sentence[end..place.Index]));
            parts.Add(new Part(place.Groups[1].Value, place.Groups[2].Value));
            end = place.Index + place.Length;
        }

        return [.. parts, new Part(null, sentence[end..])];
    }

    private static string Written(string value, string form, Notation notation) => form switch
    {
        "" => value,
        "number" => notation.Number(Number(value)),
        "size" => notation.Size(long.Parse(value, CultureInfo.InvariantCulture)),
        "duration" => notation.Duration(Number(value)),
        "date" => notation.Date(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        _ => notation.Plurals.Form(form, Number(value)),
    };

    private static decimal Number(string value) => decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([A-Za-z0-9.]+)(?::([^{}]+))?\}")]
    private static partial Regex Place();

    // A place and how its value is written, or words where there is no name.
    private readonly record struct Part(string? Name, string Text);
}
