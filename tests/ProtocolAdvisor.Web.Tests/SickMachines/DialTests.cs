using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Inbound;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.SickMachines;

/// <summary>Many addresses that do not answer: whoever publishes them must not take the files of the process, nor every connection of a neighbour's server.</summary>
public sealed class DialTests : IAsyncLifetime
{
    private const int Hosts = 16;
    private readonly ScriptedDnsServer _dns = ScriptedDnsServer.Start();

    public ValueTask InitializeAsync()
    {
        for (var host = 0; host < Hosts; host++) _dns.Answer($"mail{host}.crowd.example", [.. Enumerable.Range(1, 8).Select(i => $"127.9.{host}.{i}")]);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _dns.DisposeAsync();

    [Fact]
    public async Task One_request_for_a_hundred_silent_addresses_stays_within_the_share_of_dials_and_hinders_nobody()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var silent = new SilentPort();
        await using var healthy = ScriptedMailServer.Start(new ImapScript());
        await using var advisor = await RunningAdvisor.StartAsync(700, true, $"Dns:Servers:0={_dns.EndPoint}");
        var crowd = ReadAsync(advisor.AssessAsync(Request(silent.Port, 16)));
        var most = 0;
        var beside = new List<Task<JsonNode>>();
        while (!crowd.IsCompleted)
        {
            // The kernel's table is no picture of one moment: what stands in two readings was there between them.
            most = Math.Max(most, silent.Dialling().Intersect(silent.Dialling()).Count());
            if (most > 0 && beside.Count == 0) beside.Add(ReadAsync(advisor.AssessAsync(Requests.OfEndpoint(healthy.Port).Replace("implicitTls", "startTls", StringComparison.Ordinal))));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.InRange(most, 1, FileBudget.Of(700, 200).Dials);
        Assert.Contains((await beside.Single())["endpoints"]![0]!["steps"]!.AsArray(), x => ((string?)x!["step"], (string?)x["outcome"]) == ("greeting", "completed"));
        Assert.DoesNotContain((await crowd)["findings"]!.AsArray(), x => (string?)x!["code"] == "local-fault");
    }

    [Fact]
    public async Task Eight_addresses_of_one_name_get_no_more_than_the_limit_of_each_however_many_ask()
    {
        var servers = new List<ScriptedMailServer> { ScriptedMailServer.Start(new ImapScript(), IPAddress.Parse("127.9.0.1")) };
        for (var i = 2; i <= 8; i++) servers.Add(ScriptedMailServer.Start(new ImapScript(), IPAddress.Parse($"127.9.0.{i}"), servers[0].Port));
        for (var i = 1; i < Hosts; i++) _dns.Answer($"mail{i}.crowd.example", [.. servers.Select(x => $"{x.Address}")]);
        await using var advisor = await RunningAdvisor.StartAsync(null, true, $"Dns:Servers:0={_dns.EndPoint}", "Targets:PerAddress:Concurrency=3", "Targets:PerAddress:PerMinute=20");
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ReadAsync(advisor.AssessAsync(Request(servers[0].Port, 16)))));
        Assert.All(reports, report => Assert.Equal(16, report["endpoints"]!.AsArray().Count));
        foreach (var server in servers)
        {
            // What has come back of the minute's permits meanwhile is a third of them in 20 s.
            Assert.InRange(server.Connections.Count, 1, 27);
            await server.DisposeAsync();
        }
    }

    private static string Request(int port, int hosts) =>
        $$"""
        {"server":{"endpoints":[{{string.Join(',', Enumerable.Range(0, hosts).Select(i => $$"""{"protocol":"imap","host":"mail{{i}}.crowd.example","port":{{port}},"security":"startTls"}"""))}}]},"deadlineMs":20000}
        """;

    private static async Task<JsonNode> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var reply = await sending;
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A port on all addresses of loopback that lets nobody in: the queue of its listener is full, and the kernel drops what comes.</summary>
    private sealed class SilentPort : IDisposable
    {
        private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly List<Socket> _queue = [];

        public SilentPort()
        {
            _listener.Bind(new IPEndPoint(IPAddress.Any, 0));
            _listener.Listen(0);
            for (var i = 0; i < 4; i++)
            {
                var waiting = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                _queue.Add(waiting);
                try
                {
                    waiting.Connect(new IPEndPoint(IPAddress.Loopback, Port));
                }
                catch (SocketException)
                {
                    // It goes on by itself.
                }
            }
        }

        public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

        /// <summary>The connections to it that are being dialled (SYN_SENT), by both their ends, our own in the queue left out.</summary>
        public IReadOnlyList<string> Dialling() =>
        [
            .. from line in File.ReadLines("/proc/net/tcp").Skip(1)
               let parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
               where parts[3] == "02" && parts[2].EndsWith(Port.ToString("X4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                   && !parts[2].StartsWith("0100007F", StringComparison.Ordinal)
               select $"{parts[1]} {parts[2]}",
        ];

        public void Dispose()
        {
            foreach (var one in _queue) one.Dispose();
            _listener.Dispose();
        }
    }
}
