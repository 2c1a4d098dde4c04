using System.Collections.Concurrent;
using System.Net;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>The process is killed in the middle of work, again and again: whatever it had told as stored is there afterwards.</summary>
internal sealed class KillTrial : ITrial
{
    private const int Callers = 8;

    public string Name => "kills";

    public async Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token)
    {
        using var folder = new TrialFolder();
        await using var server = ScriptedMailServer.Start(new ImapScript());
        var (kills, stored) = (isShort ? 5 : 50, new ConcurrentQueue<string>());
        for (var kill = 0; kill < kills; kill++)
        {
            await using var advisor = await EnduringAdvisor.StartAsync(folder.Path, null, true, token);
            var callers = Enumerable.Range(0, Callers).Select(_ => AskOnAsync(advisor, server.Port, stored, token)).ToList();
            await Task.Delay(Random.Shared.Next(50, 1_500), token);
            await advisor.KillAsync();
            await Task.WhenAll(callers);
        }

        await using var last = await EnduringAdvisor.StartAsync(folder.Path, null, true, token);
        var lost = 0;
        foreach (var report in stored)
        {
            if (await last.StatusAsync(HttpMethod.Get, report, token) != HttpStatusCode.OK) lost++;
        }

        return [new Outcome(Name, $"{kills} kills", $"{lost} of {stored.Count} reports lost", "none", "", lost == 0 && !stored.IsEmpty)];
    }

    private static async Task AskOnAsync(EnduringAdvisor advisor, int port, ConcurrentQueue<string> stored, CancellationToken token)
    {
        try
        {
            while (advisor.Lives)
            {
                if ((await advisor.AssessAsync(port, token)).Location is { } location) stored.Enqueue($"{location}");
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }
}
