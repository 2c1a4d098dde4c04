using System.Net;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Cli.Tests.Runs;

/// <summary>The tool on a machine that lacks something: a way over one family of addresses, a name server that answers. Nothing of that is told as the server's.</summary>
public sealed class SickMachineTests : IAsyncLifetime
{
    private const string Host = "mail.sick.example";
    private static readonly IPAddress FirstNameServer = IPAddress.Parse("127.0.0.11");
    private static readonly IPAddress SecondNameServer = IPAddress.Parse("127.0.0.12");

    private readonly TestCertificates _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-sick").FullName;
    private SeparateMachine _machine = null!;

    /// <summary>What becomes of a question to a dead name server.</summary>
    public enum Death
    {
        Unheard,
        NobodyThere,
        Failed,
        Refused,
    }

    public static TheoryData<Death> Deaths => [.. Enum.GetValues<Death>()];

    private string[] Surroundings =>
    [
        "--allow-network", "127.0.0.0/8", "--allow-network", "::1/128", "--allow-network", "2001:db8::/32", "--allow-network", "198.51.100.0/24", "--allow-port", "1-65535",
        "--catalogue", "none", "--trusted-root", Path.Combine(_folder, "root.pem"), "--json", "--deadline", "30",
    ];

    public async ValueTask InitializeAsync()
    {
        if (await SeparateMachine.WhyNoneAsync() is { } why) Assert.Skip(why);
        _machine = await SeparateMachine.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "root.pem"), _authority.RootPem);
    }

    public async ValueTask DisposeAsync()
    {
        if (_machine is not null) await _machine.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, true);
    }

    [Theory]
    [InlineData("127.0.0.1", "2001:db8::1", 20)]
    [InlineData("::1", "198.51.100.1", 4)]
    public async Task A_family_without_a_way_from_here_is_no_fault_of_a_host_that_has_both(string reached, string unreached, int runs)
    {
        await using var server = MailServer(IPAddress.Parse(reached));
        await using var dns = NameServer(FirstNameServer).Answer(Host, reached, unreached);
        _machine.AsksForNames(FirstNameServer);
        for (var run = 0; run < runs; run++)
        {
            var report = await AssessAsync(server.Port);
            Assert.Equal((true, true), ((bool?)report["complete"], (bool?)report["endpoints"]![0]!["usable"]));
            // What the scripted server offers of old TLS, and nothing else.
            Assert.Equal(["tls-legacy-offered"], Codes(report));
        }
    }

    [Theory]
    [InlineData("2001:db8::1")]
    [InlineData("198.51.100.1")]
    public async Task A_host_to_which_there_is_no_way_from_here_could_not_be_found_out_about(string unreached)
    {
        await using var dns = NameServer(FirstNameServer).Answer(Host, unreached);
        _machine.AsksForNames(FirstNameServer);
        var report = await AssessAsync(993);
        Assert.Equal("couldNotFindOut", (string?)report["summary"]!["state"]);
        Assert.Equal(["local-fault"], Codes(report));
        Assert.DoesNotContain("unreachable", report.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_dead_first_name_server_hides_no_address_and_no_record(Death death)
    {
        await using var dead = DeadNameServer(FirstNameServer, death);
        await using var server = MailServer(IPAddress.Loopback);
        await using var dns = NameServer(SecondNameServer).Answer(Host, "127.0.0.1");
        dns.Answer("_imaps._tcp.sick.example", DnsAnswer.Of(DnsRecord.Srv(0, 1, (ushort)server.Port, Host)))
            .Answer("sick.example", DnsAnswer.Of(DnsRecord.Mx(10, "mx.sick.example")));
        _machine.AsksForNames(FirstNameServer, SecondNameServer);

        var assessed = await AssessAsync(server.Port);
        Assert.True((bool?)assessed["endpoints"]![0]!["usable"]);
        Assert.Equal("127.0.0.1", (string?)assessed["endpoints"]![0]!["addresses"]![0]!["address"]);

        var discovered = await DiscoverAsync();
        Assert.Contains(discovered["discovery"]!["candidates"]!.AsArray(), x => (string?)x!["host"] == Host && (int?)x["port"] == server.Port);
        Assert.Contains(dns.Queries, x => x is { Name: "sick.example", Type: DnsType.Mx });
        Assert.DoesNotContain("lookup", string.Join(' ', Codes(discovered)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_name_that_does_not_exist_is_known_not_to_behind_a_dead_first_name_server(Death death)
    {
        await using var dead = DeadNameServer(FirstNameServer, death);
        await using var dns = NameServer(SecondNameServer);
        _machine.AsksForNames(FirstNameServer, SecondNameServer);
        var report = await AssessAsync(993);
        Assert.Equal(["dns-name-not-found"], Codes(report));
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Without_any_name_server_that_answers_lookups_are_impossible_and_nobody_is_blamed(Death death)
    {
        await using var first = DeadNameServer(FirstNameServer, death);
        await using var second = DeadNameServer(SecondNameServer, death);
        _machine.AsksForNames(FirstNameServer, SecondNameServer);
        var report = await AssessAsync(993);
        Assert.Equal(("couldNotFindOut", "lookup-impossible"), ((string?)report["summary"]!["state"], Assert.Single(Codes(report))));
        Assert.Equal(["lookup-impossible"], Codes(await DiscoverAsync()));
    }

    [Theory]
    [InlineData(140)]
    [InlineData(200)]
    public async Task With_too_few_files_it_says_so_and_tries_nothing(int files)
    {
        var ran = await Tool.RunAsync(["prlimit", $"--nofile={files}:{files}"], ["discover", "sick.example", .. Surroundings], "");
        Assert.Equal((3, "", $"Only {files} files may be open here at once, and at least 256 are needed. Raise the limit (ulimit -n).\n"), (ran.Code, ran.Output, ran.Errors));
    }

    [Fact]
    public async Task With_just_enough_files_a_whole_search_blames_nobody_for_the_want_of_more()
    {
        await using var silent = ScriptedDnsServer.Start();
        silent.Otherwise = DnsAnswer.None;
        var ran = await Tool.RunAsync(["prlimit", "--nofile=256:256"], ["discover", "sick.example", "--dns", $"{silent.EndPoint}", .. Surroundings], "");
        Assert.Equal(["lookup-impossible"], Codes(JsonNode.Parse(ran.Output)!));
    }

    private static List<string> Codes(JsonNode report) => [.. report["findings"]!.AsArray().Select(x => (string)x!["code"]!)];

    private static async Task<JsonNode> ReadAsync(Task<Ran> running)
    {
        var ran = await running;
        return JsonNode.Parse(ran.Output) ?? throw new InvalidOperationException(ran.Errors);
    }

    private Task<JsonNode> AssessAsync(int port) =>
        ReadAsync(Tool.RunOnAsync(_machine, ["assess", "jane@sick.example", "--no-password", "--endpoint", $"imaps://{Host}:{port}", .. Surroundings]));

    private Task<JsonNode> DiscoverAsync() => ReadAsync(Tool.RunOnAsync(_machine, ["discover", "sick.example", .. Surroundings]));

    private ScriptedMailServer MailServer(IPAddress address) => ScriptedMailServer.StartOn(_machine, new ImapScript { ImplicitTls = _authority.Good(Host) }, address);

    private ScriptedDnsServer NameServer(IPAddress address) => ScriptedDnsServer.StartOn(_machine, address);

    private ScriptedDnsServer? DeadNameServer(IPAddress address, Death death)
    {
        if (death == Death.NobodyThere) return null;
        var server = NameServer(address);
        server.Otherwise = death switch { Death.Failed => DnsAnswer.ServerFailure, Death.Refused => DnsAnswer.Refused, _ => DnsAnswer.None };
        return server;
    }
}
