using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Npgsql;

namespace ProtocolAdvisor.Web.Storage.PostgreSql;

/// <summary>What a fault of PostgreSQL or of the way to it means (postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgreSqlFault
{
    private const string WrongPassword = "28P01";
    private const string NoSuchDatabase = "3D000";
    private const string ReadOnly = "25006";

    // Connection, authorization, resources, operator, system, damage; transactions that met; a lock that lasted.
    private static readonly string[] UnusableClasses = ["08", "28", "53", "57", "58", "XX", "40"];
    private static readonly string[] Unusable = [NoSuchDatabase, ReadOnly, "55P03", "55000"];

    // The server ends a connection: it is stopped, it has crashed, or it was idle for too long; and one that is a copy by now.
    private static readonly string[] OldConnection = ["57P01", "57P02", "57P05", "25P03", ReadOnly];

    /// <summary>The fault in one line, where the database cannot be used now; null where the fault is another.</summary>
    public static string? Unavailable(Exception fault) => Of(fault) switch
    {
        PostgresException told when !UnusableClasses.Contains(told.SqlState[..2]) && !Unusable.Contains(told.SqlState) => null,
        { } found => Line(found),
        null => null,
    };

    /// <summary>Whether a connection that was well has ended: another one may be well.</summary>
    public static bool IsOldConnection(Exception fault) => Of(fault) switch
    {
        PostgresException told => OldConnection.Contains(told.SqlState),
        { InnerException: IOException or SocketException } => true,
        _ => false,
    };

    /// <summary>The fault in one line, without user name and password, where it comes from the database or the way to it; else null.</summary>
    public static string? Told(Exception fault) => Of(fault) is { } found ? Line(found) : null;

    private static NpgsqlException? Of(Exception? fault)
    {
        while (fault is not (null or NpgsqlException)) fault = fault.InnerException;
        return fault as NpgsqlException;
    }

    private static string Line(NpgsqlException fault) => (fault switch
    {
        PostgresException { SqlState: WrongPassword } => "the user name or the password is refused",
        PostgresException { SqlState: NoSuchDatabase } => "the server has no such database",
        PostgresException told => $"{told.MessageText} ({told.SqlState})",
        { InnerException: AuthenticationException or CryptographicException } => $"no secure connection: {fault.InnerException.Message}",
        { InnerException: TimeoutException } => "the server does not answer in time",
        { InnerException: SocketException told } => $"no server answers: {told.Message}",
        { InnerException: IOException } => "the connection was lost",
        _ => fault.Message,
    }).ReplaceLineEndings(" ");
}
