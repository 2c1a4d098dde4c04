using System.Globalization;
using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Words;

/// <summary>International names as people write them: <c>bücher.example</c> for <c>xn--bcher-kva.example</c>. For what is read; what is typed into a program stays as it goes on the wire.</summary>
public static partial class OwnLetters
{
    private static readonly IdnMapping Idn = new();

    /// <summary>The text with every name in A-labels (RFC 5890) in its own letters; one that stands for no name stays.</summary>
    public static string Of(string text) => text.Contains("xn--", StringComparison.Ordinal) ? Name().Replace(text, x => InUnicode(x.Value)) : text;

    private static string InUnicode(string name)
    {
        try
        {
            return Idn.GetUnicode(name);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    [GeneratedRegex(@"(?:[a-z0-9-]+\.)*xn--[a-z0-9-]+(?:\.[a-z0-9-]+)*")]
    private static partial Regex Name();
}
