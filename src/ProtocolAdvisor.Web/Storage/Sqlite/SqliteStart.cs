using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Storage.Sqlite;

/// <summary>Makes the file ready before the service listens; a file that cannot be used refuses the start.</summary>
internal sealed class SqliteStart(Func<AdvisorDb> open, StorageOptions options, DatabaseFile file, TimeProvider clock)
{
    /// <summary>Makes it ready.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(options.File)) is { } folder) PrivateFolder.At(folder);
            foreach (var path in new[] { options.File, options.File + ".lock" })
                if (UnixFile.Obstacle(path) is { } obstacle) throw new StartRefusedException($"The database {path} cannot be used: {obstacle}.");
            TrySeals();
            await using var ownTurn = await MigrationLock.TakeAsync(options.File + ".lock", clock, cancellationToken);
            await KeepFilePrivateAsync(cancellationToken);
            file.Open();
            await ProbeAsync(cancellationToken);
            await using var database = open();
            await MigrateAsync(database, cancellationToken);
            file.Note();
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The database {options.File} cannot be used: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    // Whoever signs in or sends an Idempotency-Key first should not be the one who learns that the folder cannot be written.
    private void TrySeals()
    {
        try
        {
            var probe = Path.Combine(PrivateFolder.At(options.Seals).FullName, $".{Environment.ProcessId}.tmp");
            using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) { }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The folder {options.Seals}, which holds the keys of seals, cannot be written: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    // As private as its folder; SQLite gives its journals the same mode. What turns out to be somebody else's is left as it is.
    private async Task KeepFilePrivateAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode ownersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (new FileStream(options.File, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = ownersOnly })) { }
        if (!await IsOursAsync(cancellationToken)) throw new StartRefusedException($"The database {options.File} cannot be used: it is another program's.");
        File.SetUnixFileMode(options.File, ownersOnly);
    }

    // Not pooled: a connection that stays open would keep the journals as readable as the file was.
    private async Task<bool> IsOursAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString.Reveal()) { Pooling = false, DefaultTimeout = 30 }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) = 0 OR TOTAL(name IN ('__EFMigrationsHistory', '__EFMigrationsLock')) > 0 FROM sqlite_master WHERE type = 'table'";
        return await command.ExecuteScalarAsync(cancellationToken) is 1L;
    }

    private static async Task MigrateAsync(AdvisorDb database, CancellationToken cancellationToken)
    {
        // Nobody waits for an answer yet: another process may finish its writing.
        ((SqliteConnection)database.Database.GetDbConnection()).DefaultTimeout = 30;
        database.Database.SetCommandTimeout(30);
        if ((await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await RemoveStaleLockAsync(database, cancellationToken);
            await database.Database.MigrateAsync(cancellationToken);
        }
    }

    // Without EF, which would log a file that is no database with a stack before we can say so in one line.
    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(options.ConnectionString.Reveal()) { DefaultTimeout = 30 };
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = 'wal'; BEGIN IMMEDIATE; ROLLBACK;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // A process that was killed while it migrated leaves EF's lock row behind, and MigrateAsync would wait for it for ever. We hold our own lock, so
    // nobody else can be migrating now.
    private static async Task RemoveStaleLockAsync(AdvisorDb database, CancellationToken cancellationToken)
    {
        var exists = await database.Database.SqlQueryRaw<int>(
            "SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (exists > 0) await database.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
    }
}
