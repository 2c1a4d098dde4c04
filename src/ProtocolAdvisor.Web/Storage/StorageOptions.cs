using Microsoft.Data.Sqlite;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Startup.Configured;
using ProtocolAdvisor.Web.Storage.PostgreSql;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Where reports are kept, and how long.</summary>
/// <param name="Provider">The database's make.</param>
/// <param name="ConnectionString">The database; with a password, where it is a server.</param>
/// <param name="Retention">After it a report is purged.</param>
internal sealed record StorageOptions(StorageProvider Provider, Secret ConnectionString, TimeSpan Retention)
{
    private static readonly Setting<string?> AsFile = KnownSettings.Database with
    {
        Expected = "a connection string such as Data Source=advisor.db, to a file that can be written, and without a password,",
        Parse = IsConnectionString,
    };

    private static readonly Setting<string?> AsServer = KnownSettings.Database with
    {
        Expected = "a connection string such as Host=db.example.com;Database=advisor;Username=advisor;Password=…",
        Parse = PostgreSqlConnection.IsConnectionString,
    };

    /// <summary>SQLite's file.</summary>
    public string File => new SqliteConnectionStringBuilder(ConnectionString.Reveal()).DataSource;

    /// <summary>The folder of the keys of seals beside it.</summary>
    public string Seals => File + ".keys";

    /// <summary>Reads <c>Storage</c> and <c>ConnectionStrings:Advisor</c>.</summary>
    public static StorageOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        var retention = settings.Value(KnownSettings.StorageRetention);
        return settings.Value(KnownSettings.StorageProvider) switch
        {
            StorageProvider.PostgreSql => new(StorageProvider.PostgreSql, OfServer(settings), retention),
            var provider => new(provider, OfFile(settings), retention),
        };
    }

    // There is no default: nobody else knows where it is.
    private static Secret OfServer(OperatorSettings settings) =>
        settings.Value(AsServer) is { } text ? new(text) : throw new StartRefusedException($"{AsServer.Key}: {AsServer.Expected} is expected.");

    private static Secret OfFile(OperatorSettings settings)
    {
        var connection = new SqliteConnectionStringBuilder(settings.Value(AsFile) ?? $"Data Source={DefaultFile()}")
        {
            // A lock that lasts longer is answered for, not waited for: callers have deadlines.
            DefaultTimeout = 1,
        };
        return new(connection.ToString());
    }

    // A process without a home (a bare container) keeps its data beside its working directory.
    private static string DefaultFile()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0 ? Path.Combine(home, "ProtocolAdvisor", "advisor.db") : Path.Combine("data", "advisor.db");
    }

    /// <summary>A file that lasts and can be written.</summary>
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
