using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.RealServers;

/// <summary>
/// Debian's knot, a name server, on loopback with zones of its own, deleted afterwards. It is authoritative: it follows a CNAME only
/// within a zone and never says that it validated anything.
/// </summary>
public sealed class KnotServer : IAsyncDisposable
{
    /// <summary>What to do where <see cref="Available"/> is false.</summary>
    public const string Missing = "knot is not installed. On Debian or Ubuntu: apt-get install -y --no-install-recommends knot";

    /// <summary>A query for the root's SOA record: the answer itself does not matter.</summary>
    private static readonly byte[] Query = [0x27, 0x53, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 1];

    private readonly KnotFolder folder;
    private readonly ServerProcess process;

    private KnotServer(IReadOnlyList<DnsZone> zones, IPEndPoint endPoint)
    {
        EndPoint = endPoint;
        folder = new KnotFolder(zones, endPoint);
        process = new ServerProcess(folder, "knotd", ["-c", folder.Configuration]);
    }

    /// <summary>Whether knot is installed.</summary>
    public static bool Available => File.Exists("/usr/sbin/knotd");

    /// <summary>Where it answers, over UDP and TCP.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The server's process.</summary>
    public int ProcessId => process.Id;

    /// <summary>What knot has logged so far.</summary>
    public string Log => folder.ReadLogs();

    /// <summary>Starts knot on 127.0.0.1 and waits until it answers; a zone with a mistake in it is an error that quotes the log.</summary>
    public static async Task<KnotServer> StartAsync(IEnumerable<DnsZone> zones, int? port = null)
    {
        if (!Available)
            throw new InvalidOperationException(Missing);
        DnsZone[] all = [.. zones];
        var address = IPAddress.Loopback;
        var server = new KnotServer(all, new(address, port is { } wanted ? LoopbackPorts.Wanted(address, wanted) : LoopbackPorts.Free(address)));
        try
        {
            // Zones are loaded before the first answer, so that whoever is answered may ask for everything.
            await server.process.WaitUntilAsync(server.AnswersAsync);
            server.CheckLoaded(all);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await folder.DeleteAsync();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var socket = new Socket(EndPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            await socket.ConnectAsync(EndPoint, cancellationToken);
            await socket.SendAsync(Query, cancellationToken);
            return await socket.ReceiveAsync(new byte[512], cancellationToken) > 0
                && await LoopbackPorts.AnswersAsync(EndPoint.Address, EndPoint.Port, greets: false, cancellationToken);
        }
        catch (SocketException)
        {
            // Nobody listens yet, says the kernel at once (ICMP).
            return false;
        }
    }

    private void CheckLoaded(IEnumerable<DnsZone> zones)
    {
        var log = Log;
        if (zones.FirstOrDefault(zone => zone.State == ZoneState.Served && log.Contains($"error: [{zone.AsciiOrigin}]", StringComparison.Ordinal)) is { } broken)
            throw new InvalidOperationException($"knot cannot load {broken.Origin}: {log}");
    }
}
