using Microsoft.Data.Sqlite;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Where reports are kept, and how long.</summary>
/// <param name="ConnectionString">The database.</param>
/// <param name="Retention">After it a report is purged.</param>
internal sealed record StorageOptions(string ConnectionString, TimeSpan Retention)
{
    /// <summary>The database's file.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    /// <summary>Reads <c>Storage</c> and <c>ConnectionStrings:Advisor</c>.</summary>
    public static StorageOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        settings.Value<string>("Storage:Provider", "sqlite", IsSqlite, "sqlite");
        var connection = new SqliteConnectionStringBuilder(
            settings.Value<string>("ConnectionStrings:Advisor", $"Data Source={DefaultFile()}", IsConnectionString, "a connection string such as Data Source=advisor.db, to a file that can be written,"))
        {
            // A lock that lasts longer is answered for, not waited for: callers have deadlines.
            DefaultTimeout = 1,
        };
        return new(
            connection.ToString(),
            settings.Value("Storage:Retention", TimeSpan.FromDays(7), OperatorSettings.IsTime, "a time such as 7.00:00:00"));
    }

    // A process without a home (a bare container) keeps its data beside its working directory.
    private static string DefaultFile()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0 ? Path.Combine(home, "ProtocolAdvisor", "advisor.db") : Path.Combine("data", "advisor.db");
    }

    private static bool IsSqlite(string? text, out string value) => (value = text ?? "").Equals("sqlite", StringComparison.OrdinalIgnoreCase);

    private static bool IsConnectionString(string? text, out string value)
    {
        value = text ?? "";
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
