using System.Data.Common;
using Npgsql;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Web.Tests.Hosting.Databases;

/// <summary>A database of its own on a server.</summary>
internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private readonly PostgresServer _server;
    private readonly string _name = $"advisor_{Guid.NewGuid():N}";

    private PostgreSqlTestDatabase(PostgresServer server) => _server = server;

    /// <summary>How a service connects to it.</summary>
    public string ConnectionString => _server.ConnectionString(_name);

    public override IReadOnlyList<(string Key, string? Value)> Settings =>
        [("Storage:Provider", "postgresql"), ("ConnectionStrings:Advisor", ConnectionString)];

    protected override string Hold => "BEGIN; LOCK TABLE \"Reports\" IN EXCLUSIVE MODE";

    /// <summary>Makes it, empty.</summary>
    public static async Task<PostgreSqlTestDatabase> MakeAsync(PostgresServer server)
    {
        var database = new PostgreSqlTestDatabase(server);
        await database.AdministerAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public override DbConnection Connection() => new NpgsqlConnection(ConnectionString + ";Pooling=false");

    // Dropping it would take time and save nothing: the server's folder goes as a whole.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString("postgres"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
