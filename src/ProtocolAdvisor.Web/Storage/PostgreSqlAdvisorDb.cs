using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The database on a server, with the keys that every node seals cookies with.</summary>
internal sealed class PostgreSqlAdvisorDb(DbContextOptions<PostgreSqlAdvisorDb> options) : AdvisorDb(options), IDataProtectionKeyContext
{
    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Text is compared by its bytes, as in SQLite, and not as the language of whoever made the database has it.
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<string>().UseCollation("C");
}
