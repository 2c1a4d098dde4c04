using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Takes a user's name and secret out of whatever a server says: plain, quoted, wrongly decoded, percent-encoded, in hexadecimal, as JSON escapes, and in base64 at each of the three
/// places in which they can stand in a longer message, so that no SASL mechanism's wrapping, known or not, brings them through.
/// </summary>
internal sealed class Scrubber
{
    private const string Blank = "***";
    private const int ShortestTold = 4;
    private readonly string[] _forms;

    internal Scrubber(Credentials credentials, EmailAddress? email = null)
    {
        var (name, secret) = (credentials.Username, credentials.Secret.Reveal());
        string[] whole = [Base64($"\0{name}\0{secret}"), Base64($"{name}\0{name}\0{secret}")];
        _forms = [.. whole.Concat(((string[])[secret, name, .. NamesIn(email)]).SelectMany(Forms)).Where(x => x.Length > 0).Distinct().OrderByDescending(x => x.Length)];
    }

    /// <summary>Fit to be shown: scrubbed first, then cut and escaped, so that no cut leaves half a secret.</summary>
    internal string Clean(string text)
    {
        foreach (var form in _forms) text = text.Replace(form, Blank, StringComparison.OrdinalIgnoreCase);
        return ServerText.Of(text);
    }

    private static IEnumerable<string> NamesIn(EmailAddress? email) =>
        email is null ? [] : email.LocalPart.Length < ShortestTold ? [email.ToString()] : [email.ToString(), email.LocalPart];

    private static IEnumerable<string> Forms(string text) =>
    [
        text, ServerText.Of(text), Base64(text), Base64(text).TrimEnd('='), Uri.EscapeDataString(text), System.Net.WebUtility.UrlEncode(text),
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), ServerText.Of(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))),
        Convert.ToHexString(Encoding.UTF8.GetBytes(text)), string.Concat(Encoding.UTF8.GetBytes(text).Select(x => $"%{x:X2}")),
        string.Concat(text.Select(x => $"\\u{(int)x:X4}")),
        .. Enumerable.Range(0, 3).Select(lead => WithinBase64(text, lead)).Where(x => x.Length >= ShortestTold),
    ];

    // The characters that the text alone decides when so many bytes of its group of three stand before it.
    private static string WithinBase64(string text, int lead)
    {
        byte[] bytes = [.. new byte[lead], .. Encoding.UTF8.GetBytes(text)];
        return Convert.ToBase64String(bytes)[((lead * 8 + 5) / 6)..(bytes.Length * 8 / 6)];
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
