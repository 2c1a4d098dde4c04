using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using ProtocolAdvisor.Benchmarks.Audits;
using ProtocolAdvisor.Benchmarks.Endurance;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>Measures what the product promises over the lab. Arguments: names of benchmarks, each with or without the lines to choose (<c>forecast@*/20</c>, <c>forecast@100/5</c>: round-trip time and capacity), and names of servers (<c>forecast cyrus</c>); none for all. Exit code 1: a goal was missed, 2: could not measure.</summary>
internal static class Program
{
    /// <summary>The first argument of the process that measures, on the client's side of the lab.</summary>
    internal const string Inside = "--inside";

    /// <summary>The first argument where the service is to be tried, not measured: <c>endure [--short] [trial …]</c>.</summary>
    private const string Endure = "endure";

    private const string EveryLine = "*/*";

    private static readonly IBenchmark[] All =
    [
        new ProbeBenchmark(), new SurveyBenchmark(), new WholeBenchmark(), new RttBenchmark(), new CpuBenchmark(),
        new DiscoveryBenchmark(), new FirstBenchmark(), new MemoryBenchmark(), new LoadBenchmark(), new ForecastBenchmark(), new SteadyBenchmark(), new RecommendationsBenchmark(),
        new SubmissionBenchmark(), new HeldBenchmark(),
    ];

    private static async Task<int> Main(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            if (arguments is [AuditWorld.Argument, .. var world]) return await AuditWorld.RunAsync(AuditScale.Parse(world), stop.Token);
            if (arguments is [AuditBenchmark.Argument, .. var scale]) return await AuditBenchmark.RunAsync(scale, stop.Token);
            if (arguments is [Endure, .. var trials]) return await TrialList.RunAsync(trials, stop.Token);
            return arguments is [Inside, var name, var server, var roundTripMs, var mbit]
                ? await MeasureAsync(name, FarServer.All.Single(x => x.Name == server), new Line(Number(roundTripMs), Number(mbit)), stop.Token)
                : await RunAsync(arguments, stop.Token);
        }
        catch (Exception e) when (e is LabException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e is LabException ? e.Message : "Stopped.");
            return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<int> RunAsync(string[] arguments, CancellationToken token)
    {
        var servers = FarServer.All.Where(x => arguments.Contains(x.Name) || !FarServer.All.Any(y => arguments.Contains(y.Name))).ToList();
        var names = arguments.Except(FarServer.All.Select(x => x.Name));
        var chosen = names.Select(x => x.Split('@', 2)).Select(x => (Name: x[0], Lines: x.ElementAtOrDefault(1) ?? EveryLine)).ToList();
        if (chosen.Select(x => x.Name).Except(All.Select(x => x.Name)).FirstOrDefault() is { } unknown)
            throw new LabException($"There is no benchmark '{unknown}'. There are: {string.Join(", ", All.Select(x => x.Name))}.");
        var outcomes = new List<Outcome>();
        await using (var lab = new LabRun(Environment.GetEnvironmentVariable("LAB_NAME") ?? "bench"))
        {
            var benchmarks = All.Where(x => chosen.Count == 0 || chosen.Exists(choice => choice.Name == x.Name)).ToList();
            await lab.StartAsync(servers.Where(x => benchmarks.Exists(y => y.Servers.Contains(x))), benchmarks.Exists(x => x.NeedsPostfix), token);
            foreach (var benchmark in benchmarks)
                foreach (var server in servers.Intersect(benchmark.Servers))
                    foreach (var line in LinesOf(benchmark, server, chosen)) outcomes.AddRange(await TryAsync(lab, benchmark, server, line, token));
        }

        Table.Print(outcomes);
        return outcomes.Any(x => x.Passed == false) ? 1 : 0;
    }

    private static IEnumerable<Line> LinesOf(IBenchmark benchmark, FarServer server, List<(string Name, string Lines)> chosen)
    {
        var lines = benchmark.LinesTo(server).Where(line => chosen.Count == 0 || chosen.Exists(x => x.Name == benchmark.Name && line.IsIn(x.Lines)));
        return benchmark.PreparesOn is { } first ? lines.Prepend(first) : lines;
    }

    // One that cannot be measured has missed its goal; the others are measured all the same.
    private static async Task<IReadOnlyList<Outcome>> TryAsync(LabRun lab, IBenchmark benchmark, FarServer server, Line line, CancellationToken token)
    {
        try
        {
            return await lab.RunAsync(benchmark, server, line, token);
        }
        catch (LabException)
        {
            return [new Outcome(benchmark.Name, line.ToString(), "failed", "", "", false)];
        }
    }

    private static async Task<int> MeasureAsync(string name, FarServer far, Line line, CancellationToken token)
    {
        var server = new FarSide(far, Environment.GetEnvironmentVariable("LAB_CA")!, line);
        var outcomes = await All.Single(x => x.Name == name).RunAsync(server, token);
        Console.WriteLine(JsonSerializer.Serialize(outcomes));
        return 0;
    }
}
