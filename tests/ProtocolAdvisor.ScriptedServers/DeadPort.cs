using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>A port on loopback behind which nobody answers: either it refuses, or it swallows every attempt to connect.</summary>
public sealed class DeadPort : IDisposable
{
    private readonly List<Socket> sockets = [];

    private DeadPort(IPAddress address)
    {
        var socket = Own(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        // Bound, so that nobody else gets the port meanwhile; without Listen it refuses.
        socket.Bind(new IPEndPoint(address, 0));
        EndPoint = (IPEndPoint)socket.LocalEndPoint!;
    }

    public IPEndPoint EndPoint { get; }

    public int Port => EndPoint.Port;

    /// <summary>Answers every attempt with RST: "connection refused".</summary>
    public static DeadPort Refusing(IPAddress? address = null) => new(address ?? IPAddress.Loopback);

    /// <summary>Leaves every attempt unanswered, as a firewall does that drops packets.</summary>
    public static async Task<DeadPort> SwallowingAsync(IPAddress? address = null)
    {
        var dead = new DeadPort(address ?? IPAddress.Loopback);
        // The kernel drops a SYN once the queue of connections that nobody accepts is full.
        dead.sockets[0].Listen(0);
        while (true)
        {
            var filler = dead.Own(new Socket(dead.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            try
            {
                await filler.ConnectAsync(dead.EndPoint, patience.Token);
            }
            catch (OperationCanceledException)
            {
                return dead;
            }
        }
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());

    private Socket Own(Socket socket)
    {
        sockets.Add(socket);
        return socket;
    }
}
