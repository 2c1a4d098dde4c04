using System.Net;

namespace ProtocolAdvisor.Dialing;

/// <summary>
/// Networks that are not the public internet: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates), and the
/// platform addresses that clouds give to their own machinery inside otherwise public space.
/// </summary>
internal static class SpecialPurposeNetworks
{
    private static readonly IPNetwork[] V4 = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32", "100.100.100.200/32");

    // Only 2000::/3 is global unicast; these are the exceptions inside it, with every form that carries an IPv4 address.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] V6 = Parse(
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    /// <summary>Whether the address is outside the public internet.</summary>
    internal static bool Contains(IPAddress address) => address.AddressFamily switch
    {
        System.Net.Sockets.AddressFamily.InterNetwork => V4.Any(network => network.Contains(address)),
        System.Net.Sockets.AddressFamily.InterNetworkV6 => !GlobalV6.Contains(address) || V6.Any(network => network.Contains(address)),
        _ => true,
    };

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
