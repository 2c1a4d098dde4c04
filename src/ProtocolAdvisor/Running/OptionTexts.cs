using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.Running;

/// <summary>Reads the values of <see cref="AssessorOptions"/> as operators write them, in a configuration or on a command line.</summary>
internal static class OptionTexts
{
    /// <summary>A port: 1–65535.</summary>
    public static bool IsPort(string? text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort;

    /// <summary>A port, or a range as <c>27000-27999</c>.</summary>
    public static bool IsPortRange(string? text, out (int First, int Last) range)
    {
        var ends = (text ?? "").Split('-', StringSplitOptions.TrimEntries);
        range = default;
        if (ends.Length > 2 || !IsPort(ends[0], out var first) || !IsPort(ends[^1], out var last)) return false;
        range = (first, last);
        return first <= last;
    }

    /// <summary>A resolver as <c>192.0.2.1:53</c>.</summary>
    public static bool IsResolver(string? text, out IPEndPoint resolver)
    {
        var parsed = IPEndPoint.TryParse(text ?? "", out var value) && value.Port > 0;
        resolver = value ?? new IPEndPoint(IPAddress.None, 0);
        return parsed;
    }

    /// <summary>
    /// A catalogue's https address; <c>none</c>, which gives null, asks no web server: for whoever must not tell a third party which
    /// domains are looked for.
    /// </summary>
    public static bool IsCatalogue(string? text, out Uri? address)
    {
        address = null;
        if (text == "none") return true;
        return Uri.TryCreate(text?.TrimEnd('/') + "/", UriKind.Absolute, out address)
            && address is { Scheme: "https", UserInfo: "", Query: "", Fragment: "" };
    }

    /// <summary>An existing folder.</summary>
    public static bool IsFolder(string? text, out string? path) => Directory.Exists(path = text);

    /// <summary>A PEM file with at least one certificate.</summary>
    public static bool IsRootFile(string? path, out X509Certificate2Collection roots)
    {
        roots = [];
        try
        {
            roots.ImportFromPemFile(path ?? "");
            return roots.Count > 0;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
