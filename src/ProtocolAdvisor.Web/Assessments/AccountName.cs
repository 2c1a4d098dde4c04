using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// A user name as it is counted. Servers overlook case, blanks and the form of a letter in Unicode, and take a name with its domain or without: whoever spells one
/// name in ten ways guesses at one password.
/// </summary>
/// <param name="Local">The name without its domain.</param>
/// <param name="Domain">The domain; null where the name has none. Then it may be anybody's of that name.</param>
internal sealed record AccountName(string Local, string? Domain)
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>The account that a user name stands for.</summary>
    public static AccountName Of(string username)
    {
        var name = Canonical(username);
        if (name.LastIndexOfAny(['@', '%']) is > 0 and var end && end < name.Length - 1) return new(name[..end], DomainOf(name[(end + 1)..]));
        return name.IndexOfAny(['\\', '/']) is > 0 and var begin && begin < name.Length - 1 ? new(name[(begin + 1)..], DomainOf(name[..begin])) : new(name, null);
    }

    private static string Canonical(string username)
    {
        var seen = string.Concat(username.EnumerateRunes().Where(x => !Rune.IsWhiteSpace(x) && Rune.GetUnicodeCategory(x) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
        return string.Concat(seen.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(x => !char.IsWhiteSpace(x))).Normalize(NormalizationForm.FormKC);
    }

    private static string DomainOf(string text)
    {
        try
        {
            return Idn.GetAscii(text.TrimEnd('.')).ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
