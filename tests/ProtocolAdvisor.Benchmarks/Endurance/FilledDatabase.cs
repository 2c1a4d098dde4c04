using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Reports.Summaries;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>A database of one make with as many reports as a busy house has in a week.</summary>
internal sealed class FilledDatabase : IAsyncDisposable
{
    /// <summary>How many reports it is filled with.</summary>
    internal const int Reports = 100_000;

    private readonly TrialFolder _folder = new();
    private readonly PostgresServer? _server;
    private readonly long _now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private FilledDatabase(PostgresServer? server) => _server = server;

    /// <summary>The make's name.</summary>
    internal string Make => _server is null ? "SQLite" : "PostgreSQL";

    /// <summary>The service's folder.</summary>
    internal string Folder => _folder.Path;

    /// <summary>What leads the service to it.</summary>
    internal string[] Settings => _server is null ? [] : ["Storage:Provider=postgresql", $"ConnectionStrings:Advisor={_server.ConnectionString("postgres")}"];

    /// <summary>SQLite's file of what is written and not yet in its place, in MiB; nothing of a server's.</summary>
    internal double JournalMiB => new FileInfo(File + "-wal") is { Exists: true } journal ? journal.Length / 1048576.0 : 0;

    private string File => Path.Combine(_folder.Path, "advisor.db");

    /// <summary>One of SQLite.</summary>
    internal static FilledDatabase OfSqlite() => new(null);

    /// <summary>One on a server.</summary>
    internal static async Task<FilledDatabase> OfPostgreSqlAsync() => new(await PostgresServer.StartAsync());

    /// <summary>Fills the tables that the service has made: reports of 1,000 domains, one of which has a single report among the oldest.</summary>
    internal async Task FillAsync(CancellationToken token)
    {
        var (numbers, text, many) = _server is null
            ? ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)", "CAST(i AS TEXT)", "@run")
            : ("WITH n AS (SELECT generate_series(1, @count) AS i)", "i::text", "@run");
        var (created, domain) = ("@now - (@count - i) * 1000", $"CASE WHEN i = 7 THEN 'seldom.rare-name.example' ELSE 'customer' || {text.Replace("i", "(i % 1000)", StringComparison.Ordinal)} || '.example' END");
        await RunAsync($"""{numbers} INSERT INTO "Reports"("Id", "ExpiresAt", "CreatedAt", "Run") SELECT 'filled' || {text}, @now + 86400000, {created}, {many} FROM n""", token);
        await RunAsync(
            $"""
            {numbers} INSERT INTO "ReportRows"("Number", "Id", "CreatedAt", "ExpiresAt", "Account", "Domain", "Server", "State", "Headline", "Protocol", "Blocking", "Leading", "Rules", "Searched")
            SELECT i, 'filled' || {text}, {created}, @now + 86400000, 'j***@' || {domain}, {domain}, 'mail.example', CASE WHEN i = 9 THEN 'couldNotFindOut' ELSE 'works' END,
                   'UseImap', 'imap', 0, 'quota-nearly-full', '{RunGist.Rules}', {domain} FROM n
            """,
            token);
        foreach (var code in new[] { "quota-nearly-full", "pop3-would-hide-mail", "cert-expires-soon" })
            await RunAsync($"""{numbers} INSERT INTO "RowFindings"("Number", "Code") SELECT i, '{code}' FROM n""", token);
        await RunAsync("""INSERT INTO "RowFindings"("Number", "Code") VALUES (5, 'cert-expired')""", token);
        await RunAsync("ANALYZE", token);
    }

    /// <summary>Lets nine tenths of the reports expire.</summary>
    internal async Task ExpireAsync(CancellationToken token)
    {
        foreach (var table in new[] { "Reports", "ReportRows" })
            await RunAsync($"""UPDATE "{table}" SET "ExpiresAt" = 1 WHERE "CreatedAt" < @now - @count * 100""", token);
    }

    /// <summary>How many reports have expired and are still there.</summary>
    internal async Task<long> ExpiredAsync(CancellationToken token) => (long)(await RunAsync("""SELECT COUNT(*) FROM "Reports" WHERE "ExpiresAt" < 1000""", token))!;

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<object?> RunAsync(string sql, CancellationToken token)
    {
        await using DbConnection connection = _server is null ? new SqliteConnection($"Data Source={File};Pooling=False") : new NpgsqlConnection(_server.ConnectionString("postgres"));
        await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        if (sql.Contains("@now", StringComparison.Ordinal)) Add(command, "@now", _now);
        if (sql.Contains("@count", StringComparison.Ordinal)) Add(command, "@count", Reports);
        if (sql.Contains("@run", StringComparison.Ordinal)) Add(command, "@run", await System.IO.File.ReadAllBytesAsync(Repository.KeptRun, token));
        return await command.ExecuteScalarAsync(token);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
