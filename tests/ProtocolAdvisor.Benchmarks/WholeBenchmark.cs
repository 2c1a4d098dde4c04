namespace ProtocolAdvisor.Benchmarks;

/// <summary>A whole assessment with credentials: 2,000 messages, 10 samples.</summary>
internal sealed class WholeBenchmark : IBenchmark
{
    private const int Samples = 10;

    public string Name => "whole";

    public IReadOnlyList<Line> Lines => [new(50, 20), new(100, 5), new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        var seconds = new List<double>();
        async Task<double> OnceAsync() => await Measure.WallAsync(() => server.AssessAsync(assessor, Samples, cancellationToken)) / 1000;
        var median = (await Measure.InTurnAsync(warmUps: 3, rounds: 9, async () =>
        {
            seconds.Add(await OnceAsync());
            return seconds[^1];
        }))[0];
        var goal = server.Line.RoundTripMs switch { 0 => 0.6, 50 => 2.0, _ => 3.5 };
        return
        [
            new(Name, $"{FarSide.Messages} messages, {Samples} samples, {server.Line}", median.In("s"), $"≤ {goal} s",
                $"first {seconds[0].In("s")}, slowest warm {seconds.Skip(3).Max().In("s")}", median <= goal),
        ];
    }
}
