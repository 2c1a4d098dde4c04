namespace ProtocolAdvisor.Benchmarks;

/// <summary>What the first assessment of a fresh, ready process costs more than a later one.</summary>
internal sealed class FirstBenchmark : IBenchmark
{
    private const double Goal = 100;
    private const int Processes = 5;
    private const int Later = 7;
    private const int Samples = 10;

    public string Name => "first";

    public IReadOnlyList<Line> Lines => [new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        var firsts = new List<double>();
        var laters = new List<double>();
        for (var i = 0; i < Processes; i++)
        {
            await using var advisor = await AdvisorProcess.StartAsync(server.Authority, "10.203.0.0/24", cancellationToken);
            Task<double> AssessAsync() => advisor.AssessAsync(server.Host, FarSide.Username, FarSide.Password, Samples, cancellationToken);
            firsts.Add(await AssessAsync());
            var others = new List<double>();
            for (var j = 0; j < Later; j++) others.Add(await AssessAsync());
            laters.Add(others.Median());
        }

        var more = firsts.Zip(laters, (first, later) => first - later).ToList();
        return
        [
            new(Name, $"first − later, {Processes} processes, {server.Line}", more.Median().In("ms"), $"≤ {Goal} ms",
                $"first {firsts.Median().In("ms")}, later {laters.Median().In("ms")}, worst difference {more.Max().In("ms")}", more.Median() <= Goal),
        ];
    }
}
