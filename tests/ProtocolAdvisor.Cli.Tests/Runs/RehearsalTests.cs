using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Tests.Runs;

public sealed class RehearsalTests
{
    [Theory]
    [InlineData("assess")]
    [InlineData("settings", "--format", "text")]
    public async Task Nothing_is_dialled_before_the_process_is_warm(string command, params string[] more)
    {
        await using var server = ScriptedMailServer.StartSaying("* BYE enough\r\n");
        var rehearsal = new TaskCompletionSource<int>();
        using var screen = Screen(async assesses => Assert.True(assesses && await rehearsal.Task == 0));
        var run = RunAsync(screen, [command, "--endpoint", $"imap://127.0.0.1:{server.Port}", .. Provider.Loopback, .. more]);
        Assert.False(run.IsCompleted);
        rehearsal.SetResult(server.Connections.Count);
        await run;
        Assert.NotEmpty(server.Connections);
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_process_is_warm()
    {
        await using var dns = ScriptedDnsServer.Start();
        var rehearsal = new TaskCompletionSource<int>();
        using var screen = Screen(async assesses => Assert.True(!assesses && await rehearsal.Task == 0));
        var run = RunAsync(screen, ["discover", "example.com", "--dns", $"{dns.EndPoint}", "--catalogue", "none", "--deadline", "1", .. Provider.Loopback]);
        Assert.False(run.IsCompleted);
        rehearsal.SetResult(dns.Queries.Count);
        await run;
        Assert.NotEmpty(dns.Queries);
    }

    private static Screen Screen(Func<bool, Task> rehearse) => new(CliPhrases.Of(Language.English), Language.English) { Rehearse = (assesses, _) => rehearse(assesses) };

    private static Task<int> RunAsync(Screen screen, string[] line) => CommandTree.For(screen).Parse(line).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
}
