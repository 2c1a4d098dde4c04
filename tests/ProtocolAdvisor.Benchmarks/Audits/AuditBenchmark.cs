namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>
/// An audit of many customers' domains on a few mail hosts, in a world on loopback with set latencies: <c>audit [--domains n] [--hosts n]
/// [--latency ms] [--sites %] [--window n] [--nodes n]
/// [--limit s]</c>. Without nodes the library alone; with them the service. It needs no lab, but root, for the servers' standard ports.
/// </summary>
internal static class AuditBenchmark
{
    /// <summary>The first argument.</summary>
    internal const string Argument = "audit";

    /// <summary>Measures and prints; the exit code as everywhere.</summary>
    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        var scale = AuditScale.Parse(arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(TimeSpan.FromSeconds(scale.Limit));
        await using var world = await WorldProcess.StartAsync(scale, limit.Token);
        var outcomes = scale.Nodes == 0 ? await LibraryAudit.RunAsync(scale, world, limit.Token) : await ServiceAudit.RunAsync(scale, world, limit.Token);
        Table.Print(outcomes);
        return outcomes.Any(x => x.Passed == false) ? 1 : 0;
    }
}
