using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>The whole list given to the service: one node with the embedded engine and a file, or several over one PostgreSQL.</summary>
internal static class ServiceAudit
{
    private const double MemoryGoal = 500;
    private const double PageGoal = 1_000;
    private const string Waiting = "waiting";

    /// <summary>Runs it.</summary>
    internal static async Task<IReadOnlyList<Outcome>> RunAsync(AuditScale scale, WorldProcess world, CancellationToken token)
    {
        await using var database = scale.Nodes > 1 ? await PostgresServer.StartAsync() : null;
        var nodes = new List<ServiceNode>();
        try
        {
            while (nodes.Count < scale.Nodes) nodes.Add(await ServiceNode.StartAsync(world.Places, database?.ConnectionString(PostgresServer.User), token));
            return await MeasureAsync(scale, world, nodes, token);
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<Outcome>> MeasureAsync(AuditScale scale, WorldProcess world, List<ServiceNode> nodes, CancellationToken token)
    {
        TimeSpan Cpu() => TimeSpan.FromTicks(nodes.Sum(x => x.Cpu.Ticks));
        var (cpu, worldCpu, start) = (Cpu(), world.Cpu, Stopwatch.GetTimestamp());
        var path = await OrderAsync(scale, nodes[0], token);
        var ordered = Stopwatch.GetElapsedTime(start);
        var follower = new AuditFollower(nodes, path);
        var isDone = await follower.UntilDoneAsync(token);
        var (wall, used, worldUsed) = (Stopwatch.GetElapsedTime(start), Cpu() - cpu, world.Cpu - worldCpu);
        var (rows, states) = await ResultsAsync(nodes[0], path, CancellationToken.None);
        var counts = await world.CountsAsync(CancellationToken.None);
        var (peak, slowest) = (nodes.Max(x => x.PeakMiB), follower.Longest.Where(x => x.Key != AuditFollower.Nothing).Max(x => x.Value));
        var who = scale.Nodes == 1 ? "one node" : $"{scale.Nodes} nodes";
        return
        [
            AuditFigures.Rate(who, isDone ? scale : scale with { Domains = rows }, wall, used, worldUsed),
            new("audit", $"{who}: subjects lost", $"{scale.Domains - rows}", "0", string.Join(", ", states.OrderByDescending(x => x.Value).Select(x => $"{x.Value} {x.Key}")) + (isDone ? "" : ", stopped by the limit"), rows == scale.Domains),
            .. AuditFigures.Politeness(who, scale, counts),
            new("audit", $"{who}: memory of a node at its highest", peak.In("MiB"), $"< {MemoryGoal} MiB", "", peak < MemoryGoal),
            new("audit", $"{who}: longest answer meanwhile", slowest.In("ms"), $"< {PageGoal} ms", string.Join(", ", follower.Longest.Select(x => $"{x.Key} {x.Value:0}")) + $"; taking the list {ordered.TotalMilliseconds:0} ms", slowest < PageGoal),
        ];
    }

    private static async Task<string> OrderAsync(AuditScale scale, ServiceNode node, CancellationToken token)
    {
        var list = new StringBuilder();
        for (var number = 0; number < scale.Domains; number++) list.Append(new CustomerDomain(number, scale.Hosts).Name).Append('\n');
        using var body = new StringContent(list.ToString(), Encoding.UTF8, "text/plain");
        using var reply = await node.Http.PostAsync(new Uri("/v1/audits?name=bench", UriKind.Relative), body, token);
        if (reply.StatusCode != HttpStatusCode.Accepted) throw new LabException($"The list was answered with {(int)reply.StatusCode}: {await reply.Content.ReadAsStringAsync(token)}");
        return reply.Headers.Location!.ToString();
    }

    private static async Task<(int Rows, Dictionary<string, int> States)> ResultsAsync(ServiceNode node, string path, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}/results");
        request.Headers.Accept.ParseAdd("application/jsonl");
        using var reply = await node.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync(token));
        var (numbers, states) = (new HashSet<int>(), new Dictionary<string, int>());
        while (await reader.ReadLineAsync(token) is { } line)
        {
            var row = JsonDocument.Parse(line).RootElement;
            if (!row.TryGetProperty("state", out var state) || state.ValueKind != JsonValueKind.String || !numbers.Add(row.GetProperty("number").GetInt32())) continue;
            var told = string.Join(' ', [state.GetString()!, .. row.TryGetProperty("findings", out var findings) ? findings.EnumerateArray().Select(x => x.ToString()) : []]);
            states[told] = states.GetValueOrDefault(told) + 1;
        }

        return (numbers.Count - states.GetValueOrDefault(Waiting), states);
    }
}
