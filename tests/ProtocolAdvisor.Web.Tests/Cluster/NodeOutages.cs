using System.Diagnostics;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>What happens to a cluster in its life: its database is away, its nodes are replaced one after the other, all of them die. An audit that runs meanwhile is whole in the end.</summary>
internal static class NodeOutages
{
    // A name server that thinks makes an audit last without work for anybody.
    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(400);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Every node says so, answers runs without a link, and tells that the audit waits; back, it goes on by itself.</summary>
    public static async Task DatabaseAwayAsync(ThreeProcesses nodes)
    {
        const int Subjects = 40;
        nodes.Dns.Thought = Thought;
        var audit = await nodes.AuditAsync("away", Subjects);
        await nodes.UntilAsync(audit, x => x > 2);
        using var events = await nodes[1].SendAsync(HttpMethod.Get, $"{audit}/events", null, ("X-Api-Key", ThreeProcesses.Key));
        using var told = new StreamReader(await events.Content.ReadAsStreamAsync(Stop));
        await nodes.Postgres.StopAsync();
        await EachAsync(nodes, async node =>
        {
            while (await nodes[node].StatusAsync("/health/ready") == 200) await Task.Delay(20, Stop);
            Assert.Contains("storage-unreadable", (await nodes[node].AskAsync(HttpMethod.Get, "/health/ready")).Text, StringComparison.Ordinal);
            Assert.Equal(200, await nodes[node].StatusAsync("/health/live"));
            var run = await nodes[node].AskAsync(HttpMethod.Post, "/v1/assessments", nodes.Assessment(null));
            Assert.Equal((201, (string?)null), (run.Status, run.Location));
            Assert.Equal((503, "storage-unavailable"), await nodes[node].AskAsync(HttpMethod.Get, audit) is var refused ? (refused.Status, refused.Code) : default);
        });
        await SaysAsync(told, "\"held\":\"storage\"");

        await nodes.Postgres.StartAgainAsync();
        await EachAsync(nodes, async node =>
        {
            while (await nodes[node].StatusAsync("/health/ready") != 200) await Task.Delay(20, Stop);
            Assert.NotNull((await nodes[node].AskAsync(HttpMethod.Post, "/v1/assessments", nodes.Assessment(null))).Location);
        });
        await SaysAsync(told, "\"held\":null");
        await nodes.WholeAsync(audit, Subjects);
        await SaysAsync(told, "event: done");
    }

    /// <summary>Each node is stopped and replaced in turn, while callers ask those that are up, and audits run.</summary>
    public static async Task RollingRestartAsync(ThreeProcesses nodes)
    {
        const int Subjects = 30;
        using var over = new CancellationTokenSource();
        var callers = new CallersMeanwhile(nodes);
        var (calling, audits) = (callers.CallAsync(over.Token), AuditsAsync());
        for (var node = 0; node < 3; node++)
        {
            await nodes.StopAsync(node);
            await nodes.StartAsync(node);
        }

        await over.CancelAsync();
        await calling;
        foreach (var audit in await audits) await nodes.WholeAsync(audit, Subjects);
        await callers.AssertServedAsync();

        async Task<List<string>> AuditsAsync()
        {
            var made = new List<string>();
            while (!over.IsCancellationRequested)
            {
                made.Add(await nodes.AuditAsync($"rolling{made.Count}", Subjects));
                await nodes.UntilAsync(made[^1], x => x == Subjects || over.IsCancellationRequested);
            }

            return made;
        }
    }

    /// <summary>All that live die at once; the first one that is started goes on with the audit.</summary>
    public static async Task AllKilledAsync(ThreeProcesses nodes)
    {
        const int Subjects = 60;
        nodes.Dns.Thought = Thought;
        var audit = await nodes.AuditAsync("all-killed", Subjects);
        await nodes.UntilAsync(audit, x => x > 5);
        await Task.WhenAll(nodes.KillAsync(0), nodes.KillAsync(1));
        var (began, before) = (Stopwatch.GetTimestamp(), await nodes.DoneAsync(audit));
        var starting = nodes.StartAsync(2);
        await nodes.UntilAsync(audit, x => x > before);
        var went = Stopwatch.GetElapsedTime(began);
        await starting;
        nodes.Dns.Thought = TimeSpan.Zero;
        TestContext.Current.TestOutputHelper!.WriteLine($"goes on {went.TotalSeconds:F1} s after the start, at {before}; ready after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        Assert.InRange(went, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        await nodes.WholeAsync(audit, Subjects);
    }

    private static Task EachAsync(ThreeProcesses nodes, Func<int, Task> does) => Task.WhenAll(Enumerable.Range(0, 3).Where(x => nodes.Up(x) is not null).Select(does));

    private static async Task SaysAsync(StreamReader told, string text)
    {
        while (!(await told.ReadLineAsync(Stop) ?? throw new IOException("The stream has ended.")).Contains(text, StringComparison.Ordinal))
        {
        }
    }
}
