using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>Stands before a server on loopback and makes it far away: what either side sends comes half a round trip later, in its order. Connecting takes no time.</summary>
public sealed class FarRelay : IAsyncDisposable
{
    private const int LargestPiece = 64 << 10;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource leaving = new();
    private readonly TimeSpan oneWay;
    private readonly Task accepting;

    private FarRelay(int port, TimeSpan roundTrip)
    {
        oneWay = roundTrip / 2;
        listener.Start();
        accepting = AcceptAsync(port);
    }

    /// <summary>The port at which the server now is.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>A relay to a port of 127.0.0.1.</summary>
    public static FarRelay To(int port, TimeSpan roundTrip) => new(port, roundTrip);

    /// <summary>Cuts all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        listener.Dispose();
        await accepting;
        leaving.Dispose();
    }

    private async Task AcceptAsync(int port)
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(RelayAsync(await listener.AcceptTcpClientAsync(leaving.Token), port));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(TcpClient near, int port)
    {
        using var ownNear = near;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        await far.ConnectAsync(IPAddress.Loopback, port);
        await Task.WhenAny(PumpAsync(near.GetStream(), far.GetStream()), PumpAsync(far.GetStream(), near.GetStream()));
    }

    // Reads on while what came before is on its way.
    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[LargestPiece];
        var sent = Task.CompletedTask;
        try
        {
            while (await from.ReadAsync(buffer, leaving.Token) is > 0 and var read)
                sent = SendAsync(sent, Task.Delay(oneWay, leaving.Token), buffer[..read], to);
            await sent;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Somebody has left.
        }
    }

    private async Task SendAsync(Task before, Task arrival, byte[] piece, NetworkStream to)
    {
        await before;
        await arrival;
        await to.WriteAsync(piece, leaving.Token);
    }
}
