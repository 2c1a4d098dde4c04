using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Web;

/// <summary>A URL that may be asked. Where its host leads is judged when it is resolved.</summary>
/// <param name="Uri">The URL as the request names it: without port, as web servers expect it, and without fragment.</param>
/// <param name="Host">Its host.</param>
/// <param name="Port">The port to be dialled.</param>
internal sealed record WebTarget(Uri Uri, HostName Host, int Port)
{
    /// <summary>Whether the scheme is https.</summary>
    internal bool IsSecure => Uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>
    /// The target that a URL means; null for one with a user name in it, with another scheme than http and https, with another port than
    /// theirs, or with a host that cannot be one.
    /// </summary>
    internal static WebTarget? Of(Uri uri, WebPorts ports)
    {
        if (!uri.IsAbsoluteUri || uri.UserInfo.Length > 0 || PortOf(uri.Scheme, ports) is not { } port) return null;
        if (!uri.IsDefaultPort && uri.Port != port) return null;
        if (!HostName.TryParse(uri.IdnHost, null, out var host)) return null;
        return new WebTarget(new UriBuilder(uri) { Host = host.Value, Port = -1, Fragment = "" }.Uri, host, port);
    }

    /// <summary>
    /// The target that a redirect leads to; null where it must not be followed: from https down to http, to an address instead of a name,
    /// or to no target at all.
    /// </summary>
    internal WebTarget? Redirected(Uri location, WebPorts ports) =>
        Of(location, ports) is { Host.Address: null } target && (target.IsSecure || !IsSecure) ? target : null;

    private static int? PortOf(string scheme, WebPorts ports) =>
        scheme == Uri.UriSchemeHttps ? ports.Https : scheme == Uri.UriSchemeHttp ? ports.Http : null;
}

/// <summary>The only ports on which web servers are asked. A URL without a port means these.</summary>
/// <param name="Https">TCP port of https.</param>
/// <param name="Http">TCP port of http.</param>
public sealed record WebPorts(int Https = 443, int Http = 80);
