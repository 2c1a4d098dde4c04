using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Advice;

/// <summary>How full the mailbox is, in bytes or in messages, whichever is fuller; and for how long its storage will do. Shares are exact decimals.</summary>
/// <param name="Storage">The quota of storage.</param>
/// <param name="Messages">The quota of messages.</param>
/// <param name="GrowthBytesPerMonth">Bytes that a month adds.</param>
/// <param name="Inbox">What POP3 would take away: bytes and messages of the Inbox, as far as POP3 shows it; null where they are not known.</param>
internal sealed record QuotaOutlook(Quota? Storage, MessageQuota? Messages, long? GrowthBytesPerMonth, (long? Bytes, long? Messages) Inbox)
{
    /// <summary>From here on the quota is under pressure: share used, months to full.</summary>
    public const decimal PressureShare = 0.9m;
    public const double PressureMonths = 3;

    /// <summary>From here on it is time to archive, until usage is below the goal.</summary>
    public const decimal ArchiveShare = 0.8m;
    public const double ArchiveMonths = 6;
    public const decimal ArchiveGoal = 0.6m;

    /// <summary>From here on a whole percent says something.</summary>
    public const decimal WorthAPercent = 0.01m;

    /// <summary>Beyond this share nobody wants to read how many percent it is.</summary>
    public const decimal MostShare = 10;

    /// <summary>Share in use of the fuller quota; over 1 where the server lets a mailbox overflow.</summary>
    public decimal UsedShare => Math.Max(StorageShare, Messages?.Share ?? 0);

    /// <summary>Share of the storage in use.</summary>
    public decimal StorageShare => Storage?.Share ?? 0;

    /// <summary>Whether it is the number of messages that is nearer its limit.</summary>
    public bool InMessages => Storage is null || Messages?.Share > StorageShare;

    /// <summary>
    /// Whether what is told of the mailbox's fullness is told of its messages: where they are nearer their limit, unless it is the storage that
    /// will be used up soon. How long the rest lasts is known of the storage alone.
    /// </summary>
    public bool TellsMessages => InMessages && (UsedShare >= PressureShare || !IsFullSoon);

    /// <summary>The share in use of what is told.</summary>
    public decimal ToldShare => TellsMessages ? Messages?.Share ?? 0 : StorageShare;

    /// <summary>That share in whole percent: not called full before it is, nor empty as long as anything is in it.</summary>
    public decimal ToldPercent => ToldShare > 0 ? Math.Max(1, Math.Floor(ToldShare * 100)) : 0;

    /// <summary>Months until the quota is used up; infinite for a mailbox that does not grow, null when the growth is unknown.</summary>
    public double? MonthsUntilFull => MonthsUntil(1);

    /// <summary>The same to a tenth of a month; null where it is full already, so that there is no rest to speak of, and where messages are told.</summary>
    public double? MonthsLeft => !TellsMessages && MonthsUntilFull is > 0 and { } months ? Math.Max(0.1, Math.Round(months, 1)) : null;

    /// <summary>Whether the quota is used to 90 %, or will be used up within 3 months at the measured growth.</summary>
    public bool IsPressing => UsedShare >= PressureShare || IsFullSoon;

    /// <summary>Whether fetching the Inbox brings usage below 80 %. What is not known does not.</summary>
    public bool FetchingRelieves => Rest(Storage?.UsedBytes, Inbox.Bytes) < ArchiveShare * (Storage?.LimitBytes ?? 1)
        && Rest(Messages?.Used, Inbox.Messages) < ArchiveShare * (Messages?.Limit ?? 1);

    /// <summary>What a reason rests on that speaks of it.</summary>
    public string?[] Facts =>
        [Evidence.Of("imap.quota.usedPercent", ToldShare <= MostShare ? ToldPercent : null), IsFullSoon ? Evidence.Of("imap.quota.monthsUntilFull", MonthsLeft) : null];

    private bool IsFullSoon => MonthsUntilFull <= PressureMonths;

    /// <summary>The outlook, unless no quota is known, or none that limits.</summary>
    public static QuotaOutlook? Of(ImapMailbox imap, Pop3Maildrop pop3)
    {
        var (storage, messages) = (imap.Quota is { LimitBytes: > 0 } ? imap.Quota : null, imap.MessageQuota is { Limit: > 0 } ? imap.MessageQuota : null);
        return storage is null && messages is null ? null
            : new(storage, messages, imap.GrowthBytesPerMonth, (Smaller(imap.InboxBytes, pop3.Bytes), Smaller(imap.InboxMessages, pop3.Messages)));
    }

    /// <summary>Months until this share of the storage is in use; null without a quota of storage.</summary>
    public double? MonthsUntil(decimal share) => (Storage, GrowthBytesPerMonth) switch
    {
        (null, _) or (_, null) => null,
        (_, <= 0) => double.PositiveInfinity,
        ({ } storage, { } growth) => (double)(Math.Max(0, (share * storage.LimitBytes) - storage.UsedBytes) / growth),
    };

    // A server may show less over POP3 than lies in the Inbox, and takes away no more than it shows.
    private static long? Smaller(long? inbox, long? shown) => inbox < shown ? inbox : shown ?? inbox;

    // Of a quota that there is not, nothing is used.
    private static long? Rest(long? used, long? fetched) => used is null ? 0 : used - fetched;
}
