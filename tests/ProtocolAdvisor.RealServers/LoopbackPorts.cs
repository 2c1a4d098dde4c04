using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.RealServers;

/// <summary>Finds free ports, and tells when a server has begun to answer on them.</summary>
internal static class LoopbackPorts
{
    /// <summary>Below the range from which the kernel takes ports for outgoing connections: those may go before Dovecot binds.</summary>
    private const int First = 20000, End = 27000;

    // Ports given to a server that has not bound them yet: .NET binds with SO_REUSEADDR, so trying them tells nothing.
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public static IReadOnlyDictionary<DovecotListener, int> For(DovecotSetup setup)
    {
        // All are held until the last is found, so that none is given twice.
        var held = new List<Socket>();
        try
        {
            return setup.OpenListeners.ToDictionary(
                listener => listener,
                listener => setup.Ports.TryGetValue(listener, out var port) ? Wanted(port) : Free());
        }
        finally
        {
            held.ForEach(socket => socket.Dispose());
        }

        int Wanted(int port) => TryHold(port) ? port : throw new InvalidOperationException($"Port {port} on {setup.Address} is in use.");

        int Free()
        {
            while (true)
            {
                var port = Random.Shared.Next(First, End);
                if (Given.TryAdd(port, true) && TryHold(port))
                    return port;
            }
        }

        bool TryHold(int port)
        {
            var socket = new Socket(setup.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            held.Add(socket);
            try
            {
                socket.Bind(new IPEndPoint(setup.Address, port));
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }
    }

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
}
