using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>The service as a process of its own, under limits of its own, that goes on running until the test ends it.</summary>
internal sealed class RunningAdvisor : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly StringBuilder _output = new();
    private Task _reading = Task.CompletedTask;

    private RunningAdvisor(Process process, string folder, int port, HttpClient client)
    {
        (_process, _folder, Port, Client) = (process, folder, port, client);
        Client.Timeout = TimeSpan.FromSeconds(60);
    }

    private const string Nobody = "65534";

    public int Port { get; }

    public HttpClient Client { get; }

    public string Database => Path.Combine(_folder, "advisor.db");

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has logged and was read so far.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <summary>Starts it and waits until it is warm; loopback may be dialled.</summary>
    /// <param name="files">How many files it may open; none for as many as the tests may.</param>
    /// <param name="readsLog">Whether anybody reads its log.</param>
    /// <param name="settings">Its settings.</param>
    public static Task<RunningAdvisor> StartAsync(int? files = null, bool readsLog = true, params string[] settings) => StartAsync(files is null ? [] : ["prlimit", $"--nofile={files}:{files}"], null, readsLog, settings);

    /// <summary>Starts it on a machine of its own.</summary>
    public static Task<RunningAdvisor> StartOnAsync(SeparateMachine machine, params string[] settings) => StartAsync(machine.Enter, machine, true, settings);

    /// <summary>Starts it as the user nobody, whom root's own files are closed to; whoever is not root has no other user to be.</summary>
    public static Task<RunningAdvisor> StartAsNobodyAsync(params string[] settings) =>
        StartAsync(Environment.UserName == "root" ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [], null, true, settings);

    private static async Task<RunningAdvisor> StartAsync(IReadOnlyList<string> before, SeparateMachine? machine, bool readsLog, string[] settings)
    {
        var (folder, port) = (Directory.CreateTempSubdirectory("advisor-running").FullName, FreePort());
        string[] own = [$"ConnectionStrings:Advisor=Data Source={Path.Combine(folder, "advisor.db")}", $"urls=http://127.0.0.1:{port}", "Discovery:CatalogueUrl=none", "Targets:AllowedNetworks:0=127.0.0.0/8", "Targets:AllowedPorts:0=1-65535"];
        if (before.Contains($"--reuid={Nobody}")) await GiveAsync(folder);
        string[] command = [.. before, "dotnet", typeof(Program).Assembly.Location, .. own.Concat(settings).Select(x => $"--{x}")];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        var client = machine?.Client(port) ?? new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var advisor = new RunningAdvisor(Process.Start(start)!, folder, port, client);
        if (readsLog) advisor.ReadLog();
        await advisor.ReadyAsync();
        return advisor;
    }

    /// <summary>Reads the log from now on.</summary>
    public void ReadLog() => _reading = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));

    /// <summary>Waits for a text in the log.</summary>
    public async Task LogsAsync(string text)
    {
        while (!Output.Contains(text, StringComparison.Ordinal)) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> AssessAsync(string json) => SendAsync(HttpMethod.Post, "/v1/assessments", json);

    public Task<HttpResponseMessage> StreamAsync(string json) => SendAsync(HttpMethod.Post, "/v1/assessments/stream", json);

    /// <summary>The answer as soon as its head is there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async Task<int> StatusAsync(string path)
    {
        using var reply = await SendAsync(HttpMethod.Get, path);
        return (int)reply.StatusCode;
    }

    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task EndedAsync(TimeSpan patience)
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(patience, TestContext.Current.CancellationToken);
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, true);
    }

    private static async Task GiveAsync(string folder)
    {
        using var chown = Process.Start("chown", [Nobody, folder]);
        await chown.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task ReadyAsync()
    {
        while (true)
        {
            Assert.False(_process.HasExited, Output);
            try
            {
                if (await StatusAsync("/health/ready") == 200) return;
            }
            catch (HttpRequestException)
            {
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            lock (_output) _output.AppendLine(line);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
