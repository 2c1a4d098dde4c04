using System.Globalization;
using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Words;

/// <summary>
/// A sentence with places. <c>{name}</c> takes the value as it is; <c>{name:number}</c>, <c>{name:size}</c> (of bytes) and <c>{name:date}</c> write it as the
/// language does; <c>{name:day|days}</c> takes the first word for 1 and the second for any other number. Values are invariant text: <c>1.5</c>, <c>2026-05-04</c>.
/// </summary>
public static partial class Template
{
    /// <summary>The first of the sentences that the values can fill: put the most specific first, one without places last.</summary>
    public static string Fill(IEnumerable<string> sentences, IReadOnlyDictionary<string, string> values, Language language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(values);
        return Fill(sentences.First(sentence => Place().Matches(sentence).All(place => values.ContainsKey(place.Groups[1].Value))), values, language);
    }

    /// <summary>The sentence with its places filled; each must have its value.</summary>
    public static string Fill(string sentence, IReadOnlyDictionary<string, string> values, Language language)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Place().Replace(sentence, place => Written(values[place.Groups[1].Value], place.Groups[2].Value, Notation.Of(language)));
    }

    /// <summary>The sentence's places, as they are written between the braces.</summary>
    public static IReadOnlyList<string> Places(string sentence) => [.. Place().Matches(sentence).Select(x => x.Value[1..^1])];

    private static string Written(string value, string form, Notation notation) => form switch
    {
        "" => value,
        "number" => notation.Number(Number(value)),
        "size" => notation.Size(long.Parse(value, CultureInfo.InvariantCulture)),
        "date" => notation.Date(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        _ => form.Split('|')[Number(value) == 1 ? 0 : 1],
    };

    private static decimal Number(string value) => decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([A-Za-z0-9.]+)(?::([^{}]+))?\}")]
    private static partial Regex Place();
}
