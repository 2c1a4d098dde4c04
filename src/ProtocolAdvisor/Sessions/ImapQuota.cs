using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>Reads IMAP's QUOTA response (RFC 9208 §4.2.2).</summary>
internal static class ImapQuota
{
    private const long StorageUnit = 1024;
    private const string Resource = "STORAGE ";

    /// <summary>The STORAGE resource of a QUOTA line, in bytes; null for any other line, and where nothing is limited.</summary>
    internal static Quota? Parse(string line)
    {
        if (!line.StartsWith("* QUOTA ", StringComparison.OrdinalIgnoreCase)) return null;
        var at = line.LastIndexOf(Resource, StringComparison.OrdinalIgnoreCase);
        if (at < 1 || line[at - 1] is not ('(' or ' ')) return null;
        var words = line[(at + Resource.Length)..].Split([' ', ')'], 3);
        return words.Length > 1 && Number(words[0]) is { } used && Number(words[1]) is > 0 and { } limit ? new Quota(used * StorageUnit, limit * StorageUnit) : null;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= long.MaxValue / StorageUnit ? value : null;
}
