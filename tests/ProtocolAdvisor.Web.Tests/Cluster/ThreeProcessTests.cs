using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>Three nodes are one service: any of them answers, their limits are one, and what one has begun outlives it. The steps share the processes, which take long to start.</summary>
public sealed class ThreeProcessTests(SharedPostgres postgres)
{
    private const int Audited = 200;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_nodes_are_one_service_and_outlive_each_other()
    {
        await using var nodes = await ThreeProcesses.StartAsync(postgres);
        var report = await AnyNodeAnswersAsync(nodes);
        await KeysHaveOneMinuteAsync(nodes);
        await TargetsHaveOneLimitAsync(nodes);
        await AccountsHaveOneLimitAsync(nodes);
        await WrongKeysHaveOneMinuteAsync(nodes);
        await AuditOutlivesAKilledNodeAsync(nodes);
        await AssertLockedAsync(nodes, 0, 1);
        await StoppedNodeLeavesAsync(nodes);
        await AllKilledAsync(nodes, report);
    }

    // A report made at one node is opened, listed, turned into settings, and found again by its key at the others; and the same request to all at once is run once.
    private static async Task<string> AnyNodeAnswersAsync(ThreeProcesses nodes)
    {
        var made = await SendAsync(nodes[0], HttpMethod.Post, "/v1/assessments", Assessment(nodes, null), ("Idempotency-Key", "\"first\""));
        Assert.Equal(201, made.Status);
        var (path, id) = (made.Location!, (string)made.Json["id"]!);
        Assert.Equal(id, (string?)(await SendAsync(nodes[1], HttpMethod.Get, path)).Json["id"]);
        Assert.Contains(id, (await SendAsync(nodes[2], HttpMethod.Get, "/v1/assessments")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await SendAsync(nodes[1], HttpMethod.Get, $"{path}/settings/text")).Status);
        var again = await SendAsync(nodes[2], HttpMethod.Post, "/v1/assessments", Assessment(nodes, null), ("Idempotency-Key", "\"first\""));
        Assert.Equal((201, path, true), (again.Status, again.Location, again.IsReplayed));

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 3).Select(x => SendAsync(nodes[x], HttpMethod.Post, "/v1/assessments", Assessment(nodes, null), ("Idempotency-Key", "\"at-once\""))));
        Assert.Single(atOnce.Select(x => x.Location).Distinct());
        Assert.Single(atOnce, x => !x.IsReplayed);
        return path;
    }

    private static async Task KeysHaveOneMinuteAsync(ThreeProcesses nodes)
    {
        var answers = new List<NodeAnswer>();
        for (var i = 0; i < 9; i++) answers.Add(await SendAsync(nodes[i % 3], HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", ThreeProcesses.Seldom)));
        Assert.Equal([200, 200, 200, 200, 200, 200, 429, 429, 429], answers.Select(x => x.Status));
        Assert.Equal(["5", "4", "3", "2", "1", "0"], answers.Take(6).Select(x => x.Left));
    }

    private static async Task TargetsHaveOneLimitAsync(ThreeProcesses nodes)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(x => SendAsync(nodes[x % 3], HttpMethod.Post, "/v1/assessments", Server($"slow{x / 3}.example.com", nodes.Slow.Port, "startTls", null))));
        Assert.All(answers, x => Assert.Equal(201, x.Status));
        Assert.Equal(4, nodes.MostOpen);
    }

    private static async Task AccountsHaveOneLimitAsync(ThreeProcesses nodes)
    {
        for (var i = 0; i < 5; i++)
        {
            var tried = await SendAsync(nodes[i % 3], HttpMethod.Post, "/v1/assessments", Assessment(nodes, $"wrong {i}"));
            Assert.Equal("rejected", (string?)tried.Json["endpoints"]![0]!["signIn"]!["outcome"]);
        }

        await AssertLockedAsync(nodes, 0, 1, 2);
    }

    private static async Task AssertLockedAsync(ThreeProcesses nodes, params int[] living)
    {
        foreach (var node in living)
        {
            var refused = await SendAsync(nodes[node], HttpMethod.Post, "/v1/assessments", Assessment(nodes, ThreeProcesses.Password));
            Assert.Equal((429, "too-many-failed-sign-ins"), (refused.Status, (string?)refused.Json["code"]));
            Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
        }
    }

    private static async Task WrongKeysHaveOneMinuteAsync(ThreeProcesses nodes)
    {
        var answers = new List<int>();
        for (var i = 0; i < 7; i++) answers.Add((await SendAsync(nodes[i % 3], HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", $"guess {i}"))).Status);
        Assert.Equal([401, 401, 401, 401, 401, 429, 429], answers);
    }

    private static async Task AuditOutlivesAKilledNodeAsync(ThreeProcesses nodes)
    {
        var subjects = new JsonArray([.. Enumerable.Range(0, Audited).Select(x => JsonValue.Create($"customer{x}.example.net"))]);
        var made = await SendAsync(nodes[0], HttpMethod.Post, "/v1/audits", new JsonObject { ["subjects"] = subjects });
        Assert.Equal(202, made.Status);
        await UntilAsync(nodes[1], made.Location!, x => x > 20);
        await nodes.KillAsync(2);
        var (killed, done) = (Stopwatch.GetTimestamp(), await DoneAsync(nodes[1], made.Location!));
        await UntilAsync(nodes[1], made.Location!, x => x > done + 10);
        TestContext.Current.TestOutputHelper!.WriteLine($"goes on {Stopwatch.GetElapsedTime(killed).TotalSeconds:F1} s after the kill at {done}");
        await UntilAsync(nodes[0], made.Location!, x => x == subjects.Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"done {Stopwatch.GetElapsedTime(killed).TotalSeconds:F1} s after the kill");
        var rows = (await SendAsync(nodes[1], HttpMethod.Get, $"{made.Location}/results", null, ("Accept", "application/jsonl"))).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(subjects.Select(x => (string)x!), rows.Select(x => (string)JsonNode.Parse(x)!["subject"]!));
    }

    private static async Task StoppedNodeLeavesAsync(ThreeProcesses nodes)
    {
        await nodes[1].SignalAsync("TERM");
        await nodes[1].EndedAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, nodes[1].ExitCode);
        Assert.Contains("Left the cluster", nodes[1].Output, StringComparison.Ordinal);
        Assert.Equal(201, (await SendAsync(nodes[0], HttpMethod.Post, "/v1/assessments", Assessment(nodes, null))).Status);
    }

    // Whoever is no node is not let in; and a node whose whole cluster is dead is one by itself.
    private static async Task AllKilledAsync(ThreeProcesses nodes, string report)
    {
        await nodes.KillAsync(0);
        var began = Stopwatch.GetTimestamp();
        await nodes.StartAsync(2);
        TestContext.Current.TestOutputHelper!.WriteLine($"ready {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s after all were killed");
        Assert.Equal(200, (await SendAsync(nodes[2], HttpMethod.Get, report)).Status);
        await AssertLockedAsync(nodes, 2);
        await AssertStrangerIsTurnedAwayAsync(nodes.SiloPort(2));
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

    private static JsonObject Assessment(ThreeProcesses nodes, string? password) => Server("mail.example.com", nodes.Mail.Port, "implicitTls", password);

    private static JsonObject Server(string host, int port, string security, string? password) => JsonSerializer.SerializeToNode(new
    {
        email = "jane@example.com",
        server = new { endpoints = new[] { new { protocol = "imap", host, port, security } } },
        credentials = password is null ? null : new { username = "jane@example.com", password },
    })!.AsObject();

    private static async Task<int> DoneAsync(RunningAdvisor node, string audit) => (int)(await SendAsync(node, HttpMethod.Get, audit)).Json["progress"]!["done"]!;

    private static async Task UntilAsync(RunningAdvisor node, string audit, Func<int, bool> isSo)
    {
        while (!isSo(await DoneAsync(node, audit))) await Task.Delay(50, Stop);
    }

    private static async Task<NodeAnswer> SendAsync(RunningAdvisor node, HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        if (!headers.Any(x => x.Name == "X-Api-Key")) headers = [.. headers, ("X-Api-Key", ThreeProcesses.Key)];
        using var reply = await node.SendAsync(method, path, body?.ToJsonString(), headers);
        return new NodeAnswer(
            (int)reply.StatusCode, await reply.Content.ReadAsStringAsync(Stop), reply.Headers.Location?.ToString(), reply.Headers.RetryAfter?.Delta, reply.Headers.Contains("Idempotency-Replayed"),
            reply.Headers.TryGetValues("RateLimit", out var limit) ? limit.Single().Split("r=")[1].Split(';')[0] : null);
    }

    private sealed record NodeAnswer(int Status, string Text, string? Location, TimeSpan? RetryAfter, bool IsReplayed, string? Left)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;
    }
}
