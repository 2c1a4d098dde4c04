using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The database in one file.</summary>
internal sealed class SqliteAdvisorDb(DbContextOptions<SqliteAdvisorDb> options) : AdvisorDb(options);

/// <summary>Opens it wherever a database of any make is asked for.</summary>
internal sealed class SqliteDatabases(IDbContextFactory<SqliteAdvisorDb> factory, DatabaseFile file) : IDbContextFactory<AdvisorDb>
{
    /// <inheritdoc/>
    public AdvisorDb CreateDbContext()
    {
        file.Judge();
        return factory.CreateDbContext();
    }
}
