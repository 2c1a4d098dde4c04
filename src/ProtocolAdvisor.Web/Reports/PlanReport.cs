using System.Globalization;
using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>What to do beside choosing a protocol.</summary>
/// <param name="Backup">For POP3: the backup it needs; null otherwise.</param>
/// <param name="LeaveOnServer">For POP3: how long to leave mail on the server; null otherwise.</param>
/// <param name="Archive">Whether mail must leave the server to make room.</param>
internal sealed record PlanReport(BackupReport? Backup, LeaveOnServerReport? LeaveOnServer, ArchiveReport Archive)
{
    /// <summary>The shown form.</summary>
    public static PlanReport From(Plan plan) => new(
        BackupReport.From(plan.Backup),
        plan.LeaveOnServerDays is { } days ? new LeaveOnServerReport(days) : null,
        new ArchiveReport(plan.Archive is not null, plan.Archive?.Before));
}

/// <summary>The backup that POP3 needs.</summary>
/// <param name="Needed">Whether one must be begun; false where a regular one is to be kept up.</param>
/// <param name="Every">Time between backups, an ISO 8601 duration.</param>
/// <param name="How">Ways to do it.</param>
internal sealed record BackupReport(bool Needed, string Every, IReadOnlyList<string> How)
{
    /// <summary>The shown form; null stays null.</summary>
    public static BackupReport? From(BackupPlan? backup) => backup is null
        ? null : new(backup.Needed, string.Create(CultureInfo.InvariantCulture, $"P{backup.EveryDays}D"), AdviceWords.English.BackupHow);
}

/// <summary>How long to leave fetched mail on the server.</summary>
/// <param name="Days">Days; 0 deletes at once.</param>
internal sealed record LeaveOnServerReport(int Days);

/// <summary>Whether mail must leave the server to make room.</summary>
/// <param name="Needed">Whether it must.</param>
/// <param name="Before">By when; null when it is due now, or not needed.</param>
internal sealed record ArchiveReport(bool Needed, DateTimeOffset? Before);
