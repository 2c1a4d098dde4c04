using System.Globalization;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>The round-trip time that is reported for each endpoint, against the line's.</summary>
internal sealed class RttBenchmark : IBenchmark
{
    private const double Goal = 2;
    private const int Rounds = 9;

    public string Name => "rtt";

    public IReadOnlyList<Line> Lines => [new(20), new(50), new(100), new(200)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        await server.ProbeAsync(assessor, cancellationToken);
        var reports = new List<(string Endpoint, double RoundTripMs)>();
        for (var round = 0; round < Rounds; round++)
        {
            var facts = await server.ProbeAsync(assessor, cancellationToken);
            reports.AddRange(facts.Endpoints.Select(x => (x.Probe.Endpoint.Authority, x.Probe.RoundTripMs ?? double.NaN)));
        }

        var line = server.Line.RoundTripMs;
        double Off(double reported) => 100 * Math.Abs(reported - line) / line;
        var worst = reports.MaxBy(x => Off(x.RoundTripMs));
        var median = reports.Select(x => x.RoundTripMs).Median();
        return
        [
            new(Name, $"worst of {Rounds} × 4 endpoints, {server.Line}", Off(worst.RoundTripMs).In("%"), $"≤ {Goal} %",
                string.Create(CultureInfo.InvariantCulture, $"median {median:0.00} ms, worst {worst.RoundTripMs:0.00} ms"), Off(worst.RoundTripMs) <= Goal),
        ];
    }
}
