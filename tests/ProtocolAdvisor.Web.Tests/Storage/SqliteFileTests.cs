using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>What only a database in a file has: versions before, a journal, and traces in it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-storage").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

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
}
