using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Contract;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>Audits are made in parts: others write between them, and nobody sees half of one.</summary>
public abstract class AuditMakingTests : StorageTests
{
    private static readonly HistoryWish All = new(null, OfEverybody: true);
    private static readonly CancellationToken Ends = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Others_write_while_a_list_is_kept_and_nothing_half_kept_is_seen_or_stays()
    {
        await using var advisor = await StartAsync();
        var (store, upkeep) = (advisor.Services.GetRequiredService<AuditStore>(), advisor.Services.GetRequiredService<AuditUpkeepStore>());
        var (meanwhile, made) = await BetweenAsync(advisor, () => store.CreateAsync(Order(5_000), null, null, CancellationToken.None), () => { });
        Assert.Contains(meanwhile, x => x is > 0 and < 5_000);
        Assert.NotNull(await store.FindAsync((await made).Audit!.Id, All, Ends));
        Assert.Equal(5_000L, await CountAsync("AuditItems"));

        using var leaves = new CancellationTokenSource();
        (_, made) = await BetweenAsync(advisor, () => store.CreateAsync(Order(1_001), null, null, leaves.Token), leaves.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => made);
        Assert.Single((await store.RecentAsync(All, null, 10, Ends)).Audits);
        await upkeep.PurgeAsync(Ends);
        Assert.Equal((1L, 5_000L), (await CountAsync("Audits"), await CountAsync("AuditItems")));

        // As if the process had been killed before the end: whoever makes it may still be there, for a while.
        var soon = DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds();
        await Database.RunAsync("UPDATE \"Audits\" SET \"ExpiresAt\" = 0, \"LeasedUntil\" = @p0", soon);
        Assert.Empty((await store.RecentAsync(All, null, 10, Ends)).Audits);
        Assert.Equal(0, await upkeep.PurgeAsync(Ends));
        await Database.RunAsync("UPDATE \"Audits\" SET \"LeasedUntil\" = 1");
        Assert.Equal(1, await upkeep.PurgeAsync(Ends));
        Assert.Equal((0L, 0L), (await CountAsync("Audits"), await CountAsync("AuditItems")));
    }

    // The retention is shorter than the time between two of a row: each is there until the next one was told against it.
    [Fact]
    public async Task One_audit_that_cannot_be_made_again_keeps_no_other_from_it_nor_from_being_purged()
    {
        await using var advisor = await StartAsync(("Audit:Retention", "00:01:00"));
        var store = advisor.Services.GetRequiredService<AuditStore>();
        List<StoredAudit> made = [];
        for (var i = 0; i < 3; i++) made.Add((await store.CreateAsync(Order(1_001), null, null, Ends)).Audit!);
        foreach (var audit in made) Assert.True(audit.ExpiresAt >= audit.NextAt + TimeSpan.FromDays(1).TotalMilliseconds);
        foreach (var (number, audit) in made.Index())
            await Database.RunAsync("UPDATE \"Audits\" SET \"State\" = 2, \"NextAt\" = @p0 WHERE \"Id\" = @p1", 1L + number, audit.Id);
        await Database.RunAsync("UPDATE \"Audits\" SET \"RepeatEveryDays\" = NULL WHERE \"Id\" = @p0", made[0].Id);
        await Database.RunAsync("UPDATE \"Audits\" SET \"ExpiresAt\" = 1 WHERE \"Id\" = @p0", made[2].Id);
        await advisor.Services.GetServices<IHostedService>().OfType<AuditUpkeep>().Single().LookAsync(Ends);
        await advisor.Log.ContainsAsync("An audit could not be made again");
        var audits = (await store.RecentAsync(All, null, 10, Ends)).Audits;
        var again = Assert.Single(audits, x => x.RepeatOf is not null);
        Assert.Equal((3, made[1].Id, 1_001), (audits.Count, again.RepeatOf, again.Total));
        Assert.True(again.ExpiresAt >= again.NextAt + TimeSpan.FromDays(1).TotalMilliseconds);
        Assert.Equal((3L, 3_003L), (await CountAsync("Audits"), await CountAsync("AuditItems")));
    }

    private protected Task<Advisor> StartAsync(params (string Key, string? Value)[] settings) =>
        Database.StartAsync(null, [("Dns:Servers:0", FuzzTests.NoNameServer()), ("Dns:Timeout", "00:00:00.1"), .. settings]);

    private protected static AuditOrder Order(int subjects) => new(
        new AuditList([.. Enumerable.Range(0, subjects).Select(x => new ListedSubject($"c{x}.example", $"c{x}.example", null))], 0, [], [1]),
        new AuditRequest(Name: $"{subjects}", RepeatEvery: "P1D"));

    // How many subjects there are whenever somebody else has his turn to write meanwhile.
    private static async Task<(List<int> Meanwhile, Task<AuditCreation> Made)> BetweenAsync(Advisor advisor, Func<Task<AuditCreation>> make, Action then)
    {
        var (threads, databases) = (advisor.Services.GetRequiredService<DatabaseThreads>(), advisor.Services.GetRequiredService<DatabaseMake>());
        using var begins = new ManualResetEventSlim();
        var first = threads.WriteInTurnAsync(() => begins.Wait(TimeSpan.FromSeconds(10)), CancellationToken.None);
        var made = make();
        begins.Set();
        Assert.True(await first);
        List<int> meanwhile = [];
        while (!made.IsCompleted) meanwhile.Add(await threads.WriteInTurnAsync(Count, CancellationToken.None));
        return (meanwhile, made);

        int Count()
        {
            then();
            using var database = databases.CreateDbContext();
            return database.AuditItems.Count();
        }
    }

    private async Task<long> CountAsync(string table) => (long)(await Database.RunAsync($"SELECT COUNT(*) FROM \"{table}\""))!;
}

public sealed class SqliteAuditMakingTests : AuditMakingTests
{
    private protected override Task<TestDatabase> MakeAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    // Each takes many times its size of memory.
    [Fact]
    public async Task Two_lists_are_taken_at_once_and_whoever_waits_too_long_behind_them_is_told()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await Database.StartAsync(clock);
        using var begins = new ManualResetEventSlim();
        var held = advisor.Services.GetRequiredService<DatabaseThreads>().WriteInTurnAsync(() => begins.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var uploads = Enumerable.Range(0, 3).Select(_ => advisor.UploadAsync("example.com")).ToList();
        for (Task<Answer>? late = null; late is null; late = uploads.Find(x => x.IsCompleted))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        begins.Set();
        Assert.True(await held);
        Assert.Equal([202, 202, 503], (await Task.WhenAll(uploads)).Select(x => x.Status).Order());
    }
}

public sealed class PostgreSqlAuditMakingTests(SharedPostgres postgres) : AuditMakingTests
{
    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();
}
