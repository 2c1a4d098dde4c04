using System.Globalization;
using System.Text;
using System.Xml;
using FluentValidation;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>What settings may be filled with: what every format can carry, and what shows itself as it is.</summary>
internal sealed class SettingsRequestValidator : AbstractValidator<SettingsRequest>
{
    private const int LongestName = 128;

    /// <summary>States the rules.</summary>
    public SettingsRequestValidator()
    {
        RuleFor(x => x.Email).NotNull().Says("email-invalid");
        RuleFor(x => x.Email).IsEmail(IsPlain).Says("email-invalid");
        RuleFor(x => x.DisplayName).Length(1, LongestName).Says("display-name-length", Rules.LengthBetween);
        RuleFor(x => x.DisplayName).Must(name => string.IsNullOrEmpty(name) || IsName(name)).Says("display-name-character");
    }

    private static bool IsName(string text) => !string.IsNullOrWhiteSpace(text) && IsPlain(text);

    // No half of a surrogate pair, nothing that XML 1.0 forbids, no line breaks, and no mark that turns the direction of what follows (UAX
    // 9's embeddings, overrides and isolates). Joiners stay: names in some scripts need them.
    private static bool IsPlain(string text)
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
}
