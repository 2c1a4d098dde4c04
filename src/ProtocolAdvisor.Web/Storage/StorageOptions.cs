using Microsoft.Data.Sqlite;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Where reports are kept, and how long.</summary>
/// <param name="Provider">The database's make.</param>
/// <param name="ConnectionString">The database.</param>
/// <param name="Retention">After it a report is purged.</param>
internal sealed record StorageOptions(StorageProvider Provider, string ConnectionString, TimeSpan Retention)
{
    /// <summary>SQLite's file.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <summary>Reads <c>Storage</c> and <c>ConnectionStrings:Advisor</c>.</summary>
    public static StorageOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        var retention = settings.Value(KnownSettings.StorageRetention);
        return settings.Value(KnownSettings.StorageProvider) switch
        {
            StorageProvider.PostgreSql => new(StorageProvider.PostgreSql, Server(settings), retention),
            var provider => new(provider, OfFile(settings), retention),
        };
    }

    // There is no default: nobody else knows where it is.
    private static string Server(OperatorSettings settings) => settings.Value(KnownSettings.DatabaseServer) is { } text
        ? text : throw new StartRefusedException($"{KnownSettings.DatabaseServer.Key}: {KnownSettings.DatabaseServer.Expected} is expected.");

    private static string OfFile(OperatorSettings settings)
    {
        var connection = new SqliteConnectionStringBuilder(settings.Value(KnownSettings.DatabaseFile) ?? $"Data Source={DefaultFile()}")
        {
            // A lock that lasts longer is answered for, not waited for: callers have deadlines.
            DefaultTimeout = 1,
        };
        return connection.ToString();
    }

    // A process without a home (a bare container) keeps its data beside its working directory.
    private static string DefaultFile()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0 ? Path.Combine(home, "ProtocolAdvisor", "advisor.db") : Path.Combine("data", "advisor.db");
    }

    /// <summary>A database that lasts and can be written.</summary>
    public static bool IsConnectionString(string? text, out string? value)
    {
        value = text;
        try
        {
            // Reports must outlive the process, and be written.
            var parsed = new SqliteConnectionStringBuilder(text);
            return parsed.Mode is SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite && parsed.DataSource.Length > 0
                && !parsed.DataSource.Contains(":memory:", StringComparison.Ordinal) && !parsed.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
