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

    /// <summary>What lists say of them.</summary>
    public DbSet<ReportRow> ReportRows => Set<ReportRow>();

    /// <summary>Links with which somebody types his own password.</summary>
    public DbSet<StoredInvite> Invites => Set<StoredInvite>();

    /// <summary>The findings of listed reports.</summary>
    public DbSet<RowFinding> RowFindings => Set<RowFinding>();

    /// <summary>The audits.</summary>
    public DbSet<StoredAudit> Audits => Set<StoredAudit>();

    /// <summary>Their subjects.</summary>
    public DbSet<StoredAuditItem> AuditItems => Set<StoredAuditItem>();

    /// <summary>The finished subjects' runs.</summary>
    public DbSet<StoredAuditRun> AuditRuns => Set<StoredAuditRun>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        OfAudits(modelBuilder);
        modelBuilder.Entity<StoredReport>(report =>
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
            report.Ignore(x => x.Row);
        });
        modelBuilder.Entity<ReportRow>(row =>
        {
            row.ToTable("ReportRows");
            row.HasKey(x => x.Number);
            row.Property(x => x.Id).HasMaxLength(ReportId.Longest).IsRequired();
            row.Property(x => x.Owner).HasMaxLength(LongestOwner);
            row.HasIndex(x => x.Id).IsUnique();

            // In the order of lists; state and protocol beside it, so that those who have others are passed by without being read.
            row.HasIndex(x => new { x.CreatedAt, x.Id, x.State, x.Protocol });
            row.HasIndex(x => new { x.Owner, x.CreatedAt, x.Id, x.State, x.Protocol });
            row.HasIndex(x => new { x.Account, x.CreatedAt });
            row.HasMany(x => x.Findings).WithOne().HasForeignKey(x => x.Number).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<RowFinding>(finding =>
        {
            finding.ToTable("RowFindings");
            finding.HasKey(x => new { x.Number, x.Code });
            finding.Property(x => x.Number).ValueGeneratedNever();
            finding.Property(x => x.Code).HasMaxLength(64);
            finding.HasIndex(x => new { x.Code, x.Number });
        });
        modelBuilder.Entity<StoredInvite>(invite =>
        {
            invite.ToTable("Invites");
            invite.HasKey(x => x.Id);
            invite.Property(x => x.Id).HasMaxLength(ReportId.Longest);
            invite.Property(x => x.TokenHash).HasMaxLength(64);
            invite.Property(x => x.Owner).HasMaxLength(LongestOwner);
            invite.HasIndex(x => x.TokenHash).IsUnique();
            invite.HasIndex(x => new { x.Owner, x.CreatedAt });
            invite.HasIndex(x => x.ExpiresAt);
        });
    }

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
            audit.Property(x => x.LeasedBy).HasMaxLength(32);
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
