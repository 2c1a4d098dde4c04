using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>The web service as a process of its own, on a free loopback port, spoken to over HTTP only.</summary>
internal sealed class AdvisorProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromMinutes(1);
    private static readonly string[] Protocols = ["imap", "pop3"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("advisor-bench");
    private readonly Process _process;
    private readonly HttpClient _http;

    private AdvisorProcess(string trustedRoot, string allowedNetwork)
    {
        Port = FreePort();
        var url = $"http://127.0.0.1:{Port}";
        var start = new ProcessStartInfo("dotnet", [Repository.Advisor])
        {
            WorkingDirectory = Path.GetDirectoryName(Repository.Advisor),
            RedirectStandardOutput = true,
        };
        start.Environment["Urls"] = url;
        start.Environment["Targets__AllowedNetworks__0"] = allowedNetwork;
        start.Environment["Tls__TrustedRoots__0"] = trustedRoot;
        start.Environment["ConnectionStrings__Advisor"] = $"Data Source={Path.Combine(_folder.FullName, "advisor.db")}";
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(90) };
    }

    /// <summary>The port on loopback that it listens at.</summary>
    internal int Port { get; }

    /// <summary>Starts one and waits until it calls itself ready.</summary>
    internal static async Task<AdvisorProcess> StartAsync(string trustedRoot, string allowedNetwork, CancellationToken token)
    {
        var advisor = new AdvisorProcess(trustedRoot, allowedNetwork);
        try
        {
            var start = Stopwatch.GetTimestamp();
            while (!await advisor.IsReadyAsync(token))
            {
                if (advisor._process.HasExited || Stopwatch.GetElapsedTime(start) > ReadyLimit) throw new InvalidOperationException("The service did not become ready.");
                await Task.Delay(50, token);
            }

            return advisor;
        }
        catch
        {
            await advisor.DisposeAsync();
            throw;
        }
    }

    /// <summary>Posts one assessment; anything but a complete report of both protocols, signed in, is no measurement.</summary>
    /// <returns>Milliseconds.</returns>
    internal async Task<double> AssessAsync(string host, string username, string password, int samples, CancellationToken token)
    {
        var request = new { server = new { host }, credentials = new { username, password }, measurement = new { samples }, deadlineMs = 60_000 };
        var start = Stopwatch.GetTimestamp();
        using var response = await _http.PostAsJsonAsync("/v1/assessments", request, token);
        var report = await response.Content.ReadFromJsonAsync<JsonElement>(token);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var whole = response.StatusCode == HttpStatusCode.Created && report.GetProperty("complete").GetBoolean()
            && report.GetProperty("mailbox") is { ValueKind: JsonValueKind.Object } mailbox
            && Protocols.All(x => mailbox.GetProperty(x) is { ValueKind: JsonValueKind.Object } seen
                && seen.GetProperty("messages").ValueKind == JsonValueKind.Number && (samples == 0 || seen.GetProperty("fetch").ValueKind == JsonValueKind.Object));
        return whole ? elapsed : throw new InvalidOperationException($"{(int)response.StatusCode}: {report}");
    }

    /// <summary>Resident memory now (<c>VmRSS</c>) or at its highest (<c>VmHWM</c>), MiB.</summary>
    internal double MemoryMiB(string figure)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").Single(x => x.StartsWith(figure + ":", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync(CancellationToken token)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
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
