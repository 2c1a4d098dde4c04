using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Storage;

public sealed class ArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-storage").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Reports_survive_a_restart()
    {
        Answer first;
        await using (var before = await Advisor.StartAsync(_folder)) first = await before.PostAsync("/v1/assessments", Requests.OfDeadServer);
        await using var after = await Advisor.StartAsync(_folder);
        Assert.Equal(first.Text, (await after.SendAsync(HttpMethod.Get, first.Reply.Headers.Location!.ToString())).Text);
    }

    [Fact]
    public async Task An_expired_report_is_gone_at_once_and_purged_at_the_next_interval()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await Advisor.StartAsync(_folder, clock, ("Storage:Retention", "0.00:10:00"));
        var path = (await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer)).Reply.Headers.Location!.ToString();
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(404, (await advisor.SendAsync(HttpMethod.Get, path)).Status);
        Assert.Equal(404, (await advisor.SendAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(1, Count());
        clock.Advance(RetentionPurge.Interval);
        while (Count() > 0) await Task.Yield();
        Assert.Contains(advisor.Log.Lines, x => x.Contains("1 expired reports removed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_share_the_database()
    {
        var both = await Task.WhenAll(Advisor.StartAsync(_folder), Advisor.StartAsync(_folder));
        var written = await both[0].PostAsync("/v1/assessments", Requests.OfDeadServer);
        Assert.Equal(written.Text, (await both[1].SendAsync(HttpMethod.Get, written.Reply.Headers.Location!.ToString())).Text);
        foreach (var one in both) await one.DisposeAsync();
    }

    [Fact]
    public async Task A_lock_row_that_a_killed_migration_left_behind_does_not_hang_the_start()
    {
        using (var database = Open())
        {
            Run(database, "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
            Run(database, "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");
        }

        await using var advisor = await Advisor.StartAsync(_folder);
        Assert.Equal(201, (await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer)).Status);
    }

    [Fact]
    public async Task The_database_is_in_wal_mode_and_holds_only_the_report()
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        using var database = Open();
        Assert.Equal("wal", Run(database, "PRAGMA journal_mode"));
        Assert.Equal("CREATE TABLE \"Reports\"", ((string)Run(database, "SELECT sql FROM sqlite_master WHERE name = 'Reports'")!)[..22]);
    }

    private SqliteConnection Open()
    {
        var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "advisor.db")};Pooling=False");
        database.Open();
        return database;
    }

    private long Count()
    {
        using var database = Open();
        return (long)Run(database, "SELECT COUNT(*) FROM Reports")!;
    }

    private static object? Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
