using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Web.Tests.Hosting.Databases;

/// <summary>Tests that hold for every make of database; a class for each make runs them.</summary>
public abstract class StorageTests : IAsyncLifetime
{
    private protected DeadPort Dead { get; } = DeadPort.Refusing();

    private protected TestDatabase Database { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Database = await MakeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Dead.Dispose();
        if (Database is not null) await Database.DisposeAsync();
    }

    private protected abstract Task<TestDatabase> MakeAsync();
}
