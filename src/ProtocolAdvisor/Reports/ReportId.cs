using System.Buffers.Text;
using System.Security.Cryptography;

namespace ProtocolAdvisor.Reports;

/// <summary>Ids of reports: whoever knows one may read the report, so nobody can guess one.</summary>
internal static class ReportId
{
    /// <summary>Characters that an id has at most.</summary>
    public const int Longest = 32;

    private const int RandomBytes = 18;

    /// <summary>144 random bits in 24 URL-safe characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Whether a text may be an id, of this version or of one before; what may not is nobody's, and need not be looked for.</summary>
    public static bool IsPossible(string text) => text.Length is > 0 and <= Longest && text.All(x => char.IsAsciiLetterOrDigit(x) || x is '-' or '_');
}
