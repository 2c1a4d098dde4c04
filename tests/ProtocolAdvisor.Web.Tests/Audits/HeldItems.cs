using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>Results that cannot be written in PostgreSQL, until this is disposed of.</summary>
internal static class HeldItems
{
    public static async Task<IAsyncDisposable> BeginAsync(TestDatabase database)
    {
        var connection = database.Connection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN; LOCK TABLE \"AuditItems\" IN EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
