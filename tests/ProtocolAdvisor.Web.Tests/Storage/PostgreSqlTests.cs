using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>The database's server goes and comes back while the service runs: it says so, keeps nothing that it cannot keep, and heals by itself.</summary>
public sealed class PostgreSqlTests : IAsyncLifetime
{
    private readonly DeadPort _dead = DeadPort.Refusing();
    private PostgresServer _server = null!;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgresServer.Available, PostgresServer.Missing);
        _server = await PostgresServer.StartAsync();
        _database = await PostgreSqlTestDatabase.MakeAsync(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _dead.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task While_the_server_is_away_runs_are_answered_without_a_link_and_all_is_well_once_it_is_back()
    {
        using var telemetry = new HeardTelemetry();
        await using var advisor = await _database.StartAsync();
        var before = await StoreAsync(advisor);
        await _server.StopAsync();
        while (await StatusAsync(advisor, "/health/ready") == 200) await Task.Yield();
        Assert.Equal(200, await StatusAsync(advisor, "/health/live"));
        Assert.Null((await AssessAsync(advisor)).Reply.Headers.Location);
        var unopened = await advisor.SendAsync(HttpMethod.Get, before);
        Assert.Equal((503, "storage-unavailable", true), (unopened.Status, unopened.Code, unopened.Reply.Headers.RetryAfter is not null));
        Assert.Equal(503, (await advisor.SendAsync(HttpMethod.Delete, before)).Status);

        await _server.StartAgainAsync();
        while (await StatusAsync(advisor, "/health/ready") != 200) await Task.Yield();
        Assert.Equal(200, await StatusAsync(advisor, before));
        Assert.Equal(200, await StatusAsync(advisor, await StoreAsync(advisor)));
        telemetry.Ask();
        Assert.Contains("db.client", telemetry.Text, StringComparison.Ordinal);
        AssertNothingSecret([.. advisor.Log.Lines, telemetry.Text, unopened.Text]);
        Assert.Contains(advisor.Log.Lines, x => x.Contains("Reports cannot be read: ", StringComparison.Ordinal));
        Assert.Contains(advisor.Log.Lines, x => x.Contains("Reports can be written again", StringComparison.Ordinal));
        Assert.DoesNotContain(advisor.Log.Lines, x => x.Contains("by our own fault, trace", StringComparison.Ordinal));
    }

    // Every connection that the service holds has ended with it, and nobody has noticed.
    [Fact]
    public async Task A_server_that_was_started_anew_costs_nobody_an_answer()
    {
        await using var advisor = await _database.StartAsync();
        var path = await StoreAsync(advisor);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => advisor.SendAsync(HttpMethod.Get, path)));
        await _server.StopAsync();
        await _server.StartAgainAsync();

        // While it was away, whatever looks for work by itself may have missed it.
        var said = advisor.Log.Lines.Count;
        Assert.Equal(200, await StatusAsync(advisor, await StoreAsync(advisor)));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StatusAsync(advisor, path))), x => Assert.Equal(200, x));
        Assert.DoesNotContain(advisor.Log.Lines.Skip(said), x => x.Contains("Reports cannot be", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_one_node_stores_every_node_opens_and_removes()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _database.StartAsync()));
        var path = await StoreAsync(nodes[0]);
        Assert.Equal(200, await StatusAsync(nodes[1], path));
        Assert.Equal(204, (await nodes[2].SendAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(404, await StatusAsync(nodes[0], path));
        Assert.Equal(1L, await _database.RunAsync("SELECT COUNT(*) FROM \"SealingKeys\""));
        foreach (var node in nodes) await node.DisposeAsync();
    }

    // Its beginning and its end: between them it may be escaped in many ways.
    private static void AssertNothingSecret(IEnumerable<string> lines) =>
        Assert.DoesNotContain(lines, x => x.Contains("Zaunk", StringComparison.OrdinalIgnoreCase) || x.Contains("geheim", StringComparison.OrdinalIgnoreCase));

    private static async Task<int> StatusAsync(Advisor advisor, string path) => (await advisor.SendAsync(HttpMethod.Get, path)).Status;

    private async Task<string> StoreAsync(Advisor advisor)
    {
        var answer = await AssessAsync(advisor);
        Assert.NotNull(answer.Reply.Headers.Location);
        return answer.Reply.Headers.Location.ToString();
    }

    private Task<Answer> AssessAsync(Advisor advisor) => advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(_dead.Port));
}
