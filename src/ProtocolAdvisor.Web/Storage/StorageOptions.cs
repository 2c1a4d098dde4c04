using Microsoft.Data.Sqlite;
using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Where reports are kept, and how long.</summary>
/// <param name="ConnectionString">The database.</param>
/// <param name="Retention">After it a report is purged.</param>
internal sealed record StorageOptions(string ConnectionString, TimeSpan Retention)
{
    /// <summary>The database's file.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <summary>The folder of the keys that seal the console's cookies.</summary>
    public string Seals => File + ".keys";

    /// <summary>Reads <c>Storage</c> and <c>ConnectionStrings:Advisor</c>.</summary>
    public static StorageOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        settings.Value(KnownSettings.StorageProvider);
        var connection = new SqliteConnectionStringBuilder(settings.Value(KnownSettings.Database) ?? $"Data Source={DefaultFile()}")
        {
            // A lock that lasts longer is answered for, not waited for: callers have deadlines.
            DefaultTimeout = 1,
        };
        return new(connection.ToString(), settings.Value(KnownSettings.StorageRetention));
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
            // Reports must outlive the process, and be written; SQLite as it comes with us cannot encrypt, and ends at a password.
            var parsed = new SqliteConnectionStringBuilder(text);
            return parsed.Mode is SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite && parsed.DataSource.Length > 0
                && parsed.Password.Length == 0 && !parsed.DataSource.Contains(":memory:", StringComparison.Ordinal)
                && !parsed.DataSource.Contains("|DataDirectory|", StringComparison.OrdinalIgnoreCase) && !parsed.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return false;
        }
    }
}
