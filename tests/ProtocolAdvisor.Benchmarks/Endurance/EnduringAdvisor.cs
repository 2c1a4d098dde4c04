using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>The service as a process of its own, under a limit of files of its own; its folder may outlive it.</summary>
internal sealed class EnduringAdvisor : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private EnduringAdvisor(Process process, int port)
    {
        (_process, Port) = (process, port);
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };

        // One that is kept open is idle, and the service may end it just when it is used again.
        Http.DefaultRequestHeaders.ConnectionClose = true;
    }

    internal int Port { get; }

    internal HttpClient Http { get; }

    internal bool Lives => !_process.HasExited;

    /// <summary>What it has logged; nothing where nobody reads it.</summary>
    internal string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Resident memory now, MiB.</summary>
    internal double MemoryMiB => Status("VmRSS:");

    /// <summary>Resident memory at its highest, MiB.</summary>
    internal double PeakMiB => Status("VmHWM:");

    /// <summary>Files that are open.</summary>
    internal int Files => Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;

    /// <summary>CPU time so far.</summary>
    internal TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one and waits until it calls itself ready; loopback may be dialled.</summary>
    /// <param name="folder">Where its database lies.</param>
    /// <param name="files">How many files it may open; none for as many as we may.</param>
    /// <param name="readsLog">Whether anybody reads its log.</param>
    /// <param name="token">Ends the waiting.</param>
    /// <param name="settings">Further settings.</param>
    internal static async Task<EnduringAdvisor> StartAsync(string folder, int? files, bool readsLog, CancellationToken token, params string[] settings)
    {
        var port = FreePort();
        string[] own =
        [
            $"ConnectionStrings:Advisor=Data Source={Path.Combine(folder, "advisor.db")}", $"Urls=http://127.0.0.1:{port}", "Discovery:CatalogueUrl=none",
            "Targets:AllowedNetworks:0=127.0.0.0/8", "Targets:AllowedPorts:0=1-65535", "Targets:PerHost:PerMinute=100000", "Targets:PerHost:Concurrency=1000",
            "Targets:PerAddress:PerMinute=1000000", "Targets:PerAddress:Concurrency=1000",
        ];
        string[] command = [.. files is null ? Array.Empty<string>() : ["prlimit", $"--nofile={files}:{files}"], "dotnet", Repository.Advisor, .. own.Concat(settings).Select(x => $"--{x}")];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        var advisor = new EnduringAdvisor(Process.Start(start)!, port);
        if (readsLog) advisor.ReadLog();
        try
        {
            await advisor.ReadyAsync(token);
            return advisor;
        }
        catch
        {
            await advisor.DisposeAsync();
            throw;
        }
    }

    /// <summary>Assesses one endpoint.</summary>
    /// <param name="port">The port.</param>
    /// <param name="token">Ends the waiting.</param>
    /// <param name="host">The host.</param>
    internal async Task<TrialAnswer> AssessAsync(int port, CancellationToken token, string host = "127.0.0.1")
    {
        var json = $$"""{"server":{"endpoints":[{"protocol":"imap","host":"{{host}}","port":{{port}},"security":"startTls"}]},"deadlineMs":15000}""";
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var reply = await Http.PostAsync(new Uri("/v1/assessments", UriKind.Relative), body, token);
        return new TrialAnswer(reply.StatusCode, reply.Headers.Location, JsonNode.Parse(await reply.Content.ReadAsStringAsync(token)));
    }

    /// <summary>The status that a path is answered with.</summary>
    internal async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, CancellationToken token)
    {
        using var request = new HttpRequestMessage(method, path);
        using var reply = await Http.SendAsync(request, token);
        return reply.StatusCode;
    }

    /// <summary>Ends it as a power cut would.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end; how it ended, null where it did not in time.</summary>
    internal async Task<int?> StopAsync(TimeSpan patience, CancellationToken token)
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Task.WhenAny(_process.WaitForExitAsync(limit.Token), Task.Delay(patience, limit.Token));
        await limit.CancelAsync();
        return _process.HasExited ? _process.ExitCode : null;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private double Status(string figure) => double.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").Single(x => x.StartsWith(figure, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture) / 1024;

    private async Task ReadyAsync(CancellationToken token)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            if (!Lives || Stopwatch.GetElapsedTime(began) > ReadyLimit) throw new InvalidOperationException($"The service did not become ready: {Log}");
            try
            {
                if (await StatusAsync(HttpMethod.Get, "/health/ready", token) == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, token);
        }
    }

    private void ReadLog()
    {
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_log) _log.AppendLine(line.Data);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

/// <summary>An answer to an assessment.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Location">Where the report can be opened; null where it is not stored.</param>
/// <param name="Body">The report or the problem.</param>
internal sealed record TrialAnswer(HttpStatusCode Status, Uri? Location, JsonNode? Body)
{
    /// <summary>Whether the server was reached and greeted.</summary>
    internal bool Reached => Status == HttpStatusCode.Created
        && Body!["endpoints"]![0]!["steps"]!.AsArray().Any(x => ((string?)x!["step"], (string?)x["outcome"]) == ("greeting", "completed"));
}
