using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace ProtocolAdvisor.Web.Tests.Hosting.Databases;

/// <summary>One PostgreSQL for all tests, started for the first that wants it.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(PostgresServer.StartAsync);

    /// <summary>The server; the test is skipped where there is none.</summary>
    public Task<PostgresServer> ServerAsync()
    {
        Assert.SkipUnless(PostgresServer.Available, PostgresServer.Missing);
        return _server.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }

    /// <summary>A database of the test's own.</summary>
    internal async Task<TestDatabase> MakeAsync() => await PostgreSqlTestDatabase.MakeAsync(await ServerAsync());
}
