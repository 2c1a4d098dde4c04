namespace ProtocolAdvisor.Benchmarks;

/// <summary>A warm probe of the four endpoints of one host, in round trips of wall time, beside MailKit.</summary>
internal sealed class ProbeBenchmark : IBenchmark
{
    private const double Goal = 5.2;

    public string Name => "probe";

    public IReadOnlyList<Line> Lines => [new(100), new(200)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        var mailKit = new PlainMailKit(server);
        var medians = await Measure.InTurnAsync(
            warmUps: 3,
            rounds: 15,
            () => Measure.WallAsync(() => server.ProbeAsync(assessor, cancellationToken)),
            () => Measure.WallAsync(() => mailKit.ProbeAsync(cancellationToken)));
        var (ours, theirs) = (medians[0] / server.Line.RoundTripMs, medians[1] / server.Line.RoundTripMs);
        return [new(Name, $"four endpoints, {server.Line}", ours.In("RTT"), $"≤ {Goal} RTT", $"MailKit {theirs.In("RTT")}", ours <= Goal)];
    }
}
