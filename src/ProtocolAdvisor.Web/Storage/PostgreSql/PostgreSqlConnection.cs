using Npgsql;

namespace ProtocolAdvisor.Web.Storage.PostgreSql;

/// <summary>How the operator's connection string is used: what it may be, and what is set on top of it.</summary>
internal static class PostgreSqlConnection
{
    // Callers have deadlines: a server that is away, and a lock that lasts longer, are answered for and not waited for.
    private const int ConnectSeconds = 1;
    private const int CommandSeconds = 5;
    private const int LockMilliseconds = 1000;

    // While nobody waits for an answer yet, another node may finish what it does.
    private const int StartSeconds = 60;

    /// <summary>A connection string that names a server and a database.</summary>
    public static bool IsConnectionString(string? text, out string? value)
    {
        value = text;
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(text);

            // An address with a user and a password before it would be printed as the host's name.
            if (parsed.Host is not { Length: > 0 } || parsed.Host.Contains('@', StringComparison.Ordinal)) return false;
            using var tried = NpgsqlDataSource.Create(parsed);
            return parsed.Database is { Length: > 0 };
        }
        catch (Exception exception) when (IsComplaint(exception))
        {
            return false;
        }
    }

    /// <summary>For the running service: nothing is waited for long.</summary>
    public static NpgsqlConnectionStringBuilder ForRequests(string text)
    {
        var settings = Parsed(text);
        if (!settings.ShouldSerialize("Timeout")) settings.Timeout = ConnectSeconds;
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = CommandSeconds;
        settings.Options = $"{settings.Options} -c lock_timeout={LockMilliseconds}".Trim();
        return settings;
    }

    /// <summary>For the start.</summary>
    public static NpgsqlConnectionStringBuilder ForStart(string text)
    {
        var settings = Parsed(text);
        if (!settings.ShouldSerialize("Timeout")) settings.Timeout = CommandSeconds;
        settings.CommandTimeout = StartSeconds;
        settings.Pooling = false;
        return settings;
    }

    /// <summary>The database and its place, as it may be told: without user and password.</summary>
    public static string Place(NpgsqlConnectionStringBuilder settings) =>
        $"{settings.Database} on {settings.Host}" + (settings.Host!.Contains(',', StringComparison.Ordinal) ? "" : $":{settings.Port}");

    private static bool IsComplaint(Exception exception) => exception is ArgumentException or FormatException or InvalidCastException
        or InvalidOperationException or NotSupportedException or OverflowException;

    private static NpgsqlConnectionStringBuilder Parsed(string text) => new(text)
    {
        // Neither the password nor what is in the reports belongs into an exception or a log line.
        PersistSecurityInfo = false,
        IncludeErrorDetail = false,
        LogParameters = false,

        // A statement that lasts too long is left to its server, and not waited for a second time.
        CancellationTimeout = -1,
        ApplicationName = "ProtocolAdvisor",
    };
}
