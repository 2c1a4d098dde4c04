using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Storage.PostgreSql;

/// <summary>Makes the server's database ready; one that cannot be used refuses the start in one line, without user name and password.</summary>
internal sealed class PostgreSqlStart(StorageOptions options, Func<IDataProtectionProvider> seals)
{
    // Any number that nobody else who uses the database takes ("PAdvisor" in ASCII).
    private const long Turn = 0x5041_6476_6973_6F72;

    /// <summary>Makes it ready.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = PostgreSqlConnection.ForStart(options.ConnectionString);
        try
        {
            await using var own = new NpgsqlConnection(settings.ToString());
            await own.OpenAsync(cancellationToken);
            await using var turn = await own.BeginTransactionAsync(cancellationToken);
            await TakeTurnAsync(turn, cancellationToken);
            await MigrateAsync(settings, cancellationToken);
            MakeSealingKey();
        }
        catch (Exception exception) when (PostgreSqlFault.Told(exception) is { } line)
        {
            throw new StartRefusedException($"The database {PostgreSqlConnection.Place(settings)} cannot be used: {line}.");
        }
    }

    // Nodes that start at once migrate one after the other. The lock ends with its connection, even where its holder is killed.
    private static async Task TakeTurnAsync(NpgsqlTransaction turn, CancellationToken cancellationToken)
    {
        await using var command = turn.Connection!.CreateCommand();
        command.CommandText = "SELECT pg_advisory_xact_lock($1)";
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Turn });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task MigrateAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        await using var database = new PostgreSqlAdvisorDb(new DbContextOptionsBuilder<PostgreSqlAdvisorDb>().UseNpgsql(settings.ToString()).Options);
        if ((await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await database.Database.MigrateAsync(cancellationToken);
    }

    // Two nodes that made their first key at once would not know each other's until the next day.
    private void MakeSealingKey() => seals().CreateProtector("start").Protect(Turn.ToString(CultureInfo.InvariantCulture));
}
