using System.Diagnostics;
using System.Globalization;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>A crowd that asks all at once, for minutes; and what is left of it when it has gone.</summary>
internal sealed class CrowdTrial : ITrial
{
    private const int Callers = 120;
    private const double MostFresh = 150;
    private const double MostPeak = 350;
    private const double MostAfter = 180;

    public string Name => "crowd";

    public async Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token)
    {
        var (load, quiet) = isShort ? (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40)) : (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5));
        using var folder = new TrialFolder();
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var advisor = await EnduringAdvisor.StartAsync(folder.Path, null, true, token);
        await Task.Delay(TimeSpan.FromSeconds(10), token);
        var (fresh, began, answered, reached) = (advisor.MemoryMiB, Stopwatch.GetTimestamp(), 0, 0);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(began) < load)
            {
                if ((await advisor.AssessAsync(server.Port, token)).Reached) Interlocked.Increment(ref reached);
                Interlocked.Increment(ref answered);
            }
        }));
        var (peak, files) = (advisor.PeakMiB, advisor.Files);
        await Task.Delay(quiet, token);
        var after = advisor.MemoryMiB;
        return
        [
            new Outcome(Name, "idle, ready", fresh.In("MiB"), $"≤ {MostFresh} MiB", "", fresh <= MostFresh),
            new Outcome(Name, $"{Callers} in flight: peak", peak.In("MiB"), $"≤ {MostPeak} MiB", $"{reached} of {answered} reached", peak <= MostPeak),
            new Outcome(Name, "idle again", after.In("MiB"), $"≤ {MostAfter} MiB", Files(files, advisor.Files), after <= MostAfter),
        ];
    }

    private static string Files(int then, int now) => string.Create(CultureInfo.InvariantCulture, $"{then} files when it went, {now} now");
}
