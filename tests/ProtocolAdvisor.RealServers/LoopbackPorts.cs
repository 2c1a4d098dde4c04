using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.RealServers;

/// <summary>Finds free ports, and tells when a server has begun to answer on them.</summary>
public static class LoopbackPorts
{
    /// <summary>Below the range from which the kernel takes ports for outgoing connections: those may go before a server binds.</summary>
    private const int First = 20000, End = 27000;

    // Ports given to a server that has not bound them yet: .NET binds with SO_REUSEADDR, so trying them tells nothing.
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port that nobody listens on, over TCP or UDP, and that nobody else is given.</summary>
    public static int Free(IPAddress address)
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            if (Given.TryAdd(port, true) && IsFree(address, port))
                return port;
        }
    }

    /// <summary>The port itself; throws where somebody has it already.</summary>
    public static int Wanted(IPAddress address, int port) =>
        IsFree(address, port) ? port : throw new InvalidOperationException($"Port {port} on {address} is in use.");

    /// <summary>Whether the port accepts, and, where asked for, says something first.</summary>
    public static async Task<bool> AnswersAsync(IPAddress address, int port, bool greets, CancellationToken cancellationToken)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken);
            return !greets || await socket.ReceiveAsync(new byte[512], cancellationToken) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Whether a server may listen there: nobody does yet, and we are allowed to.</summary>
    public static bool IsFree(IPAddress address, int port) =>
        Binds(new(address, port), SocketType.Stream, ProtocolType.Tcp) && Binds(new(address, port), SocketType.Dgram, ProtocolType.Udp);

    private static bool Binds(IPEndPoint endPoint, SocketType type, ProtocolType protocol)
    {
        using var socket = new Socket(endPoint.AddressFamily, type, protocol);
        try
        {
            socket.Bind(endPoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
