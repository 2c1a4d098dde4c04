using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace ProtocolAdvisor.Web.Console;

/// <summary>The address of a report's Apple profile as a QR code (ISO/IEC 18004), for a phone's camera.</summary>
internal static class ProfileCode
{
    /// <summary>Characters up to which a code is so coarse that a camera reads it from a screen.</summary>
    public const int LongestAddress = 400;

    /// <summary>The profile's address; null where no phone can reach us, or the address is too long for a code.</summary>
    /// <param name="origin">Of the page's context.</param>
    /// <param name="reportId">The report.</param>
    /// <param name="query">The query that holds other answers, with its question mark; empty for none.</param>
    public static string? Address(string? origin, string reportId, string query)
    {
        var address = $"{origin}{ConsolePaths.Report(reportId)}/settings/apple{Answered(query)}";
        return origin is not null && address.Length <= LongestAddress ? address : null;
    }

    /// <summary>
    /// The code's dark modules as an SVG path, one unit a module, the quiet zone included; and how many units wide it is.
    /// </summary>
    public static (string Path, int Width) Drawn(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
            for (var x = 0; x < row.Count; x++)
            {
                var begin = x;
                while (x < row.Count && row[x]) x++;
                if (x > begin) path.Append(CultureInfo.InvariantCulture, $"M{begin} {y}h{x - begin}v1h{begin - x}z");
            }

        return (path.ToString(), code.ModuleMatrix.Count);
    }

    /// <summary>
    /// Whether a host's name leads others here as well: neither <c>localhost</c> (RFC 6761 §6.3) nor an address of this machine alone.
    /// </summary>
    public static bool IsReachableFromElsewhere(HostString host)
    {
        var name = host.Host.Trim('[', ']').TrimEnd('.');
        return IPAddress.TryParse(name, out var address)
            ? IsOfOthersToo(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            : name.Length > 0 && !$".{name}".EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOfOthersToo(IPAddress address) => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal
        && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any);

    // A form sends its empty fields along; they say nothing.
    private static string Answered(string query) =>
        query.Length == 0 ? "" : "?" + string.Join('&', query.TrimStart('?').Split('&').Where(x => !x.EndsWith('=')));
}
