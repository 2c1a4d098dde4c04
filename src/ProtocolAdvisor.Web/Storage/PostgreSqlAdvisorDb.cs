using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The database on a server, with the keys that every node seals cookies with.</summary>
internal sealed class PostgreSqlAdvisorDb(DbContextOptions<PostgreSqlAdvisorDb> options) : AdvisorDb(options)
{
    /// <summary>The keys.</summary>
    public DbSet<SealingKey> SealingKeys => Set<SealingKey>();

    // Text is compared by its bytes, as in SQLite, and not as the language of whoever made the database has it.
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SealingKey>(key =>
        {
            key.ToTable("SealingKeys");
            key.HasKey(x => x.Name);
            key.Property(x => x.Name).HasMaxLength(200);
        });
    }
}
