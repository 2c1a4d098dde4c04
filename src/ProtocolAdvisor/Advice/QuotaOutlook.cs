using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>How full the mailbox is, and for how long it will do. Shares are exact decimals, so that no rounding moves a threshold.</summary>
internal sealed record QuotaOutlook(Quota Quota, long? GrowthBytesPerMonth)
{
    /// <summary>From here on the quota is under pressure: share used, months to full.</summary>
    public const decimal PressureShare = 0.9m;
    public const double PressureMonths = 3;

    /// <summary>From here on it is time to archive, until usage is below the goal.</summary>
    public const decimal ArchiveShare = 0.8m;
    public const double ArchiveMonths = 6;
    public const decimal ArchiveGoal = 0.6m;

    /// <summary>Share of the quota in use; over 1 where the server lets a mailbox overflow.</summary>
    public decimal UsedShare => (decimal)Quota.UsedBytes / Quota.LimitBytes;

    /// <summary>The same in whole percent: not called full before it is.</summary>
    public decimal UsedPercent => Math.Floor(UsedShare * 100);

    /// <summary>Months until the quota is used up; infinite for a mailbox that does not grow, null when the growth is unknown.</summary>
    public double? MonthsUntilFull => MonthsUntil(1);

    /// <summary>The same to a tenth of a month; null where it is full already, so that there is no rest to speak of.</summary>
    public double? MonthsLeft => MonthsUntilFull is > 0 and { } months ? Math.Max(0.1, Math.Round(months, 1)) : null;

    /// <summary>The outlook, unless the quota is unknown or no limit at all.</summary>
    public static QuotaOutlook? Of(ImapKnowledge imap) =>
        imap.Quota is { LimitBytes: > 0 } quota ? new(quota, imap.GrowthBytesPerMonth) : null;

    /// <summary>Months until this share of the quota is in use.</summary>
    public double? MonthsUntil(decimal share) => GrowthBytesPerMonth switch
    {
        null => null,
        <= 0 => double.PositiveInfinity,
        { } growth => (double)(Math.Max(0, (share * Quota.LimitBytes) - Quota.UsedBytes) / growth),
    };

    /// <summary>Smallest number of bytes that, taken from this usage, brings it below the goal.</summary>
    public long BytesToFree(decimal usedBytes) => (long)Math.Floor(Math.Max(0, usedBytes - (ArchiveGoal * Quota.LimitBytes))) + 1;
}
