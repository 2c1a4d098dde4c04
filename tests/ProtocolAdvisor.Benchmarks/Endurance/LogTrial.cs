using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>Nobody reads the log: work goes on, and a stop ends it.</summary>
internal sealed class LogTrial : ITrial
{
    // The pipe takes 64 KiB, and a thousand lines wait: the JSON form with its scopes has a kilobyte a line.
    private const int AtOnce = 110;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    public string Name => "log";

    public async Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token)
    {
        using var folder = new TrialFolder();
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var advisor = await EnduringAdvisor.StartAsync(
            folder.Path, null, false, token, "Logging:Console:FormatterName=json", "Logging:Console:FormatterOptions:IncludeScopes=true");
        var (rounds, reached) = (isShort ? 15 : 60, 0);
        for (var round = 0; round < rounds; round++)
            reached += (await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => advisor.AssessAsync(server.Port, token)))).Count(x => x.Reached);
        var code = await advisor.StopAsync(StopLimit, token);
        return
        [
            new Outcome(Name, $"{rounds * AtOnce} assessments, nobody reads", $"{reached} done", "all", "", reached == rounds * AtOnce),
            new Outcome(Name, "a stop (SIGTERM)", code is null ? "still there" : $"ended with {code}", "ended with 0", "", code == 0),
        ];
    }
}
