namespace ProtocolAdvisor.Benchmarks;

/// <summary>Resident memory of the idle service.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const double Goal = 150;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public string Name => "memory";

    public IReadOnlyList<Line> Lines => [new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        await using var advisor = await AdvisorProcess.StartAsync(server.Authority, "10.203.0.0/24", cancellationToken);
        await Task.Delay(Settling, cancellationToken);
        var fresh = advisor.MemoryMiB("VmRSS");
        for (var i = 0; i < 5; i++) await advisor.AssessAsync(server.Host, FarSide.Username, FarSide.Password, samples: 10, cancellationToken);
        await Task.Delay(Settling, cancellationToken);
        var used = advisor.MemoryMiB("VmRSS");
        return
        [
            new(Name, "idle, ready", fresh.In("MiB"), $"< {Goal} MiB", "", fresh < Goal),
            new(Name, "idle again, after five assessments", used.In("MiB"), "", "", null),
        ];
    }
}
