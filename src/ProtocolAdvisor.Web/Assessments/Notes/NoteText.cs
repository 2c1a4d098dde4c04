using System.Text;

namespace ProtocolAdvisor.Web.Assessments.Notes;

/// <summary>Which texts people may write at things of theirs.</summary>
internal static class NoteText
{
    /// <summary>Whether it is one line of well-formed text that shows itself as it is: no control characters, and no marks that turn its direction. Null is.</summary>
    public static bool IsLine(string? text) => text is null || (text.EnumerateRunes().All(IsShown) && (text.Length == 0 || !string.IsNullOrWhiteSpace(text)));

    private static bool IsShown(Rune rune) => rune != Rune.ReplacementChar && !Rune.IsControl(rune)
        && rune.Value is not (0x200E or 0x200F or 0x061C or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
