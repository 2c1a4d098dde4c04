using System.Runtime;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>CPU time of a warm probe of four endpoints, as a part of MailKit's for the same, and of what its four TLS handshakes alone take.</summary>
internal sealed class CpuBenchmark : IBenchmark
{
    private const int Probes = 50;
    private const double OverBareTls = 1.1;
    private const int MostWarmUps = 40;
    private const int FewMethods = 20;

    public string Name => "cpu";

    public IReadOnlyList<Line> Lines => [new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var system = server.Assessor();
        using var named = server.Assessor(namedRoot: true);
        var mailKit = new PlainMailKit(server);
        var bare = new BareTls(server);
        Func<Task<double>>[] kinds =
        [
            () => Measure.CpuAsync(Probes, () => server.ProbeAsync(system, cancellationToken)),
            () => Measure.CpuAsync(Probes, () => server.ProbeAsync(named, cancellationToken)),
            () => Measure.CpuAsync(Probes, () => mailKit.ProbeAsync(cancellationToken)),
            () => Measure.CpuAsync(Probes, () => bare.ProbeAsync(cancellationToken)),
        ];
        await WarmUpAsync(() => Measure.InTurnAsync(warmUps: 0, rounds: 1, kinds));
        var medians = await Measure.InTurnAsync(warmUps: 0, rounds: 15, kinds);
        Outcome Of(string roots, double ours) => new(
            Name, $"four endpoints, {roots}", (ours / medians[2]).In("of MailKit's"), "< 1", $"{ours.In("ms")}, MailKit {medians[2].In("ms")}", ours < medians[2]);
        var overBare = medians[0] / medians[3];
        return
        [
            Of("system's roots", medians[0]), Of("a root of one's own", medians[1]),
            new(Name, "four endpoints, system's roots", overBare.In("of bare TLS"), $"≤ {OverBareTls}", $"{medians[0].In("ms")}, bare {medians[3].In("ms")}", overBare <= OverBareTls),
        ];
    }

    // The runtime compiles what runs often a second and a third time: until it is done with that, its own work would be counted as ours.
    private static async Task WarmUpAsync(Func<Task> round)
    {
        for (var i = 0; i < MostWarmUps; i++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await round();
            if (JitInfo.GetCompiledMethodCount() - before < FewMethods) return;
        }
    }
}
