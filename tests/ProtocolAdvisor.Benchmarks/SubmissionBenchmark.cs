using System.Globalization;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>
/// What sending costs: six endpoints probed warm, in round trips of wall time, of which those for reading must not be slower than alone; and
/// a whole assessment with the sign-in to the submission server, against the same without.
/// </summary>
internal sealed class SubmissionBenchmark : IBenchmark
{
    private const double MostRoundTrips = 6.2;
    private const double MostLonger = 10;
    private const int Samples = 10;

    public string Name => "submission";

    public bool NeedsPostfix => true;

    public IReadOnlyList<Line> Lines => [new(100)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        var probes = await Measure.InTurnAsync(
            warmUps: 3,
            rounds: 15,
            () => Measure.WallAsync(() => server.ProbeAsync(assessor, cancellationToken, withSending: true)),
            () => Measure.WallAsync(() => server.ProbeAsync(assessor, cancellationToken)));
        var (six, four) = (probes[0] / server.Line.RoundTripMs, probes[1] / server.Line.RoundTripMs);
        var whole = await Measure.InTurnAsync(
            warmUps: 2,
            rounds: 9,
            () => Measure.WallAsync(() => server.AssessAsync(assessor, Samples, cancellationToken, withSending: true)),
            () => Measure.WallAsync(() => server.AssessAsync(assessor, Samples, cancellationToken)));
        var longer = 100 * ((whole[0] / whole[1]) - 1);
        return
        [
            new(Name, $"six endpoints, {server.Line}", six.In("RTT"), $"≤ {MostRoundTrips} RTT", $"four alone {four.In("RTT")}", six <= MostRoundTrips),
            new(Name, $"whole, {Samples} samples, {server.Line}", longer.In("% longer"), $"≤ {MostLonger} %",
                string.Create(CultureInfo.InvariantCulture, $"{whole[0] / 1000:0.00} s with sending, {whole[1] / 1000:0.00} s without"), longer <= MostLonger),
        ];
    }
}
