using System.Globalization;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>Reads IMAP's QUOTA response (RFC 9208 §4.2.2).</summary>
internal static partial class ImapQuota
{
    private const long StorageUnit = 1024;

    /// <summary>The STORAGE resource of a QUOTA line, in bytes; null for any other line, and where nothing is limited.</summary>
    internal static Quota? Parse(string line)
    {
        var found = Storage().Match(line);
        return found.Success && Number(found, 1) is { } used && Number(found, 2) is > 0 and { } limit ? new Quota(used * StorageUnit, limit * StorageUnit) : null;
    }

    private static long? Number(Match found, int group) =>
        long.TryParse(found.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= long.MaxValue / StorageUnit
            ? value : null;

    [GeneratedRegex(@"^\* QUOTA .*\([^)]*\bSTORAGE (\d+) (\d+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Storage();
}
