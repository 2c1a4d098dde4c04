using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>What to do beside choosing: the backup and the copies on the server for POP3, the archive for IMAP.</summary>
internal static class Planner
{
    private const int BackupDays = 7;
    private const int LeaveDays = 14;

    // What is borne to be lost of what came since the last backup: about a week of an ordinary mailbox.
    private const double BearableBytes = 250_000_000;
    private const double BearableMessages = 500;
    private const double DaysPerMonth = 365.25 / 12;

    public static Plan For(MailProtocol? protocol, Situation s) => protocol switch
    {
        MailProtocol.Pop3 => new(BackupFor(s), LeaveOnServerDays(s), null),
        MailProtocol.Imap => new(null, null, QuotaOutlook.Of(s.Imap) is { } outlook ? ArchiveFor(outlook, s.AsOf) : null),
        null => new(null, null, null),
    };

    // Shorter than the server keeps mail, so that each message is in one backup at least while the server still has it; and the sooner, the more mail
    // comes. A day is the shortest that one can ask of people; EXPIRE 0 and 1 get that.
    private static BackupPlan BackupFor(Situation s) => new(s.Usage.Backup != Backup.Regular, Math.Max(1, new[]
    {
        BackupDays,
        (ServerKeepsDays(s) ?? int.MaxValue) - 1,
        DaysUntil(BearableBytes, s.Imap.GrowthBytesPerMonth / DaysPerMonth),
        DaysUntil(BearableMessages, s.Usage.NewMessagesPerDay),
    }.Min()));

    private static int DaysUntil(double amount, double? perDay) => perDay > 0 ? (int)Math.Min(BackupDays, amount / perDay.Value) : BackupDays;

    // Whether UIDL is there may be unknown. Then the copies stay: a message fetched twice is a nuisance, a lost one is a loss.
    private static int LeaveOnServerDays(Situation s) =>
        s.Pop3.Uidl == false || QuotaPressureRule.Judge(s).Applies ? 0 : Math.Min(LeaveDays, ServerKeepsDays(s) ?? LeaveDays);

    private static int? ServerKeepsDays(Situation s) => s.ExpiresOnRetrieval == true ? 0 : s.Pop3.ExpireDays;

    private static ArchivePlan? ArchiveFor(QuotaOutlook outlook, DateTimeOffset? asOf)
    {
        if (outlook.Storage is not { } storage) return null;
        if (storage.Share >= QuotaOutlook.ArchiveShare) return new(null, QuotaOutlook.BytesToFree(storage.UsedBytes, storage));
        if (outlook.MonthsUntilFull is not <= QuotaOutlook.ArchiveMonths) return null;

        // Due when the archive share is reached, and then as much must go as is too much on that day; today is now.
        var days = Math.Floor(outlook.MonthsUntil(QuotaOutlook.ArchiveShare)!.Value * DaysPerMonth);
        return new(days >= 1 ? asOf?.AddDays(days) : null, QuotaOutlook.BytesToFree(QuotaOutlook.ArchiveShare * storage.LimitBytes, storage));
    }
}
