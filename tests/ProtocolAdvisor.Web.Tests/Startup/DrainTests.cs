using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Startup;

/// <summary>A stop takes no new work and breaks nothing off, as long as its time lasts.</summary>
public sealed class DrainTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_signal_lets_runs_under_way_end_with_their_reports_and_takes_no_new_one(string signal)
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var other = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await RunningAdvisor.StartAsync();
        var run = advisor.AssessAsync(Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":5000"));
        var stream = await advisor.StreamAsync(Requests.OfEndpoint(other.Port, ",\"deadlineMs\":5000"));
        foreach (var server in new[] { silent, other }) await server.NextConnectionAsync(TestContext.Current.CancellationToken);
        await advisor.SignalAsync(signal);
        await advisor.LogsAsync("Stopping: 2 runs under way");
        Assert.Equal((503, 200), (await advisor.StatusAsync("/health/ready"), await advisor.StatusAsync("/health/live")));
        using var refused = await advisor.AssessAsync(Requests.OfDeadServer);
        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Contains("\"stopping\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(201, (int)(await run).StatusCode);
        var told = await stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(": the service is stopping", told, StringComparison.Ordinal);
        Assert.Contains("event: report\n", told, StringComparison.Ordinal);
        await advisor.EndedAsync(Soon);
        Assert.Equal(0, advisor.ExitCode);
    }

    [Fact]
    public async Task Runs_that_are_not_over_in_time_are_told_so()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var other = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        using var names = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var advisor = await RunningAdvisor.StartAsync(null, true, "Limits:ShutdownTime=00:00:01", $"Dns:Servers:0={names.Client.LocalEndPoint}", "Dns:Timeout=00:00:10");
        var run = advisor.AssessAsync(Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":60000"));
        var stream = await advisor.StreamAsync(Requests.OfEndpoint(other.Port, ",\"deadlineMs\":60000"));
        foreach (var server in new[] { silent, other }) await server.NextConnectionAsync(TestContext.Current.CancellationToken);
        var discovery = advisor.SendAsync(HttpMethod.Post, "/v1/discoveries", """{"domain":"example.com","deadlineMs":30000}""");
        await names.ReceiveAsync(TestContext.Current.CancellationToken);
        await advisor.SignalAsync("TERM");
        Assert.Equal(503, (int)(await discovery).StatusCode);
        Assert.Equal(503, (int)(await run).StatusCode);
        var told = await stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("event: problem\n", told, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"stopping\"", told, StringComparison.Ordinal);
        await advisor.EndedAsync(Soon);
        Assert.Equal(0, advisor.ExitCode);
    }
}
