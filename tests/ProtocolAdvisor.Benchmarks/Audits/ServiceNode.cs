using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>One node of the service as a process of its own, in a world, with the limits of an ordinary installation.</summary>
internal sealed class ServiceNode : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("audit-bench");
    private readonly Process _process;

    private ServiceNode(WorldPlaces world, string? database)
    {
        var (port, silo) = (FreePort(), FreePort());
        string[] settings =
        [
            $"Urls=http://127.0.0.1:{port}", "Discovery:CatalogueUrl=none", "Targets:AllowedNetworks:0=127.0.0.0/8", $"Tls:TrustedRoots:0={world.Root}", $"Dns:Servers:0={world.Dns}",
            $"Discovery:HttpsPort={world.HttpsPort}", $"Discovery:HttpPort={world.HttpPort}", "Logging:LogLevel:Default=Warning",
            .. database is null
                ? (string[])[$"ConnectionStrings:Advisor=Data Source={Path.Combine(_folder.FullName, "advisor.db")}"]
                : ["Storage:Provider=postgresql", $"ConnectionStrings:Advisor={database}", "Cluster:Enabled=true", "Cluster:AdvertisedAddress=127.0.0.1", $"Cluster:SiloPort={silo}"],
        ];
        var start = new ProcessStartInfo("dotnet", [Repository.Advisor, .. settings.Select(x => $"--{x}")]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said) Console.Error.WriteLine(said);
        };
        _process.BeginOutputReadLine();
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>What speaks to it.</summary>
    internal HttpClient Http { get; }

    /// <summary>Its CPU time so far.</summary>
    internal TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory at its highest so far, MiB.</summary>
    internal double PeakMiB => double.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").Single(x => x.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;

    /// <summary>Its process, for whoever wants to look into it or kill it.</summary>
    internal int ProcessId => _process.Id;

    /// <summary>Starts one and waits until it calls itself ready.</summary>
    /// <param name="world">What it is to audit.</param>
    /// <param name="database">The database that it shares with other nodes; null for a file of its own, and no cluster.</param>
    /// <param name="token">Ends the waiting.</param>
    internal static async Task<ServiceNode> StartAsync(WorldPlaces world, string? database, CancellationToken token)
    {
        var node = new ServiceNode(world, database);
        try
        {
            for (var start = Stopwatch.GetTimestamp(); !await node.IsReadyAsync(token);)
            {
                if (node._process.HasExited || Stopwatch.GetElapsedTime(start) > ReadyLimit) throw new LabException("A node of the service did not become ready.");
                await Task.Delay(50, token);
            }

            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync(CancellationToken token)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
