using System.Diagnostics;
using System.Globalization;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>Load for a long time, from hosts that are ever new; and what is left of it when all is quiet again.</summary>
internal sealed class SoakTrial : ITrial
{
    private const int Callers = 8;
    private const double MostCpu = 1;
    private const double MostMemory = 300;

    public string Name => "soak";

    public async Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token)
    {
        var (load, quiet) = isShort ? (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40)) : (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(2));
        using var folder = new TrialFolder();
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var advisor = await EnduringAdvisor.StartAsync(folder.Path, null, true, token);
        var (before, began, asked, reached, healthy) = (advisor.MemoryMiB, Stopwatch.GetTimestamp(), 0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var i = caller; Stopwatch.GetElapsedTime(began) < load; i++)
            {
                // Every second host is one that was never heard of, and nobody is there.
                var number = Interlocked.Increment(ref asked);
                var answer = await advisor.AssessAsync(server.Port, token, i % 2 == 0 ? "127.0.0.1" : $"127.{1 + (number >> 16)}.{(number >> 8) & 255}.{number & 255}");
                if (i % 2 == 0) Interlocked.Increment(ref healthy);
                if (answer.Reached) Interlocked.Increment(ref reached);
            }
        }));
        await Task.Delay(quiet, token); // until what was remembered is forgotten, the collector has been, and what was used most is compiled
        var (cpu, looked) = (advisor.Cpu, Stopwatch.GetTimestamp());
        await Task.Delay(quiet, token);
        var percent = 100 * ((advisor.Cpu - cpu) / Stopwatch.GetElapsedTime(looked));
        var memory = advisor.MemoryMiB;
        var beside = string.Create(CultureInfo.InvariantCulture, $"{asked} assessments in {load.TotalSeconds:0} s");
        return
        [
            new Outcome(Name, "healthy hosts reached", $"{reached} of {healthy}", "all", beside, reached == healthy && advisor.Lives),
            new Outcome(Name, "CPU when quiet again", percent.In("% of a core"), $"< {MostCpu} %", "", percent < MostCpu),
            new Outcome(Name, "memory when quiet again", memory.In("MiB"), $"< {MostMemory} MiB", $"before {before.In("MiB")}", memory < MostMemory),
        ];
    }
}
