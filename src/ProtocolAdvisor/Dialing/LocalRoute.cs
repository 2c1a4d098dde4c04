using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.Dialing;

/// <summary>Whether our own machine knows a way to an address. Where it does not, that says nothing about whoever is there.</summary>
internal static class LocalRoute
{
    /// <summary>Asks the kernel's routing table. Connecting a datagram socket looks the route up and sends nothing (connect(2)).</summary>
    /// <param name="target">The address and port.</param>
    internal static bool Exists(IPEndPoint target)
    {
        try
        {
            using var socket = new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(target);
            return true;
        }
        catch (SocketException)
        {
            return false; // no route, or no file to ask with: ours either way
        }
    }
}
