using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Inbound;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Inbound;

/// <summary>Whoever opens connections takes away his own, never the work's.</summary>
public sealed class InboundTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<AdvisorTelemetry>().BuildServiceProvider();

    /// <summary>How many files the process may open; <c>FILES=20000</c> tries another limit.</summary>
    public static TheoryData<int> FileLimits => [.. (Environment.GetEnvironmentVariable("FILES") ?? "700,1024").Split(',').Select(x => int.Parse(x, CultureInfo.InvariantCulture))];

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData(700, 200, 4, 172)]
    [InlineData(1024, 200, 9, 336)]
    [InlineData(20_000, 200, 200, 4000)]
    [InlineData(20_000, 10_000, 306, 4000)]
    [InlineData(1024, 5, 5, 464)]
    public void Files_are_shared_out_between_runs_and_connections(int files, int wanted, int runs, int connections)
    {
        var budget = FileBudget.Of(files, wanted);
        Assert.Equal(new FileBudget(runs, connections), budget);
        Assert.InRange(FileBudget.Own + (budget.Runs * FileBudget.PerRun) + budget.Connections, 0, files);
    }

    [Fact]
    public void Too_few_files_refuse_the_start() =>
        Assert.Contains("at least 496 are needed", Assert.Throws<StartRefusedException>(() => FileBudget.Of(400, 200)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_too_many_ends_the_oldest_idle_one_of_whoever_holds_most()
    {
        var all = Of(8);
        var others = Enumerable.Range(0, 4).Select(i => Connect(all, $"192.0.2.{i}")).ToList();
        var hostile = Enumerable.Range(0, 4).Select(_ => Connect(all, "198.51.100.1")).ToList();
        hostile[0].Connection.Begin();
        var next = Connect(all, "203.0.113.1");
        Assert.Equal([false, true, false, false], hostile.Select(x => x.Ended));
        Assert.DoesNotContain(others, x => x.Ended);
        Assert.False(next.Ended);
        Assert.Equal(8, all.Count);
    }

    [Fact]
    public void One_address_holds_three_quarters_and_its_work_is_not_ended()
    {
        var all = Of(8);
        var held = Enumerable.Range(0, 6).Select(_ => Connect(all, "198.51.100.1")).ToList();
        foreach (var one in held) one.Connection.Begin();
        Assert.True(Connect(all, "198.51.100.1").Ended);
        held[2].Connection.End();
        Assert.False(Connect(all, "198.51.100.1").Ended);
        Assert.True(held[2].Ended);
        Assert.False(Connect(all, null).Ended);
        Assert.False(Connect(all, "192.0.2.1").Ended);
    }

    [Theory]
    [MemberData(nameof(FileLimits))]
    public async Task Idle_connections_by_the_thousand_neither_end_the_process_nor_keep_a_run_from_it(int files)
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await RunningAdvisor.StartAsync(files);
        var idle = new List<Socket>();
        try
        {
            var running = advisor.AssessAsync(Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":4000"));
            for (var i = 0; i < Math.Min(files + 1500, (FileBudget.Limit() ?? int.MaxValue) - 1000); i++) idle.Add(await ConnectAsync(advisor.Port));
            Assert.Equal(201, (int)(await running).StatusCode);
            using var beside = await advisor.AssessAsync(Requests.OfDeadServer);
            Assert.Equal(201, (int)beside.StatusCode);
            Assert.False(advisor.HasExited);
            Assert.Single(advisor.Output.Split('\n'), x => x.Contains(" connections were ended", StringComparison.Ordinal));
            Assert.DoesNotContain("rejected", advisor.Output, StringComparison.Ordinal);
        }
        finally
        {
            foreach (var one in idle) one.Dispose();
        }
    }

    [Fact]
    public async Task As_many_runs_at_once_as_come_do_not_use_up_the_files()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var advisor = await RunningAdvisor.StartAsync(700, true, "Targets:PerHost:Concurrency=1000");
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => advisor.AssessAsync("""{"server":{"host":"127.0.0.1"},"deadlineMs":60000}""")));
        Assert.All(replies, reply => Assert.Equal(201, (int)reply.StatusCode));
        Assert.DoesNotContain("Too many open files", advisor.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("too few files (ulimit -n) for 200 runs at once; 4 run", advisor.Output, StringComparison.Ordinal);
    }

    // A budget of which so many are held.
    private InboundConnections Of(int held) => new(new FileBudget(1, (held * 8 / 7) + 1), _services.GetRequiredService<AdvisorTelemetry>(), TimeProvider.System, NullLogger<InboundConnections>.Instance);

    private static async Task<Socket> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nX-"));
        return socket;
    }

    private static Held Connect(InboundConnections all, string? address)
    {
        var held = new Held(all, address);
        all.Add(held.Connection);
        return held;
    }

    private sealed class Held : DefaultConnectionContext
    {
        public Held(InboundConnections all, string? address) => Connection = new InboundConnection(address, this, all);

        public InboundConnection Connection { get; }

        public bool Ended { get; private set; }

        public override void Abort(ConnectionAbortedException abortReason) => Ended = true;
    }
}
