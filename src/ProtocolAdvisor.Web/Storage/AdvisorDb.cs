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

    /// <summary>The audits.</summary>
    public DbSet<StoredAudit> Audits => Set<StoredAudit>();

    /// <summary>Their subjects.</summary>
    public DbSet<StoredAuditItem> AuditItems => Set<StoredAuditItem>();

    /// <summary>The finished subjects' runs.</summary>
    public DbSet<StoredAuditRun> AuditRuns => Set<StoredAuditRun>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        OfReports(modelBuilder);
        OfAudits(modelBuilder);
    }

    private static void OfReports(ModelBuilder modelBuilder) => modelBuilder.Entity<StoredReport>(report =>
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

    private static void OfAudits(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredAudit>(audit =>
        {
            audit.ToTable("Audits");
            audit.HasKey(x => x.Id);
            audit.Property(x => x.Id).HasMaxLength(ReportId.Longest);
            audit.Property(x => x.Owner).HasMaxLength(LongestOwner);
            audit.Property(x => x.Name).HasMaxLength(200);
            audit.Property(x => x.RepeatOf).HasMaxLength(ReportId.Longest);
            audit.Property(x => x.CompareWith).HasMaxLength(ReportId.Longest);
            audit.Property(x => x.IdempotencyKey).HasMaxLength(64);
            audit.HasIndex(x => x.CreatedAt);
            audit.HasIndex(x => x.ExpiresAt);
            audit.HasIndex(x => x.IdempotencyKey).IsUnique();
        });
        modelBuilder.Entity<StoredAuditItem>(item =>
        {
            item.ToTable("AuditItems");
            item.HasKey(x => new { x.AuditId, x.Number });
            item.Property(x => x.AuditId).HasMaxLength(ReportId.Longest);
            item.Property(x => x.Subject).HasMaxLength(330);
            item.Property(x => x.Asked).HasMaxLength(330);
            item.Property(x => x.Reference).HasMaxLength(200);
            item.Property(x => x.MailHost).HasMaxLength(255);
            item.HasIndex(x => new { x.AuditId, x.FinishedAt });
            item.HasIndex(x => new { x.AuditId, x.Asked });
        });
        modelBuilder.Entity<StoredAuditRun>(run =>
        {
            run.ToTable("AuditRuns");
            run.HasKey(x => new { x.AuditId, x.Number });
            run.Property(x => x.AuditId).HasMaxLength(ReportId.Longest);
        });
    }
}
