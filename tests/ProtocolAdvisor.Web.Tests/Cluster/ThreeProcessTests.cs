using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>Three nodes are one service: any of them answers, their limits are one, and what one has begun outlives it. The steps share the processes, which take long to start.</summary>
public sealed class ThreeProcessTests
{
    private const int Audited = 200;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_nodes_are_one_service_and_outlive_each_other()
    {
        await using var nodes = await ThreeProcesses.StartAsync();
        var report = await AnyNodeAnswersAsync(nodes);
        await KeysHaveOneMinuteAsync(nodes);
        await TargetsHaveOneLimitAsync(nodes);
        await AccountsHaveOneLimitAsync(nodes);
        await NodeOutages.DatabaseAwayAsync(nodes);

        // Whoever has guessed at an address does not keep those out who are known there, not even at a node that has just started.
        await WrongKeysHaveOneMinuteAsync(nodes);
        await NodeOutages.RollingRestartAsync(nodes);
        await AuditOutlivesAKilledNodeAsync(nodes);
        await AssertLockedAsync(nodes, 0, 1);
        await NodeOutages.AllKilledAsync(nodes);

        // A node whose whole cluster is dead is one by itself, and knows what the others knew; whoever is no node is not let in.
        Assert.Equal(200, (await nodes[2].AskAsync(HttpMethod.Get, report)).Status);
        await AssertLockedAsync(nodes, 2);
        await AssertStrangerIsTurnedAwayAsync(nodes.SiloPort(2));
    }

    // A report made at one node is opened, listed, turned into settings, and found again by its key at the others; and the same request to all at once is run once.
    private static async Task<string> AnyNodeAnswersAsync(ThreeProcesses nodes)
    {
        var made = await nodes[0].AskAsync(HttpMethod.Post, "/v1/assessments", nodes.Assessment(null), ("Idempotency-Key", "\"first\""));
        Assert.Equal(201, made.Status);
        var (path, id) = (made.Location!, (string)made.Json["id"]!);
        Assert.Equal(id, (string?)(await nodes[1].AskAsync(HttpMethod.Get, path)).Json["id"]);
        Assert.Contains(id, (await nodes[2].AskAsync(HttpMethod.Get, "/v1/assessments")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await nodes[1].AskAsync(HttpMethod.Get, $"{path}/settings/text")).Status);
        var again = await nodes[2].AskAsync(HttpMethod.Post, "/v1/assessments", nodes.Assessment(null), ("Idempotency-Key", "\"first\""));
        Assert.Equal((201, path, true), (again.Status, again.Location, again.IsReplayed));

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 3).Select(x => nodes[x].AskAsync(HttpMethod.Post, "/v1/assessments", nodes.Assessment(null), ("Idempotency-Key", "\"at-once\""))));
        Assert.Single(atOnce.Select(x => x.Location).Distinct());
        Assert.Single(atOnce, x => !x.IsReplayed);
        return path;
    }

    private static async Task KeysHaveOneMinuteAsync(ThreeProcesses nodes)
    {
        var answers = new List<NodeAnswer>();
        for (var i = 0; i < 9; i++) answers.Add(await nodes[i % 3].AskAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", ThreeProcesses.Seldom)));
        Assert.Equal([200, 200, 200, 200, 200, 200, 429, 429, 429], answers.Select(x => x.Status));
        Assert.Equal(["5", "4", "3", "2", "1", "0"], answers.Take(6).Select(x => x.Left));
    }

    private static async Task TargetsHaveOneLimitAsync(ThreeProcesses nodes)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(x => nodes[x % 3].AskAsync(HttpMethod.Post, "/v1/assessments", NodeCalls.Server($"slow{x / 3}.example.com", nodes.Slow.Port, "startTls", null))));
        Assert.All(answers, x => Assert.Equal(201, x.Status));
        Assert.Equal(4, nodes.MostOpen);
    }

    private static async Task AccountsHaveOneLimitAsync(ThreeProcesses nodes)
    {
        for (var i = 0; i < 5; i++)
        {
            var tried = await nodes[i % 3].AskAsync(HttpMethod.Post, "/v1/assessments", nodes.Assessment($"wrong {i}"));
            Assert.Equal("rejected", (string?)tried.Json["endpoints"]![0]!["signIn"]!["outcome"]);
        }

        await AssertLockedAsync(nodes, 0, 1, 2);
    }

    private static async Task AssertLockedAsync(ThreeProcesses nodes, params int[] living)
    {
        foreach (var node in living)
        {
            var refused = await nodes[node].AskAsync(HttpMethod.Post, "/v1/assessments", nodes.Assessment(ThreeProcesses.Password));
            Assert.Equal((429, "too-many-failed-sign-ins"), (refused.Status, (string?)refused.Json["code"]));
            Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
        }
    }

    private static async Task WrongKeysHaveOneMinuteAsync(ThreeProcesses nodes)
    {
        var answers = new List<int>();
        for (var i = 0; i < 7; i++) answers.Add((await nodes[i % 3].AskAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", $"guess {i}"))).Status);
        Assert.Equal([401, 401, 401, 401, 401, 429, 429], answers);
    }

    private static async Task AuditOutlivesAKilledNodeAsync(ThreeProcesses nodes)
    {
        var audit = await nodes.AuditAsync("killed", Audited);
        await nodes.UntilAsync(audit, x => x > 20);
        await nodes.KillAsync(2);
        var (killed, done) = (Stopwatch.GetTimestamp(), await nodes.DoneAsync(audit));
        await nodes.UntilAsync(audit, x => x > done + 10);
        TestContext.Current.TestOutputHelper!.WriteLine($"goes on {Stopwatch.GetElapsedTime(killed).TotalSeconds:F1} s after the kill at {done}");
        await nodes.WholeAsync(audit, Audited);
        TestContext.Current.TestOutputHelper!.WriteLine($"done {Stopwatch.GetElapsedTime(killed).TotalSeconds:F1} s after the kill");
        var rows = (await nodes[1].AskAsync(HttpMethod.Get, $"{audit}/results", null, ("Accept", "application/jsonl"))).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, Audited).Select(x => NodeCalls.Subject("killed", x)), rows.Select(x => (string)JsonNode.Parse(x)!["subject"]!));
    }

    private static async Task AssertStrangerIsTurnedAwayAsync(int port)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", port, Stop);
#pragma warning disable CA5359 // A stranger does not care who answers.
        await using var stranger = new SslStream(socket.GetStream(), false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await stranger.AuthenticateAsClientAsync("node");
            if (await stranger.ReadAsync(new byte[1], Stop) == 0) throw new IOException("closed");
        });
    }
}
