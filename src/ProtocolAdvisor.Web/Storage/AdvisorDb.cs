using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>The database, whatever its make.</summary>
internal abstract class AdvisorDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>How long an owner's name may be, in characters.</summary>
    public const int LongestOwner = 200;

    /// <summary>The reports.</summary>
    public DbSet<StoredReport> Reports => Set<StoredReport>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<StoredReport>(report =>
    {
        report.ToTable("Reports");
        report.HasKey(x => x.Id);
        report.Property(x => x.Id).HasMaxLength(ReportId.Longest);
        report.Property(x => x.Domain).HasMaxLength(255);
        report.Property(x => x.Owner).HasMaxLength(LongestOwner);
        report.HasIndex(x => x.ExpiresAt);
        report.HasIndex(x => x.CreatedAt);
        report.HasIndex(x => new { x.Owner, x.CreatedAt });
        report.Property(x => x.IdempotencyKey).HasMaxLength(64);
        report.HasIndex(x => x.IdempotencyKey);
    });
}
