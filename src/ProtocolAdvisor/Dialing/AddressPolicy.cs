using System.Net;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>
/// Decides which hosts, addresses and ports may be dialled. Anybody may name the hosts, so everything outside the public internet is
/// refused unless the operator allowed its network.
/// </summary>
public sealed class AddressPolicy(TargetOptions options)
{
    // Names that never mean a public mail server: RFC 6761 and its registry (RFC 7686, RFC 8375, RFC 9476), the names of private networks
    // (RFC 6762 appendix G), ICANN's .internal, the names that ICANN never gives out because such networks use them (corp, home, mail), and
    // .arpa for reverse look-ups.
    private static readonly string[] SpecialNames =
    [
        "localhost", "local", "onion", "invalid", "example", "alt", "test", "intranet", "internal", "private", "corp", "home", "lan", "localdomain", "mail", "arpa",
    ];

    /// <summary>
    /// Whether the host may be looked up at all, judged by its spelling. One-label and special names are refused on the public internet;
    /// where the operator has allowed networks, they are ordinary local names, and only the addresses decide.
    /// </summary>
    public bool Allows(HostName host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (host.Address is not null) return Allows(host.Address);
        if (options.AllowedNetworks.Count > 0) return true;
        return host.Value.Contains('.')
            && !SpecialNames.Any(name => host.Value == name || host.Value.EndsWith("." + name, StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether a packet may go to this address: denied networks first, then allowed ones, then the special-purpose registries. An IPv6
    /// address that carries an IPv4 one does not get around the rule: a mapped one is refused whatever was allowed (IPNetwork.Contains
    /// looks inside it), the other forms are outside of what may be dialled.
    /// </summary>
    public bool Allows(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (IsDenied(address)) return false;
        return options.AllowedNetworks.Any(network => network.Contains(address)) || !SpecialPurposeNetworks.Contains(address);
    }

    /// <summary>
    /// The same of an address that a name was resolved to: there, one that the network's resolver made of an IPv4 address (<see cref="TranslatedAddress"/>) leads to that one, and may be
    /// dialled where it may. Nobody names such an address himself.
    /// </summary>
    internal bool AllowsResolved(IPAddress address) => Allows(address) || (TranslatedAddress.EmbeddedIn(address) is { } four && !IsDenied(address) && Allows(four));

    private bool IsDenied(IPAddress address) =>
        address.IsIPv4MappedToIPv6 || address.ScopeIdIsSet() || options.DeniedNetworks.Any(network => network.Contains(address));

    /// <summary>Whether this port may be dialled.</summary>
    public bool AllowsPort(int port) => options.AllowedPorts.Any(range => port >= range.First && port <= range.Last);
}

file static class Scopes
{
    internal static bool ScopeIdIsSet(this IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && address.ScopeId != 0;
}
