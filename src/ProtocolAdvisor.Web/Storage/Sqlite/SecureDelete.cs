using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ProtocolAdvisor.Web.Storage.Sqlite;

/// <summary>Has SQLite overwrite what is deleted: a removed report shall not be found in the file's free pages.</summary>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite is in-process: there is nothing to wait for.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
