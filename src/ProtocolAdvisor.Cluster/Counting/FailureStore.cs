using System.Data.Common;
using Microsoft.Extensions.Logging;
using ProtocolAdvisor.Cluster.Limits;

namespace ProtocolAdvisor.Cluster.Counting;

/// <summary>
/// Failures of the last hour in the database: hashes under a key that all nodes share, and when; never a guess, nor what could be held against one. A node that dies unlocks
/// nobody. Times are the database's: nodes' clocks differ.
/// </summary>
/// <param name="database">The database; null where nothing is kept.</param>
/// <param name="log">Told of what could not be kept.</param>
internal sealed partial class FailureStore(DbDataSource? database, ILogger<FailureStore> log)
{
    private const string Read = """
        SELECT "Domain", EXTRACT(EPOCH FROM now() - "At")::float8 FROM "SignInFailures" WHERE "Window" = @window AND "At" > now() - make_interval(secs => @seconds)
        """;

    private const string Keep = """
        INSERT INTO "SignInFailures" ("Attempt", "Window", "Domain") VALUES (@attempt, @window, @domain) ON CONFLICT DO NOTHING;
        DELETE FROM "SignInFailures" WHERE "At" < now() - make_interval(secs => @seconds)
        """;

    /// <summary>The failures of one window, with their age; null where the database cannot be read now.</summary>
    internal async Task<IReadOnlyList<(string? Domain, TimeSpan Age)>?> ReadAsync(string window)
    {
        if (database is null) return [];
        try
        {
            await using var command = Command(Read, window);
            await using var rows = await command.ExecuteReaderAsync();
            var found = new List<(string?, TimeSpan)>();
            while (await rows.ReadAsync()) found.Add((rows.IsDBNull(0) ? null : rows.GetString(0), TimeSpan.FromSeconds(rows.GetDouble(1))));
            return found;
        }
        catch (DbException fault)
        {
            Failed(fault.Message.ReplaceLineEndings(" "));
            return null;
        }
    }

    /// <summary>Keeps a failure. One that cannot be kept now is known in memory alone.</summary>
    internal async Task KeepAsync(Guid attempt, string window, string? domain)
    {
        if (database is null) return;
        try
        {
            await using var command = Command(Keep, window);
            Add(command, "attempt", attempt);
            Add(command, "domain", domain ?? (object)DBNull.Value);
            await command.ExecuteNonQueryAsync();
        }
        catch (DbException fault)
        {
            Failed(fault.Message.ReplaceLineEndings(" "));
        }
    }

    private DbCommand Command(string sql, string window)
    {
        var command = database!.CreateCommand(sql);
        Add(command, "window", window);
        Add(command, "seconds", FailureWindow.Length.TotalSeconds);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    [LoggerMessage(64, LogLevel.Warning, "Failed sign-ins are counted in memory alone for now, the database cannot be used: {Reason}")]
    private partial void Failed(string reason);
}
