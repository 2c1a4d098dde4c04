using System.Globalization;
using System.Net;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>Many ordinary runs at once where there are few files: each is done or refused, and none tells our want of files as the server's fault.</summary>
internal sealed class ManyRunsTrial : ITrial
{
    private const int Files = 700;

    public string Name => "runs";

    public async Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token)
    {
        var (outcomes, runs) = (new List<Outcome>(), isShort ? 60 : 150);
        using var folder = new TrialFolder();
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var advisor = await EnduringAdvisor.StartAsync(folder.Path, Files, true, token);
        for (var round = 1; round <= (isShort ? 1 : 5); round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, runs).Select(_ => advisor.AssessAsync(server.Port, token)));
            var (done, refused) = (answers.Count(x => x.Reached), answers.Count(x => x.Status == HttpStatusCode.TooManyRequests));
            var told = string.Create(CultureInfo.InvariantCulture, $"{done} done, {refused} refused");
            outcomes.Add(new Outcome(Name, $"{runs} at once at {Files} files, round {round}", told, "nothing else, no file wanting", "",
                done + refused == runs && done > 0 && !advisor.Log.Contains("Too many open files", StringComparison.OrdinalIgnoreCase)));
        }

        return outcomes;
    }
}
