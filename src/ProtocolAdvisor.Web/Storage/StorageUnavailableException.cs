using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The database cannot be used now, by no fault of a request's or of our code: another process holds it, the disk is full or gone, the file is no longer ours.</summary>
/// <param name="reason">Why, in one line.</param>
/// <param name="cause">What was thrown.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown with a reason only.")]
internal sealed class StorageUnavailableException(string reason, Exception? cause = null) : Exception(reason, cause)
{
    // https://sqlite.org/rescode.html: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
    private static readonly int[] Codes = [5, 6, 8, 10, 11, 13, 14, 15, 26];

    /// <summary>The same fault as SQLite or EF have thrown it; null where it is another.</summary>
    public static StorageUnavailableException? From(Exception exception) => exception as StorageUnavailableException
        ?? (exception.GetBaseException() is SqliteException { SqliteErrorCode: var code } fault && Codes.Contains(code)
            ? new StorageUnavailableException(fault.Message.ReplaceLineEndings(" "), exception) : null);
}
