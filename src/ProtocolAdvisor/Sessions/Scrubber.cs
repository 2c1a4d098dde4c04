using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>Takes a user's name and secret out of whatever a server says: plain, in base64 (alone or inside a SASL message) and percent-encoded.</summary>
internal sealed class Scrubber
{
    private const string Blank = "***";
    private readonly string[] _forms;

    internal Scrubber(Credentials credentials)
    {
        var (name, secret) = (credentials.Username, credentials.Secret.Reveal());
        string[] sasl = [$"\0{name}\0{secret}", $"{name}\0{name}\0{secret}", $"user={name}\u0001auth=Bearer {secret}\u0001\u0001"];
        _forms = [.. new[] { secret, name }.SelectMany(Forms).Concat(sasl.Select(Base64)).Where(x => x.Length > 0).Distinct().OrderByDescending(x => x.Length)];
    }

    /// <summary>Fit to be shown: scrubbed first, then cut and escaped, so that no cut leaves half a secret.</summary>
    internal string Clean(string text)
    {
        foreach (var form in _forms) text = text.Replace(form, Blank, StringComparison.OrdinalIgnoreCase);
        return ServerText.Of(text);
    }

    private static IEnumerable<string> Forms(string text) =>
        [text, ServerText.Of(text), Base64(text), Base64(text).TrimEnd('='), Uri.EscapeDataString(text), System.Net.WebUtility.UrlEncode(text)];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
