namespace ProtocolAdvisor.Benchmarks;

/// <summary>A hundred assessments at once, each of another slow server.</summary>
internal sealed class LoadBenchmark : IBenchmark
{
    private const int AtOnce = 100;
    private const double Goal = 400;

    public string Name => "load";

    public IReadOnlyList<Line> Lines => [new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        await using var slow = new SlowServers(AtOnce);
        await using var advisor = await AdvisorProcess.StartAsync(slow.TrustedRoot, "127.0.0.0/8", cancellationToken);
        var runs = slow.Hosts.Select(host => TryAsync(advisor, host, cancellationToken)).ToList();
        var times = (await Task.WhenAll(runs)).OfType<double>().ToList();
        var failed = AtOnce - times.Count;
        var peak = advisor.MemoryMiB("VmHWM");
        return
        [
            new(Name, $"{AtOnce} at once, slow servers", $"{failed} failed", "none", times.Count == 0 ? "" : $"median {times.Median().In("ms")}, slowest {times.Max().In("ms")}", failed == 0),
            new(Name, "the same: peak memory", peak.In("MiB"), $"< {Goal} MiB", "", peak < Goal),
        ];
    }

    private static async Task<double?> TryAsync(AdvisorProcess advisor, string host, CancellationToken token)
    {
        try
        {
            return await advisor.AssessAsync(host, "jane@example.com", "secret", samples: 3, token);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync($"{host}: {e.Message}");
            return null;
        }
    }
}
