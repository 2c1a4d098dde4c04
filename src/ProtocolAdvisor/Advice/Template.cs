using System.Text;

namespace ProtocolAdvisor.Advice;

/// <summary>A sentence with <c>{name}</c> places. It can only be said when every place can be filled.</summary>
internal static class Template
{
    /// <summary>The first of the sentences that the values can fill: put the most specific first, one without places last.</summary>
    /// <exception cref="InvalidOperationException">None can be filled.</exception>
    public static string Fill(IEnumerable<string> sentences, IReadOnlyDictionary<string, string> values)
    {
        foreach (var sentence in sentences)
        {
            if (Filled(sentence, values) is { } filled) return filled;
        }

        throw new InvalidOperationException("None of the sentences can be filled.");
    }

    // Null when a place has no value.
    private static string? Filled(string sentence, IReadOnlyDictionary<string, string> values)
    {
        var open = sentence.IndexOf('{');
        if (open < 0) return sentence;
        var filled = new StringBuilder(2 * sentence.Length);
        var from = 0;
        for (; open >= 0; open = sentence.IndexOf('{', from))
        {
            var close = sentence.IndexOf('}', open);
            if (!values.TryGetValue(sentence[(open + 1)..close], out var value)) return null;
            filled.Append(sentence, from, open - from).Append(value);
            from = close + 1;
        }

        return filled.Append(sentence, from, sentence.Length - from).ToString();
    }
}
