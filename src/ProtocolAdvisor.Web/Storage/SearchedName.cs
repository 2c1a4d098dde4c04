using System.Globalization;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>A part of a host's name that somebody looks for, as stored names spell it.</summary>
internal static class SearchedName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The part in small letters, each of its labels in A-labels (RFC 5890 §2.3.2.1): <c>xn--bcher-kva.ex</c> for <c>Bücher.ex</c>. What is no
    /// label stays as it is. Null for any name.
    /// </summary>
    public static string? Of(string? part) => string.IsNullOrWhiteSpace(part) ? null
        : string.Join('.', part.Trim().ToLowerInvariant().Split('.').Select(x => x.All(char.IsAscii) ? x : Label(x)));

    private static string Label(string text)
    {
        try
        {
            return Idn.GetAscii(text);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
