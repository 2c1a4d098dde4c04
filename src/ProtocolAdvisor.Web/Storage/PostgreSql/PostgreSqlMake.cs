using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ProtocolAdvisor.Web.Storage.PostgreSql;

/// <summary>A server that any number of nodes share.</summary>
internal sealed class PostgreSqlMake : DatabaseMake, IDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly DbContextOptions<PostgreSqlAdvisorDb> _opening;
    private readonly PostgreSqlStart _start;
    private readonly Lazy<ServiceProvider> _seals;

    /// <summary>Connects to nothing yet.</summary>
    public PostgreSqlMake(StorageOptions options)
    {
        _source = NpgsqlDataSource.Create(PostgreSqlConnection.ForRequests(options.ConnectionString.Reveal()));
        _opening = new DbContextOptionsBuilder<PostgreSqlAdvisorDb>().UseNpgsql(_source).AddInterceptors(new StorableText()).Options;
        _start = new PostgreSqlStart(options, () => Seals);
        _seals = new(MakeSeals);
    }

    /// <inheritdoc/>
    public override int Readers => 8;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken) => _start.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public override AdvisorDb CreateDbContext() => Open();

    // What the server has committed is kept.
    /// <inheritdoc/>
    public override void JudgeWritten()
    {
    }

    // The server clears its pages by itself (autovacuum): nothing can make it do so sooner for one row, in its log, and in its copies.
    /// <inheritdoc/>
    public override void AfterDelete(AdvisorDb database)
    {
    }

    // A pattern that the index by parts of three characters knows (postgresql.org/docs/current/pgtrgm.html).
    /// <inheritdoc/>
    public override IQueryable<ReportRow> Containing(AdvisorDb database, string text)
    {
        var pattern = $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return database.ReportRows.FromSql($"""SELECT * FROM "ReportRows" WHERE "Searched" LIKE {pattern}""");
    }

    /// <inheritdoc/>
    public override StorageUnavailableException? Unavailable(Exception fault) => fault as StorageUnavailableException
        ?? (PostgreSqlFault.Unavailable(fault) is { } line ? new StorageUnavailableException(line, fault) : null);

    // Those that wait in the pool have ended with it, as when the server was started anew.
    /// <inheritdoc/>
    public override bool IsWorthAnotherTry(Exception fault)
    {
        if (!PostgreSqlFault.IsOldConnection(fault)) return false;
        _source.Clear();
        return true;
    }

    /// <inheritdoc/>
    public override IDataProtectionProvider Seals => _seals.Value.GetRequiredService<IDataProtectionProvider>();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_seals.IsValueCreated) _seals.Value.Dispose();
        _source.Dispose();
    }

    private PostgreSqlAdvisorDb Open() => new(_opening);

    private ServiceProvider MakeSeals()
    {
        var services = new ServiceCollection();
        Name(services.AddDataProtection());
        services.Configure<KeyManagementOptions>(x => x.XmlRepository = new SealingKeys(Open));
        return services.BuildServiceProvider();
    }
}
