using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.RealServers;

/// <summary>Finds free ports, and tells when a server has begun to answer on them.</summary>
internal static class LoopbackPorts
{
    public static IReadOnlyDictionary<DovecotListener, int> For(DovecotSetup setup)
    {
        // All are held open until the last is found, so that no port is given twice.
        var held = new List<TcpListener>();
        try
        {
            return setup.OpenListeners.ToDictionary(
                listener => listener,
                listener => setup.Ports.TryGetValue(listener, out var port) ? port : Take());
        }
        finally
        {
            held.ForEach(listener => listener.Dispose());
        }

        int Take()
        {
            var listener = new TcpListener(setup.Address, 0);
            listener.Start();
            held.Add(listener);
            return ((IPEndPoint)listener.LocalEndpoint).Port;
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
