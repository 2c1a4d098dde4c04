using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>Another process holds the database: nobody waits for it past his patience, and nothing is told as stored that is not.</summary>
public abstract class LockedDatabaseTests : StorageTests
{
    private static readonly CancellationToken Ends = TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_database_is_locked_every_call_is_answered_soon_and_says_so()
    {
        await using var advisor = await Database.StartAsync();
        var stored = (await advisor.PostAsync("/v1/assessments", OfDead())).Reply.Headers.Location!.ToString();
        int begun;
        await using (await Database.HoldAsync())
        {
            begun = advisor.Log.Lines.Count;
            var began = TimeProvider.System.GetTimestamp();
            var deletes = Enumerable.Range(0, 12).Select(_ => advisor.SendAsync(HttpMethod.Delete, stored)).ToList();
            var posts = Enumerable.Range(0, 60).Select(_ => advisor.PostAsync("/v1/assessments", OfDead())).ToList();
            for (var i = 0; i < 20; i++) Assert.InRange(await TimedAsync(() => advisor.SendAsync(HttpMethod.Get, "/health/live")), 0, 0.9);
            Assert.All(await Task.WhenAll(deletes), x => Assert.Equal((503, "storage-unavailable", true), (x.Status, x.Code, x.Reply.Headers.RetryAfter is not null)));
            Assert.All(await Task.WhenAll(posts), x => Assert.Equal(201, x.Status));
            Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 8);
            Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, stored)).Status);
        }

        var lines = advisor.Log.Lines.Skip(begun).Where(x => x.StartsWith("Error", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(lines, x => x.Length > 400 || x.Contains("   at ", StringComparison.Ordinal));
        Assert.Single(lines, x => x.Contains("Reports cannot be written: ", StringComparison.Ordinal));
        while ((await advisor.SendAsync(HttpMethod.Delete, stored)).Status == 503) await Task.Delay(50, Ends);
        await advisor.Log.ContainsAsync("Reports can be written again");
    }

    [Fact]
    public async Task What_is_told_as_stored_is_found_and_what_is_not_is_not()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Database.StartAsync(null, ("Targets:PerHost:Concurrency", "100"), ("Targets:PerHost:PerMinute", "1000"));
        using var holding = new CancellationTokenSource();
        var holder = Task.Run(() => HoldNowAndThenAsync(holding.Token), Ends);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            await Task.Delay(i * 50, Ends);
            return await advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(i % 3 == 0 ? silent.Port : Dead.Port, ",\"deadlineMs\":1000"));
        }));
        await holding.CancelAsync();
        await holder;
        foreach (var answer in answers)
            Assert.Equal(answer.Reply.Headers.Location is null ? 404 : 200, (await advisor.SendAsync(HttpMethod.Get, $"/v1/assessments/{answer.Json["id"]}")).Status);
    }

    private async Task HoldNowAndThenAsync(CancellationToken ends)
    {
        while (!ends.IsCancellationRequested)
        {
            await using (await Database.HoldAsync()) await Task.Delay(700, CancellationToken.None);
            await Task.Delay(300, CancellationToken.None);
        }
    }

    private static async Task<double> TimedAsync(Func<Task<Answer>> call)
    {
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(200, (await call()).Status);
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    private string OfDead() => Requests.OfEndpoint(Dead.Port);
}

public sealed class SqliteLockedDatabaseTests : LockedDatabaseTests
{
    private protected override Task<TestDatabase> MakeAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class PostgreSqlLockedDatabaseTests(SharedPostgres postgres) : LockedDatabaseTests
{
    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();
}
