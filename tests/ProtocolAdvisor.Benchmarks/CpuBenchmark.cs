namespace ProtocolAdvisor.Benchmarks;

/// <summary>CPU time of a warm probe of four endpoints, as a part of MailKit's for the same.</summary>
internal sealed class CpuBenchmark : IBenchmark
{
    private const int Probes = 40;

    public string Name => "cpu";

    public IReadOnlyList<Line> Lines => [new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var system = server.Assessor();
        using var named = server.Assessor(namedRoot: true);
        var mailKit = new PlainMailKit(server);
        var medians = await Measure.InTurnAsync(
            warmUps: 5,
            rounds: 11,
            () => Measure.CpuAsync(Probes, () => server.ProbeAsync(system, cancellationToken)),
            () => Measure.CpuAsync(Probes, () => server.ProbeAsync(named, cancellationToken)),
            () => Measure.CpuAsync(Probes, () => mailKit.ProbeAsync(cancellationToken)));
        Outcome Of(string roots, double ours) => new(
            Name, $"four endpoints, {roots}", (ours / medians[2]).In("of MailKit's"), "< 1", $"{ours.In("ms")}, MailKit {medians[2].In("ms")}", ours < medians[2]);
        return [Of("system's roots", medians[0]), Of("a root of one's own", medians[1])];
    }
}
