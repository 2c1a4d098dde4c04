using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.Web.Access;

/// <summary>Whom an address stands for, where somebody is counted by it.</summary>
internal static class PeerAddress
{
    private const int BytesOfNetwork = 8;

    /// <summary>The address; of IPv6 the network of 64 bits, of whose addresses every line has as many as it likes.</summary>
    public static string Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return $"{address.MapToIPv4()}";
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"{Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfNetwork))}/64" : $"{address}";
    }
}
