using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
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

    // As versions before kept it: without the members that came later, with the failure kinds of then.
    [Theory]
    [InlineData("mailbox-refused-behind-the-sign-in", "account-not-connected")]
    [InlineData("quota-nearly-full", "quota-nearly-full")]
    public async Task A_run_that_a_version_before_kept_still_opens(string name, string finding)
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        await using (var database = await advisor.Services.GetRequiredService<IDbContextFactory<AdvisorDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var kept = await File.ReadAllBytesAsync(Path.Combine(Golden(), $"{name}.run.json"), TestContext.Current.CancellationToken);
            database.Reports.Add(new StoredReport { Id = "aaaaaaaaaaaaaaaaaaaaaa", ExpiresAt = long.MaxValue, CreatedAt = 0, Domain = "example.com", Owner = null, Run = kept });
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var answer = await advisor.SendAsync(HttpMethod.Get, "/v1/assessments/aaaaaaaaaaaaaaaaaaaaaa");
        Assert.Equal(200, answer.Status);
        Assert.Contains(answer.Json["findings"]!.AsArray(), x => (string?)x!["code"] == finding);
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
        await advisor.Log.ContainsAsync("1 expired reports removed");
        Assert.Equal(0, Count());
    }

    [Fact]
    public async Task Reports_of_the_version_that_stored_words_are_dropped_by_the_migration()
    {
        var options = new DbContextOptionsBuilder<SqliteAdvisorDb>().UseSqlite($"Data Source={Path.Combine(_folder, "advisor.db")};Pooling=False").Options;
        await using (var before = new SqliteAdvisorDb(options))
            await before.GetService<IMigrator>().MigrateAsync("CreateReports", TestContext.Current.CancellationToken);
        using (var database = Open())
            Run(database, "INSERT INTO Reports (Id, ExpiresAt, Json) VALUES ('old', 9999999999999, x'7b7d')");
        await using var advisor = await Advisor.StartAsync(_folder);
        Assert.Equal("assessment-not-found", (await advisor.SendAsync(HttpMethod.Get, "/v1/assessments/old")).Code);
        Assert.Equal(0, Count());
        Assert.Equal(201, (await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer)).Status);
    }

    [Fact]
    public async Task A_run_that_another_version_wrote_differently_is_not_found_and_logged_without_its_id()
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        var stored = await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        using (var database = Open()) Run(database, "UPDATE Reports SET Run = CAST('{\"heading\":{},\"facts\":{\"complete\":true},\"usage\":{}}' AS BLOB)");
        Assert.Equal("assessment-not-found", (await advisor.SendAsync(HttpMethod.Get, stored.Reply.Headers.Location!.ToString())).Code);
        Assert.Contains(advisor.Log.Lines, x => x.Contains("written by another version", StringComparison.Ordinal));
        Assert.DoesNotContain(advisor.Log.Lines, x => x.Contains((string)stored.Json["id"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_stored_knows_no_language_and_no_full_address()
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        await advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(9, ",\"credentials\":{\"password\":\"canary\"}"));
        using var database = Open();
        var run = System.Text.Encoding.UTF8.GetString((byte[])Run(database, "SELECT Run FROM Reports")!);
        Assert.Contains("j***@example.com", run, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", run, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", run, StringComparison.Ordinal);
        Assert.DoesNotContain("headline", run, StringComparison.Ordinal);
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

    [Fact]
    public async Task Our_own_fault_is_answered_with_a_trace_id_and_nothing_else()
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        using (var database = Open()) Run(database, "DROP TABLE Reports");
        var answer = await advisor.SendAsync(HttpMethod.Get, "/v1/assessments/x");
        Assert.Equal((500, "internal-error"), (answer.Status, answer.Code));
        Assert.Equal(["type", "title", "status", "code", "traceId"], answer.Json.AsObject().Select(x => x.Key));
        Assert.Contains(advisor.Log.Lines, x => x.Contains((string)answer.Json["traceId"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_cannot_be_stored_is_answered_in_time_without_a_location()
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        using var database = Open();
        Run(database, "BEGIN IMMEDIATE");
        var began = TimeProvider.System.GetTimestamp();
        var answer = await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 3);
        Assert.Equal((201, null), (answer.Status, answer.Reply.Headers.Location));
        Assert.Contains(advisor.Log.Lines, x => x.Contains("could not be stored by our own fault", StringComparison.Ordinal));
        Run(database, "ROLLBACK");
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_not_ready()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await Advisor.StartAsync(_folder, clock);
        using (var database = Open()) Run(database, "DROP TABLE Reports");
        clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await advisor.SendAsync(HttpMethod.Get, "/health/ready");
        Assert.Equal((503, "storage-unreadable"), (answer.Status, (string?)answer.Json["status"]));
    }

    [Fact]
    public async Task A_removed_report_leaves_no_trace_in_the_files_which_are_the_owners_alone()
    {
        var folder = Path.Combine(_folder, "new");
        await using var advisor = await Advisor.StartAsync(_folder, null, ("ConnectionStrings:Advisor", $"Data Source={Path.Combine(folder, "advisor.db")}"));
        var stored = await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, stored.Reply.Headers.Location!.ToString())).Status);
        Assert.DoesNotContain(advisor.Log.Lines, x => x.Contains((string)stored.Json["id"]!, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(folder, "advisor.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain((string)stored.Json["id"]!, await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows() && !file.EndsWith(".lock", StringComparison.Ordinal))
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
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

    private static string Golden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "ProtocolAdvisor.Tests", "Reports", "Golden");
}
