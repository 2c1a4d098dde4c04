using System.Globalization;
using System.Text;
using System.Xml;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// The one person whose address and name are written into settings. He is never stored or logged, so he does not print himself: this is no
/// record.
/// </summary>
/// <param name="email">His address.</param>
/// <param name="displayName">His name as others see it; null where it is not told.</param>
public sealed class AccountHolder(EmailAddress email, string? displayName)
{
    /// <summary>His address.</summary>
    public EmailAddress Email { get; } = email;

    /// <summary>His name as others see it; null where it is not told.</summary>
    public string? DisplayName { get; } = displayName;

    /// <summary>Most characters of a display name.</summary>
    public const int LongestName = 128;

    /// <summary>Whether a display name is one: not all blank, and plain.</summary>
    public static bool IsName(string? text) => !string.IsNullOrWhiteSpace(text) && IsPlain(text);

    /// <summary>Whether a text can stand in every format, and shows itself as it is: no half of a surrogate pair, nothing that XML 1.0 forbids, no line breaks, and no mark that turns the
    /// direction of what follows (UAX 9's embeddings, overrides and isolates). Joiners stay: names in some scripts need them.</summary>
    public static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune)) return false;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
                return false;
            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => "•••";

    /// <summary>A user name with its placeholders filled, each once: a local part may look like a placeholder itself.</summary>
    internal string Filled(string template)
    {
        var filled = template;
        foreach (var (placeholder, mark) in Marks) filled = filled.Replace(placeholder, mark, StringComparison.Ordinal);
        return filled.Replace(Marks[0].Mark, Email.ToString(), StringComparison.Ordinal)
            .Replace(Marks[1].Mark, Email.LocalPart, StringComparison.Ordinal)
            .Replace(Marks[2].Mark, Email.Domain.Value, StringComparison.Ordinal);
    }

    // Control characters are in no address and in no user name.
    private static (string Placeholder, string Mark)[] Marks { get; } =
        [(UsernameForm.Address, "\u0001"), (UsernameForm.LocalPart, "\u0002"), (UsernameForm.Domain, "\u0003")];
}
