using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>A target's limits hold for all nodes together, and go on holding when one dies.</summary>
public sealed class SharedGateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Limits_are_all_nodes_together_and_stay_so_when_one_dies()
    {
        await using var cluster = await ThreeNodes.StartAsync();
        await AtOnceAsync(cluster);
        await InAMinuteAsync(cluster);
        await SilentAsync(cluster);
        await DeadNodeAsync(cluster);
    }

    private static async Task AtOnceAsync(ThreeNodes cluster)
    {
        var limits = new GateLimits(4, 10_000);
        var (now, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async x =>
        {
            using var permit = await cluster.Nodes[x % 3].Gate(limits).AcquireAsync("concurrent.example", Stop);
            Assert.NotNull(permit);
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Delay(5, Stop);
            Interlocked.Decrement(ref now);
        }));
        Assert.Equal(4, most);
    }

    private static async Task InAMinuteAsync(ThreeNodes cluster)
    {
        var limits = new GateLimits(1_000, 10);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var turns = await Task.WhenAll(Enumerable.Range(0, 40).Select(async x =>
        {
            try
            {
                return await cluster.Nodes[x % 3].Gate(limits).AcquireAsync("rate.example", patience.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }));
        Assert.Equal(10, turns.Count(x => x is not null));
        Assert.Contains(cluster.Nodes, x => !x.Gate(limits).HasPlenty(ProtocolAdvisor.Mail.HostName.Parse("rate.example")));
    }

    private static async Task SilentAsync(ThreeNodes cluster)
    {
        var limits = new GateLimits(8, 1_000) { SilencesToPause = 3, Pause = TimeSpan.FromMinutes(5) };
        foreach (var node in cluster.Nodes)
        {
            using var permit = await node.Gate(limits).AcquireAsync("silent.example", Stop);
            permit!.Report(answered: false);
        }

        while (await cluster.Nodes[0].Gate(limits).AcquireAsync("silent.example", Stop) is { } early) early.Dispose();
        Assert.Null(await cluster.Nodes[1].Gate(limits).AcquireAsync("silent.example", Stop));
    }

    // Of sixteen targets some stand on the node that dies: what others hold of them must be known there where they are made anew. And what it held itself comes back.
    private static async Task DeadNodeAsync(ThreeNodes cluster)
    {
        var limits = new GateLimits(3, 1_000);
        var targets = Enumerable.Range(0, 16).Select(x => $"t{x}.example").ToList();
        var held = await Task.WhenAll(targets.SelectMany(target => cluster.Nodes.Select(node => node.Gate(limits).AcquireAsync(target, Stop))));
        Assert.DoesNotContain(null, held);
        await cluster.KillAsync(2);
        var more = targets.ToDictionary(x => x, x => cluster.Nodes.Select(node => node.Gate(limits).AcquireAsync(x, Stop)).ToList());
        await Task.WhenAll(more.Values.Select(x => Task.WhenAny(x))).WaitAsync(TimeSpan.FromSeconds(15), Stop);
        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        Assert.All(more.Values, x => Assert.Single(x, turn => turn.IsCompleted));
        foreach (var permit in held) permit!.Dispose();
        await Task.WhenAll(more.Values.SelectMany(x => x)).WaitAsync(TimeSpan.FromSeconds(5), Stop);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        int before;
        while ((before = Volatile.Read(ref most)) < now && Interlocked.CompareExchange(ref most, now, before) != before)
        {
        }
    }
}
