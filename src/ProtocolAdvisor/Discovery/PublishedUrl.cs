using System.Globalization;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Judges a web address that a source names for people and their programs. It is never asked, only shown: so it must be https, lead to a host that can be public, hold no
/// user name, and fit on a line. It comes out in ASCII, so that nothing in it can pass for something else.
/// </summary>
internal static class PublishedUrl
{
    /// <summary>Most characters of an address.</summary>
    internal const int MaxLength = 512;

    private static readonly AddressPolicy PublicInternet = new(new TargetOptions());

    /// <summary>Gives the address as it may be shown; null where it may not.</summary>
    /// <param name="text">What the source says.</param>
    /// <param name="askedWith">
    /// The address that was sent with the question. Servers that answer by user may write it into theirs: it is taken out, for no report holds
    /// a full address.
    /// </param>
    internal static string? Read(string text, EmailAddress? askedWith = null)
    {
        if (text.Length > MaxLength || text.Any(IsUnprintable)) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0) return null;
        if (!HostName.TryParse(uri.IdnHost, null, out var host) || !CanBePublic(host)) return null;
        var shown = WithoutUser(new UriBuilder(uri) { Host = host.Value, Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri, askedWith);
        return shown.Length <= MaxLength ? shown : null;
    }

    /// <summary>The host of an address that <see cref="Read"/> let pass.</summary>
    internal static HostName? HostOf(string shown) => Uri.TryCreate(shown, UriKind.Absolute, out var uri) && HostName.TryParse(uri.IdnHost, null, out var host) ? host : null;

    // Names of local networks are the policy's business, for an operator may have allowed them; these mean nobody else's machine anywhere.
    private static bool CanBePublic(HostName host) => host.Address is { } address
        ? PublicInternet.Allows(address)
        : !host.HasOneLabel && !host.Value.EndsWith(".localhost", StringComparison.Ordinal);

    // The parser of addresses drops some of them in silence.
    private static bool IsUnprintable(char c) => char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static string WithoutUser(Uri uri, EmailAddress? user)
    {
        if (user is null) return uri.AbsoluteUri;
        var behindHost = uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);
        if (Holds(behindHost, user.ToString())) return uri.GetLeftPart(UriPartial.Authority) + "/";
        return Words(uri.Query + uri.Fragment).Contains(user.LocalPart, StringComparer.OrdinalIgnoreCase) ? uri.GetLeftPart(UriPartial.Path) : uri.AbsoluteUri;
    }

    private static bool Holds(string escaped, string word) => Uri.UnescapeDataString(escaped).Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(string escaped) =>
        escaped.Split('?', '&', '=', '#', '/', ';').Select(Uri.UnescapeDataString);
}
