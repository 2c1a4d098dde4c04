using System.Data.Common;

namespace ProtocolAdvisor.Web.Tests.Hosting.Databases;

/// <summary>A test's own database, of any make; the statements are the same for all of them.</summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>What leads the service there.</summary>
    public abstract IReadOnlyList<(string Key, string? Value)> Settings { get; }

    /// <summary>The service's folder; null where it needs none.</summary>
    public virtual string? Folder => null;

    /// <summary>Takes the right to write from everybody else, until the transaction ends.</summary>
    protected abstract string Hold { get; }

    /// <summary>Starts the service on it and waits until it is warm.</summary>
    public Task<Advisor> StartAsync(TimeProvider? clock = null, params (string Key, string? Value)[] settings) =>
        Advisor.StartAsync(Folder, clock, [.. Settings, .. settings]);

    /// <summary>A connection beside the service's.</summary>
    public abstract DbConnection Connection();

    /// <summary>Runs a statement; its first value.</summary>
    public async Task<object?> RunAsync(string sql, params object[] parameters)
    {
        await using var connection = Connection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return await RunAsync(connection, sql, parameters);
    }

    /// <summary>How many reports it holds.</summary>
    public async Task<long> CountAsync() => (long)(await RunAsync("SELECT COUNT(*) FROM \"Reports\""))!;

    /// <summary>Keeps others from writing until it is disposed.</summary>
    public async Task<IAsyncDisposable> HoldAsync()
    {
        var connection = Connection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, Hold);
        return connection;
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    private static async Task<object?> RunAsync(DbConnection connection, string sql, params object[] parameters)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (number, value) in parameters.Index())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{number}", value);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
