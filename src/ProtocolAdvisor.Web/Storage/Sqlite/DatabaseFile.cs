using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace ProtocolAdvisor.Web.Storage.Sqlite;

/// <summary>
/// Whether the database is still the file that was opened. SQLite does not notice when it is deleted or written over: it goes on writing into a file that nobody will
/// ever find again, and what is told as stored is lost.
/// </summary>
internal sealed class DatabaseFile(StorageOptions options) : IDisposable
{
    // https://sqlite.org/fileformat2.html: the magic at 0, the user's version at 60.
    private const int HeaderBytes = 100;
    private const int StampAt = 60;

    // Held open for good: closing any handle of the file gives up the locks that SQLite has on it in this process (fcntl(2)).
    private FileStream? _file;
    private SqliteConnection? _connection;
    private List<UnixFile.Identity?> _noted = [];
    private int[] _stamps = [];

    private string[] Files => [options.File, options.File + "-wal"];

    /// <summary>Opens the file before anybody else in this process does.</summary>
    public void Open() => _file ??= new FileStream(options.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Notes the file as it is, and puts a number of its own into its header. A connection that stays keeps its journal in place.</summary>
    public void Note()
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString.Reveal()) { Pooling = false, DefaultTimeout = 30 }.ToString());
        _connection.Open();
        var stamp = Run("PRAGMA user_version");
        if (stamp == 0) Run($"PRAGMA user_version = {stamp = RandomNumberGenerator.GetInt32(1, int.MaxValue)}");
        Run("SELECT COUNT(*) FROM sqlite_master");
        _stamps = [0, stamp];
        _noted = Now();
    }

    /// <summary>Throws where it is another file than the one that was noted, or is none.</summary>
    public void Judge()
    {
        if (_noted.Count == 0) return;
        if (!_noted.SequenceEqual(Now())) throw new StorageUnavailableException("the database's file was deleted or replaced while the service ran");
        var header = new byte[HeaderBytes];
        if (RandomAccess.Read(_file!.SafeFileHandle, header, 0) < HeaderBytes || !header.AsSpan().StartsWith("SQLite format 3\0"u8)
            || !_stamps.Contains(BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(StampAt)))) throw new StorageUnavailableException("the database's file was written over while the service ran");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection?.Dispose();
        _file?.Dispose();
    }

    private List<UnixFile.Identity?> Now() => [.. Files.Select(UnixFile.IdentityOf)];

    private int Run(string sql)
    {
        using var command = _connection!.CreateCommand();
#pragma warning disable CA2100 // The statements are our own; the stamp is a number.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
