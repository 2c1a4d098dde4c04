using System.Buffers.Text;
using System.Security.Cryptography;

namespace ProtocolAdvisor.Reports;

/// <summary>Ids of reports: whoever knows one may read the report, so nobody can guess one.</summary>
internal static class ReportId
{
    private const int RandomBytes = 18;

    /// <summary>144 random bits in 24 URL-safe characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}
