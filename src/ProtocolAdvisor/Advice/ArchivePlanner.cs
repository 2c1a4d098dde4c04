using System.Globalization;

namespace ProtocolAdvisor.Advice;

/// <summary>
/// When and how much to archive: at 80 % of a quota, or when the storage is full within 6 months, so much that less than 60 % is used. Over POP3 the Inbox leaves the server anyway.
/// </summary>
internal static class ArchivePlanner
{
    private const double DaysPerMonth = 365.25 / 12;

    /// <summary>The archive beside IMAP, and beside POP3 as long as copies stay on the server; null where there is room.</summary>
    public static ArchivePlan? BesideImap(QuotaOutlook outlook, DateTimeOffset? asOf)
    {
        var messages = outlook.Messages is { } quota && quota.Share >= QuotaOutlook.ArchiveShare ? TooMany(quota.Used, quota.Limit) : (long?)null;
        if (outlook.Storage is { } storage && storage.Share < QuotaOutlook.ArchiveShare && outlook.MonthsUntilFull <= QuotaOutlook.ArchiveMonths)
        {
            // Due when the archive share is reached, and then as much must go as is too much on that day; today is now.
            var days = Math.Floor(outlook.MonthsUntil(QuotaOutlook.ArchiveShare)!.Value * DaysPerMonth);
            return new(days >= 1 && messages is null ? asOf?.AddDays(days) : null, TooMany(QuotaOutlook.ArchiveShare * storage.LimitBytes, storage.LimitBytes), messages);
        }

        var bytes = outlook.Storage is { } full && full.Share >= QuotaOutlook.ArchiveShare ? TooMany(full.UsedBytes, full.LimitBytes) : (long?)null;
        return bytes is null && messages is null ? null : new(null, bytes, messages);
    }

    /// <summary>The archive beside POP3: what is too much once the Inbox has been fetched; null where fetching makes room enough.</summary>
    public static ArchivePlan? BesidePop3(QuotaOutlook outlook)
    {
        var bytes = outlook.Storage is { } storage ? Left(storage.UsedBytes, storage.LimitBytes, outlook.Inbox.Bytes) : null;
        var messages = outlook.Messages is { } quota ? Left(quota.Used, quota.Limit, outlook.Inbox.Messages) : null;
        return bytes is null && messages is null ? null : new(null, bytes, messages);
    }

    /// <summary>The steps of an archive.</summary>
    public static IEnumerable<PlanStep> Steps(ArchivePlan? archive, PlanCause cause)
    {
        var date = archive?.Before is { } before ? before.ToString("O", CultureInfo.InvariantCulture) : null;
        if (archive?.BytesToFree is { } bytes) yield return Step(PlanStepCode.Archive, cause, "bytes", bytes, date);
        if (archive?.MessagesToFree is { } messages) yield return Step(PlanStepCode.ArchiveMessages, cause, "messages", messages, null);
    }

    private static PlanStep Step(PlanStepCode code, PlanCause cause, string figure, long amount, string? date)
    {
        var figures = new Dictionary<string, string> { [figure] = amount.ToString(CultureInfo.InvariantCulture) };
        if (date is not null) figures["date"] = date;
        return new(code, cause, figures);
    }

    private static long? Left(long used, long limit, long? inbox) => Math.Max(0, used - (inbox ?? 0)) is var left && left >= QuotaOutlook.ArchiveShare * limit ? TooMany(left, limit) : null;

    // The smallest number that, taken from this usage, brings it below the goal.
    private static long TooMany(decimal used, long limit) => (long)Math.Floor(Math.Max(0, used - (QuotaOutlook.ArchiveGoal * limit))) + 1;
}
