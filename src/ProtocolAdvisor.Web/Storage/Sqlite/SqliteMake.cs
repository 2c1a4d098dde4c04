using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage.Sqlite;

/// <summary>One file on this machine: nothing to install, for one process.</summary>
internal sealed class SqliteMake : DatabaseMake, IDisposable
{
    // https://sqlite.org/rescode.html: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
    private static readonly int[] Unusable = [5, 6, 8, 10, 11, 13, 14, 15, 26];

    private readonly StorageOptions _options;
    private readonly DbContextOptions<SqliteAdvisorDb> _opening;
    private readonly DatabaseFile _file;
    private readonly SqliteStart _start;

    /// <summary>Opens nothing yet.</summary>
    public SqliteMake(StorageOptions options, TimeProvider clock)
    {
        (_options, _file) = (options, new DatabaseFile(options));
        var opening = new DbContextOptionsBuilder<SqliteAdvisorDb>().UseSqlite(options.ConnectionString.Reveal());
        _opening = opening.AddInterceptors(new SecureDelete()).Options;
        _start = new SqliteStart(CreateDbContext, options, _file, clock);
    }

    /// <inheritdoc/>
    public override int Readers => 4;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken) => _start.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public override AdvisorDb CreateDbContext()
    {
        _file.Judge();
        return new SqliteAdvisorDb(_opening);
    }

    // Written into a file that has been deleted meanwhile is not written.
    /// <inheritdoc/>
    public override void JudgeWritten() => _file.Judge();

    // The write-ahead log still holds what was deleted, until it is emptied. A reader may keep it busy: then the next deletion empties it.
    /// <inheritdoc/>
    public override void AfterDelete(AdvisorDb database)
    {
        try
        {
            database.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
        }
    }

    // A phrase of the index by parts of three characters (https://sqlite.org/fts5.html#the_trigram_tokenizer).
    /// <inheritdoc/>
    public override IQueryable<ReportRow> Containing(AdvisorDb database, string text)
    {
        var phrase = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return database.ReportRows.FromSql(
            $"""SELECT * FROM "ReportRows" WHERE "Number" IN (SELECT rowid FROM "SearchedRows" WHERE "SearchedRows" MATCH {phrase})""");
    }

    /// <inheritdoc/>
    public override StorageUnavailableException? Unavailable(Exception fault) => fault as StorageUnavailableException
        ?? (fault.GetBaseException() is SqliteException { SqliteErrorCode: var code } told && Unusable.Contains(code)
            ? new StorageUnavailableException(told.Message.ReplaceLineEndings(" "), fault) : null);

    // Its connections lead to a file, and age with it only.
    /// <inheritdoc/>
    public override bool IsWorthAnotherTry(Exception fault) => false;

    /// <inheritdoc/>
    public override IDataProtectionProvider Seals => DataProtectionProvider.Create(PrivateFolder.At(_options.Seals), Name);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
