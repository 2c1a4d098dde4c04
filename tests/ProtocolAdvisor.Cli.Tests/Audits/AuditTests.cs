using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Cli.Tests.Audits;

/// <summary>A list at a service: uploaded, followed over a line that breaks, its results fetched; and by the engine that is built in.</summary>
public sealed class AuditTests(Provider provider) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-audit").FullName;

    private string List => Path.Combine(_folder, "list.csv");

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_list_is_uploaded_and_followed_and_its_results_are_told()
    {
        using var service = ScriptedService.Start();
        await File.WriteAllTextAsync(List, "domain\nexample.com\nexample.org\n", TestContext.Current.CancellationToken);
        var ran = await Tool.RunAsync("audit", List, "--service", service.Address, "--name", "Mon day", "--per-host-per-minute", "30");
        Assert.Equal(1, ran.Code);
        Assert.Equal("✓ example.com: IMAP (mail.bücher.example)\n✗ example.org: NONE [cert-expired]\n", ran.Output);
        Assert.Contains("Audit abc123. To come back to it: --follow abc123\n1/2  60/min\n2/2\n", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("2 checked without signing in: 1 works, 0 to fix, 1 does not work, 0 without a clear result.\n      1  The certificate has expired [cert-expired]\n      1  of-tomorrow [of-tomorrow]\n", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(
        [
            "POST /v1/audits?name=Mon%20day&perHostPerMinute=30 text/csv; charset=utf-8  domain|example.com|example.org|",
            "GET /v1/audits/abc123/events", "GET /v1/audits/abc123/events  r1", "GET /v1/audits/abc123/events  r1", "GET /v1/audits/abc123", "GET /v1/audits/abc123/results",
        ], service.Asked);
    }

    [Fact]
    public async Task An_audit_that_is_there_is_followed_with_a_key_of_the_environment_and_given_as_a_table()
    {
        using var service = ScriptedService.Start("k3y");
        var rows = Path.Combine(_folder, "rows.csv");
        var ran = await Tool.RunAsync(["audit", "--service", service.Address, "--follow", "abc123", "--csv", "--output", rows], "", ("PROTOCOL_ADVISOR_KEY", "k3y"));
        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.Equal("number,subject\r\n1,example.com\r\n", await File.ReadAllTextAsync(rows, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(service.Asked, x => x.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_wants_a_key_says_so_and_does_not_steer_the_terminal()
    {
        using var service = ScriptedService.Start("k3y");
        var ran = await Tool.RunAsync("audit", "--service", service.Address, "--follow", "abc123");
        Assert.Equal(new Ran(3, "", "A key is [31mneeded.\n"), ran);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told()
    {
        using var dead = DeadPort.Refusing();
        Assert.Equal(new Ran(3, "", "The service does not answer.\n"), await Tool.RunAsync("audit", "--service", $"http://127.0.0.1:{dead.Port}", "--follow", "abc123"));
    }

    [Fact]
    public async Task Without_a_service_the_built_in_engine_checks_the_list()
    {
        await File.WriteAllTextAsync(List, "no-such.example\n", TestContext.Current.CancellationToken);
        var ran = await Tool.RunAsync(["audit", List, .. provider.Surroundings]);
        Assert.Equal((1, "✗ no-such.example: The mail domain does not exist [domain-not-found]\n"), (ran.Code, ran.Output));
    }

    [Theory]
    [InlineData("audit", "LIST needs a list of 1 to 100000 domains")]
    [InlineData("audit /nowhere", "LIST needs a list of 1 to 100000 domains")]
    [InlineData("audit /etc/hosts --follow abc", "--follow needs --service, and no list.")]
    [InlineData("audit --follow abc", "--follow needs --service, and no list.")]
    [InlineData("audit /etc/hosts --service ftp://x.example", "--service needs the address of a service")]
    [InlineData("audit /etc/hosts --service https://jane:hunter2@x.example", "--service needs the address of a service")]
    [InlineData("audit /etc/hosts --service https://x.example --devices 2", "--devices is for checks from here")]
    [InlineData("audit /etc/hosts --service https://x.example --dns 192.0.2.1:53", "--dns is for checks from here")]
    [InlineData("audit /etc/hosts --name Monday", "--name is for audits at a service: --service URL.")]
    [InlineData("audit /etc/hosts --per-host-per-minute 5", "--per-host-per-minute is for audits at a service: --service URL.")]
    [InlineData("audit --service https://x.example --follow abc --name Monday", "--name is for an audit that begins and cannot be used with --follow.")]
    [InlineData("audit /etc/hosts --force", "--force needs the file that it may replace: --output FILE.")]
    [InlineData("audit /etc/hosts --csv --output /tmp/rows --resume --force", "Only one of --resume and --force makes sense.")]
    [InlineData("audit /etc/hosts --csv --jsonl", "Only one of --csv and --jsonl makes sense.")]
    [InlineData("audit /etc/hosts --csv --output /etc/hosts", "This file exists already.")]
    public async Task A_wrong_line_begins_nothing(string line, string told)
    {
        var (code, errors) = await WrongLine.RunAsync(line.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", errors, StringComparison.Ordinal);
    }
}
