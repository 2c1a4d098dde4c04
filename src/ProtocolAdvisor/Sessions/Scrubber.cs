using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Takes a user's name and secret out of whatever a server says: plain, quoted, wrongly decoded, percent-encoded, in hexadecimal, as JSON
/// escapes, and in base64 at each of the three places in which they can stand in a longer message, so that no SASL mechanism's wrapping,
/// known or not, brings them through. A name that is a plain word is looked for as a word, and one that is a word of the protocol only
/// where the server speaks to people: a user named "user" must not take the command USER with him.
/// </summary>
internal sealed class Scrubber
{
    private const string Blank = "***";
    private const int ShortestTold = 4;
    private readonly Trace[] _traces;

    internal Scrubber(Credentials credentials, EmailAddress? email = null)
    {
        var (name, secret) = (credentials.Username, credentials.Secret.Reveal());
        string[] whole = [Base64($"\0{name}\0{secret}"), Base64($"{name}\0{name}\0{secret}")];
        _traces =
        [
            .. whole.Concat(Forms(secret)).Select(form => new Trace(form, IsWord: false, IsOfProtocol: false)).Concat(NamesIn(email).Prepend(name).SelectMany(TracesOf))
                .Where(x => x.Form.Length > 0).DistinctBy(x => x.Form).OrderByDescending(x => x.Form.Length),
        ];
    }

    /// <summary>Fit to be shown: scrubbed first, then cut and escaped, so that no cut leaves half a secret.</summary>
    internal string Clean(string text) => ServerText.Of(_traces.Aggregate(text, Without));

    private static IEnumerable<Trace> TracesOf(string name) =>
        Forms(name).Select(form => new Trace(form, form == name && name.All(char.IsLetterOrDigit), ProtocolWords.Contains(name)));

    private static string Without(string text, Trace trace)
    {
        var from = trace.IsOfProtocol ? ProtocolWords.LengthOfHead(text) : 0;
        for (var at = Find(from); at >= 0; at = Find(from))
        {
            var whole = !trace.IsWord || !(IsPartOfWord(at - 1) || IsPartOfWord(at + trace.Form.Length));
            if (whole) text = text.Remove(at, trace.Form.Length).Insert(at, Blank);
            from = at + (whole ? Blank.Length : 1);
        }

        return text;
        int Find(int start) => start < text.Length ? text.IndexOf(trace.Form, start, StringComparison.OrdinalIgnoreCase) : -1;
        bool IsPartOfWord(int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);
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

    // A word is no part of a longer one; one of the protocol's stands in every line of it.
    private readonly record struct Trace(string Form, bool IsWord, bool IsOfProtocol);
}
