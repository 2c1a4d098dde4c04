using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Advice;

/// <summary>A sentence with <c>{name}</c> places. It can only be said when every place can be filled.</summary>
internal static partial class Template
{
    /// <summary>The first of the sentences that the values can fill: put the most specific first, one without places last.</summary>
    public static string Fill(IEnumerable<string> sentences, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(
            sentences.First(sentence => Place().Matches(sentence).All(place => values.ContainsKey(place.Groups[1].Value))),
            place => values[place.Groups[1].Value]);

    [GeneratedRegex(@"\{([A-Za-z0-9.]+)\}")]
    private static partial Regex Place();
}
