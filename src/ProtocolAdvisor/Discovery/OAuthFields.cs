using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Judges what a settings file says of OAuth 2.0. What cannot be shown is left out, and an oddity says so.</summary>
/// <param name="askedWith">As in <see cref="PublishedUrl.Read"/>.</param>
/// <param name="complain">Told what is strange.</param>
internal sealed class OAuthFields(EmailAddress? askedWith, Action<Remark> complain)
{
    private const int MostScopes = 20;
    private const int LongestScope = 128;

    /// <summary>The issuer: a host name, as the autoconfig format has it, or an address (RFC 8414 §2: https, without query and fragment).</summary>
    internal string? Issuer(string? text, string place)
    {
        if (text is null) return null;
        if (HostName.TryParse(text, null, out var host) && host is { Address: null, HasOneLabel: false }) return host.Value;
        return Address(text, place) is { } url && !url.Contains('?', StringComparison.Ordinal) && !url.Contains('#', StringComparison.Ordinal) ? url : null;
    }

    /// <summary>An address; null with a complaint where it may not be shown.</summary>
    internal string? Address(string? text, string place)
    {
        if (text is null) return null;
        var url = PublishedUrl.Read(text, askedWith);
        if (url is null) complain(new Remark(RemarkCode.UrlInvalid, ("word", place)));
        return url;
    }

    /// <summary>The scopes in a text, each once: between spaces, of the characters that RFC 6749 §3.3 allows.</summary>
    internal IReadOnlyList<string> Scopes(string? text) =>
    [
        .. (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(x => x.Length <= LongestScope && x.All(c => c is > ' ' and <= '~' and not ('"' or '\\')))
            .Where(x => askedWith is null || !x.Contains(askedWith.ToString(), StringComparison.OrdinalIgnoreCase))
            .Distinct().Take(MostScopes),
    ];
}
