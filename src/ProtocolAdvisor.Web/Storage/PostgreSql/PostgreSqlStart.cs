using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Storage.PostgreSql;

/// <summary>Makes the server's database ready; one that cannot be used refuses the start in one line, without user name and password.</summary>
/// <remarks>No asynchronous method awaits a type of Npgsql's: that would be loaded with ours, even where nobody calls it.</remarks>
internal sealed class PostgreSqlStart(StorageOptions options, Func<IDataProtectionProvider> seals)
{
    // Any number that nobody else who uses the database takes ("PAdvisor" in ASCII).
    private const string Number = "5783013856258518898";

    private const string Turn = $"SELECT pg_advisory_xact_lock({Number})";

    /// <summary>Makes it ready.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = PostgreSqlConnection.ForStart(options.ConnectionString.Reveal());
        try
        {
            await using DbConnection own = new NpgsqlConnection(settings.ToString());
            await own.OpenAsync(cancellationToken);
            await using var turn = await own.BeginTransactionAsync(cancellationToken);
            await TakeTurnAsync(own, cancellationToken);
            await MigrateAsync(settings, cancellationToken);
            MakeSealingKey();
        }
        catch (Exception exception) when (PostgreSqlFault.Told(exception) is { } line)
        {
            throw Refused(settings, line);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // A certificate, or a file of passwords, that the connection string names.
            throw Refused(settings, exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static StartRefusedException Refused(NpgsqlConnectionStringBuilder settings, string line) =>
        new($"The database {PostgreSqlConnection.Place(settings)} cannot be used: {line.TrimEnd('.')}.");

    // Nodes that start at once migrate one after the other. The lock ends with its connection, even where its holder is killed.
    private static async Task TakeTurnAsync(DbConnection own, CancellationToken cancellationToken)
    {
        await using var command = own.CreateCommand();
        command.CommandText = Turn;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task MigrateAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        var opening = new DbContextOptionsBuilder<PostgreSqlAdvisorDb>().UseNpgsql(settings.ToString()).Options;
        await using var database = new PostgreSqlAdvisorDb(opening);
        if (!(await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
        await database.Database.MigrateAsync(cancellationToken);
    }

    // Two nodes that made their first key at once would not know each other's until the next day.
    private void MakeSealingKey() => seals().CreateProtector("start").Protect("");
}
