using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.Dialing;

/// <summary>IPv6 addresses that a network's resolver makes of IPv4 ones (DNS64, RFC 6147), so that machines without IPv4 reach those through its NAT64.</summary>
internal static class TranslatedAddress
{
    // RFC 6052 §2.1. A prefix of the network's own cannot be told from any other.
    private static readonly IPNetwork WellKnown = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>The IPv4 address that it was made of; null where it was not.</summary>
    internal static IPAddress? EmbeddedIn(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && WellKnown.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(^4)) : null;

    /// <summary>
    /// A name's addresses, each server once: what was made of an IPv4 address is dialled as that one, and only where our machine knows no way to it, in its stead. Those that the policy
    /// allows by themselves are the operator's, and stay.
    /// </summary>
    /// <param name="answers">What the resolver answered.</param>
    /// <param name="policy">What may be dialled.</param>
    /// <param name="hasRoute">Whether our machine knows a way to an address.</param>
    internal static IReadOnlyList<IPAddress> Resolved(IReadOnlyList<IPAddress> answers, AddressPolicy policy, Func<IPAddress, bool> hasRoute)
    {
        IPAddress? MadeOf(IPAddress x) => policy.Allows(x) ? null : EmbeddedIn(x);
        var unreached = answers.Select(MadeOf).OfType<IPAddress>().Where(x => !hasRoute(x)).ToHashSet();
        return [.. answers.Select(x => MadeOf(x) is { } four && !unreached.Contains(four) ? four : x).Where(x => !unreached.Contains(x)).Distinct()];
    }
}
