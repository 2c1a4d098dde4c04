using System.Net;
using System.Text.Json.Nodes;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.SickMachines;

/// <summary>The service on a machine whose name servers are partly or wholly dead: what can be found out is found out, run for run, and readiness tells of the rest.</summary>
public sealed class NameServerTests : IAsyncLifetime
{
    private static readonly IPAddress First = IPAddress.Parse("127.0.0.11");
    private static readonly IPAddress Second = IPAddress.Parse("127.0.0.12");
    private SeparateMachine _machine = null!;

    public async ValueTask InitializeAsync()
    {
        if (await SeparateMachine.WhyNoneAsync() is { } why) Assert.Skip(why);
        _machine = await SeparateMachine.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_machine is not null) await _machine.DisposeAsync();
    }

    [Fact]
    public async Task Behind_a_silent_first_name_server_of_the_system_everything_is_found_each_time()
    {
        await using var dead = ScriptedDnsServer.StartOn(_machine, First);
        dead.Otherwise = DnsAnswer.None;
        await using var server = ScriptedMailServer.StartOn(_machine, new ImapScript(), IPAddress.Loopback);
        await using var dns = Zone(ScriptedDnsServer.StartOn(_machine, Second), server.Port);
        _machine.AsksForNames(First, Second);
        await using var advisor = await RunningAdvisor.StartOnAsync(_machine);
        Assert.Equal("answers", await ResolverAsync(advisor));
        for (var run = 0; run < 3; run++) await FindsEverythingAsync(advisor, server.Port);
    }

    [Fact]
    public async Task Behind_a_silent_first_name_server_of_the_settings_everything_is_found_each_time()
    {
        await using var dead = ScriptedDnsServer.Start();
        dead.Otherwise = DnsAnswer.None;
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var dns = Zone(ScriptedDnsServer.Start(), server.Port);
        await using var advisor = await RunningAdvisor.StartAsync(null, true, $"Dns:Servers:0={dead.EndPoint}", $"Dns:Servers:1={dns.EndPoint}");
        Assert.Equal("answers", await ResolverAsync(advisor));
        for (var run = 0; run < 3; run++) await FindsEverythingAsync(advisor, server.Port);
    }

    [Fact]
    public async Task Many_runs_behind_a_silent_first_name_server_do_not_wait_for_one_another()
    {
        await using var dead = ScriptedDnsServer.StartOn(_machine, First);
        dead.Otherwise = DnsAnswer.None;
        await using var server = ScriptedMailServer.StartOn(_machine, new ImapScript(), IPAddress.Loopback);
        await using var dns = ScriptedDnsServer.StartOn(_machine, Second);
        dns.Otherwise = DnsAnswer.Of("127.0.0.1");
        _machine.AsksForNames(First, Second);
        await using var advisor = await RunningAdvisor.StartOnAsync(_machine, "Targets:PerAddress:Concurrency=100");
        var runs = Enumerable.Range(0, 60).Select(i => ReadAsync(advisor.AssessAsync(
            $$"""{"server":{"endpoints":[{"protocol":"imap","host":"mail{{i}}.sick.example","port":{{server.Port}},"security":"startTls"}]},"deadlineMs":30000}"""))).ToList();
        Assert.Equal(200, await advisor.StatusAsync("/health/live"));
        Assert.All(await Task.WhenAll(runs), report => Assert.Equal("completed", (string?)report["endpoints"]![0]!["steps"]![0]!["outcome"]));
        Assert.All(await Task.WhenAll(runs), report => Assert.InRange((double)report["durationMs"]!, 0, 8000));
    }

    [Fact]
    public async Task Without_an_answering_name_server_readiness_says_so_and_lookups_are_impossible_until_one_is_back()
    {
        await using var server = ScriptedMailServer.StartOn(_machine, new ImapScript(), IPAddress.Loopback);
        await using var dead = ScriptedDnsServer.StartOn(_machine, First);
        dead.Otherwise = DnsAnswer.None;
        _machine.AsksForNames(First, Second);
        await using var advisor = await RunningAdvisor.StartOnAsync(_machine);
        Assert.Equal("unanswered", await ResolverAsync(advisor));
        var report = await ReadAsync(advisor.AssessAsync("""{"email":"jane@sick.example","deadlineMs":15000}"""));
        Assert.Equal("couldNotFindOut", (string?)report["summary"]!["state"]);
        Assert.Equal(["lookup-impossible"], report["findings"]!.AsArray().Select(x => (string?)x!["code"]));

        await using var dns = Zone(ScriptedDnsServer.StartOn(_machine, Second), server.Port);
        while (await ResolverAsync(advisor) != "answers") await Task.Delay(100, TestContext.Current.CancellationToken);
        await FindsEverythingAsync(advisor, server.Port);
    }

    private static ScriptedDnsServer Zone(ScriptedDnsServer dns, int port) => dns
        .Answer("mail.sick.example", "127.0.0.1")
        .Answer("_imap._tcp.sick.example", DnsAnswer.Of(DnsRecord.Srv(0, 1, (ushort)port, "mail.sick.example")))
        .Answer("sick.example", DnsAnswer.Of(DnsRecord.Mx(10, "mail.sick.example")));

    private static async Task FindsEverythingAsync(RunningAdvisor advisor, int port)
    {
        var report = await ReadAsync(advisor.AssessAsync("""{"email":"jane@sick.example","deadlineMs":20000}"""));
        var sources = report["discovery"]!["sources"]!.AsArray();
        // Names that only convention suggests are not waited for once better sources have spoken.
        Assert.Empty(sources.Where(x => ((string?)x!["source"], (string?)x["outcome"]) is (not "convention", "failed")).Select(x => x!.ToJsonString()));
        foreach (var source in (string[])["srv", "mx"]) Assert.Contains(sources, x => ((string?)x!["source"], (string?)x["outcome"]) == (source, "found"));
        var endpoint = Assert.Single(report["endpoints"]!.AsArray(), x => (int?)x!["port"] == port)!;
        Assert.Contains(endpoint["steps"]!.AsArray(), x => ((string?)x!["step"], (string?)x["outcome"]) == ("greeting", "completed"));
    }

    private static async Task<string?> ResolverAsync(RunningAdvisor advisor) => (string?)(await ReadAsync(advisor.SendAsync(HttpMethod.Get, "/health/ready")))["resolver"];

    private static async Task<JsonNode> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var reply = await sending;
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
