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
    public async Task Others_write_while_a_list_is_kept_and_whoever_leaves_meanwhile_has_made_nothing()
    {
        await using var advisor = await StartAsync();
        var store = advisor.Services.GetRequiredService<AuditStore>();
        var (there, made) = await BetweenAsync(advisor, () => store.CreateAsync(Order(2_500), null, null, CancellationToken.None), () => { });
        Assert.InRange(there, 0, 2_499);
        Assert.NotNull(await store.FindAsync((await made).Audit!.Id, All, Ends));
        Assert.Equal(2_500L, await CountAsync("AuditItems"));

        using var leaves = new CancellationTokenSource();
        (_, made) = await BetweenAsync(advisor, () => store.CreateAsync(Order(1_001), null, null, leaves.Token), leaves.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => made);
        Assert.Single((await store.RecentAsync(All, null, 10, Ends)).Audits);
        await advisor.Services.GetRequiredService<AuditUpkeepStore>().PurgeAsync(Ends);
        Assert.Equal((1L, 2_500L), (await CountAsync("Audits"), await CountAsync("AuditItems")));
    }

    [Fact]
    public async Task A_name_is_the_audits_that_is_there_first_and_nobodys_once_that_is_removed()
    {
        await using var advisor = await StartAsync();
        var store = advisor.Services.GetRequiredService<AuditStore>();
        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => store.CreateAsync(Order(1_001), null, "name", Ends)));
        Assert.Equal(2, all.Count(x => x.IsReplayed));
        var id = Assert.Single(all.Select(x => x.Audit!.Id).Distinct());
        Assert.Null((await store.CreateAsync(Order(1), null, "name", Ends)).Audit);
        await store.RemoveAsync(id, Ends);
        Assert.False((await store.CreateAsync(Order(1_001), null, "name", Ends)).IsReplayed);
        await advisor.Services.GetRequiredService<AuditUpkeepStore>().PurgeAsync(Ends);
        Assert.Equal((1L, 1_001L), (await CountAsync("Audits"), await CountAsync("AuditItems")));
    }

    [Fact]
    public async Task What_a_crash_has_left_of_an_audit_is_purged_and_what_is_being_made_is_not()
    {
        await using var advisor = await StartAsync();
        var (store, upkeep) = (advisor.Services.GetRequiredService<AuditStore>(), advisor.Services.GetRequiredService<AuditUpkeepStore>());
        await store.CreateAsync(Order(3), null, null, Ends);
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

    // How many subjects there are when somebody who came behind it has his turn to write.
    private static async Task<(int Items, Task<AuditCreation> Made)> BetweenAsync(Advisor advisor, Func<Task<AuditCreation>> make, Action then)
    {
        var threads = advisor.Services.GetRequiredService<DatabaseThreads>();
        using var begins = new ManualResetEventSlim();
        var first = threads.WriteInTurnAsync(() => begins.Wait(TimeSpan.FromSeconds(10)), CancellationToken.None);
        var made = make();
        var behind = threads.WriteInTurnAsync(
            () =>
            {
                then();
                using var database = advisor.Services.GetRequiredService<DatabaseMake>().CreateDbContext();
                return database.AuditItems.Count();
            },
            CancellationToken.None);
        begins.Set();
        Assert.True(await first);
        return (await behind, made);
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
