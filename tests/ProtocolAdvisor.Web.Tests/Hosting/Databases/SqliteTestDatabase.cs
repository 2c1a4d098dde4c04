using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ProtocolAdvisor.Web.Tests.Hosting.Databases;

/// <summary>A file in a folder of its own.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-storage").FullName;

    public string File => Path.Combine(_folder, "advisor.db");

    public override IReadOnlyList<(string Key, string? Value)> Settings => [("ConnectionStrings:Advisor", $"Data Source={File}")];

    public override string Folder => _folder;

    protected override string Hold => "BEGIN IMMEDIATE";

    public override DbConnection Connection() => new SqliteConnection($"Data Source={File};Pooling=False");

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, true);
        return ValueTask.CompletedTask;
    }
}
