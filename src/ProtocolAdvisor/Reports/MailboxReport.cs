using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Reports;

/// <summary>The mailbox as each protocol shows it.</summary>
/// <param name="Imap">Over IMAP; null without a sign-in there.</param>
/// <param name="Pop3">Over POP3; null without a sign-in there.</param>
/// <param name="Comparison">What POP3 would not show; null unless both are known.</param>
public sealed record MailboxReport(ImapReport? Imap, Pop3Report? Pop3, MailboxComparison? Comparison)
{
    /// <summary>Both views; null without any sign-in.</summary>
    internal static MailboxReport? From(AssessmentFacts facts) => facts is { Imap: null, Pop3: null }
        ? null : new(ImapReport.From(facts.Imap), Pop3Report.From(facts.Pop3), facts.Comparison);
}

/// <summary>The mailbox over IMAP.</summary>
/// <param name="Messages">Messages in all of the user's folders that told their count.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="AtLeast">True where a folder's count is missing: messages and bytes are then lower bounds, and nothing is known of the rest.</param>
/// <param name="InboxMessages">Messages in the Inbox.</param>
/// <param name="InboxBytes">Their bytes.</param>
/// <param name="Folders">The user's folders, the Inbox included; other users' and shared ones are not among them.</param>
/// <param name="FoldersCounted">Those of the folders whose count is known.</param>
/// <param name="FoldersRefused">Those of the folders that refused to be counted or read, or answered against the rules.</param>
/// <param name="SharedFolders">Folders listed beside the user's: other users', and shared ones. They are neither counted nor read.</param>
/// <param name="SortedMessages">Messages in folders that the user made.</param>
/// <param name="LargestFolders">The twelve largest folders, the largest first, without their names.</param>
/// <param name="LargestMessageBytes">The largest message seen.</param>
/// <param name="SizeBasis">Where the sizes come from.</param>
/// <param name="CountDifferences">Where the server's counts of one folder contradict each other or sense.</param>
/// <param name="Quota">The fullest storage quota.</param>
/// <param name="MessageQuota">The fullest quota of messages.</param>
/// <param name="GrowthBytesPerMonth">Bytes that a month adds.</param>
/// <param name="QuotaFullAt">When the storage quota is used up at that growth.</param>
/// <param name="Fetch">The sample fetches.</param>
public sealed record ImapReport(
    long? Messages,
    long? Bytes,
    bool AtLeast,
    long? InboxMessages,
    long? InboxBytes,
    int? Folders,
    int? FoldersCounted,
    int? FoldersRefused,
    int? SharedFolders,
    long? SortedMessages,
    IReadOnlyList<FolderSize> LargestFolders,
    long? LargestMessageBytes,
    SizeBasis? SizeBasis,
    IReadOnlyList<CountDifference> CountDifferences,
    Quota? Quota,
    MessageQuota? MessageQuota,
    long? GrowthBytesPerMonth,
    DateTimeOffset? QuotaFullAt,
    FetchReport? Fetch)
{
    /// <summary>The shown form; null stays null.</summary>
    internal static ImapReport? From(ImapMailbox? mailbox) => mailbox is null ? null : new(
        mailbox.Messages,
        mailbox.Bytes,
        mailbox.AtLeast,
        mailbox.InboxMessages,
        mailbox.InboxBytes,
        mailbox.Folders,
        mailbox.FoldersCounted,
        mailbox.FoldersRefused,
        mailbox.SharedFolders,
        mailbox.SortedMessages,
        mailbox.LargestFolders,
        mailbox.LargestMessageBytes,
        mailbox.SizeBasis,
        mailbox.CountDifferences,
        mailbox.Quota,
        mailbox.MessageQuota,
        mailbox.GrowthBytesPerMonth,
        mailbox.QuotaFullAt,
        FetchReport.From(mailbox.Fetch));
}

/// <summary>The maildrop over POP3.</summary>
/// <param name="Messages">Messages.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Uidl">Whether UIDL works.</param>
/// <param name="Top">Whether TOP is offered.</param>
/// <param name="Pipelining">Whether PIPELINING is offered.</param>
/// <param name="ExpireDays">Days after which the server deletes.</param>
/// <param name="ExpiresOnRetrieval">Whether fetched messages may be deleted at once.</param>
/// <param name="LoginDelaySeconds">Seconds between sign-ins.</param>
/// <param name="LargestMessageBytes">The largest message.</param>
/// <param name="Fetch">The sample fetches.</param>
public sealed record Pop3Report(
    long? Messages,
    long? Bytes,
    bool? Uidl,
    bool? Top,
    bool? Pipelining,
    int? ExpireDays,
    bool? ExpiresOnRetrieval,
    int? LoginDelaySeconds,
    long? LargestMessageBytes,
    FetchReport? Fetch)
{
    /// <summary>The shown form; null stays null.</summary>
    internal static Pop3Report? From(Pop3Maildrop? maildrop) => maildrop is null ? null : new(
        maildrop.Messages,
        maildrop.Bytes,
        maildrop.Uidl,
        maildrop.Top,
        maildrop.Pipelining,
        maildrop.ExpireDays,
        maildrop.ExpiresOnRetrieval,
        maildrop.LoginDelaySeconds,
        maildrop.LargestMessageBytes,
        FetchReport.From(maildrop.Fetch));
}

/// <summary>What the sample fetches took.</summary>
/// <param name="Samples">Messages fetched one by one.</param>
/// <param name="Bytes">Their bytes together.</param>
/// <param name="MedianMs">Median of the single fetches.</param>
/// <param name="P95Ms">95th percentile.</param>
/// <param name="MinMs">Shortest.</param>
/// <param name="MaxMs">Longest.</param>
/// <param name="ThroughputBytesPerSecond">Bytes a second of one batch.</param>
/// <param name="Batched">Whether there was a batch.</param>
/// <param name="DownMbit">Capacity of the line towards us, Mbit/s; null where nothing told it.</param>
/// <param name="DownMbitKind">Whether the line carries no more, or at least this.</param>
public sealed record FetchReport(
    int Samples, long Bytes, double MedianMs, double P95Ms, double MinMs, double MaxMs, long? ThroughputBytesPerSecond, bool Batched,
    double? DownMbit = null, CapacityKind? DownMbitKind = null)
{
    /// <summary>The shown form; null stays null.</summary>
    internal static FetchReport? From(LatencySummary? fetch) => fetch is null ? null : new(
        fetch.Samples,
        fetch.Bytes,
        Milliseconds.Rounded(fetch.MedianMs),
        Milliseconds.Rounded(fetch.P95Ms),
        Milliseconds.Rounded(fetch.MinMs),
        Milliseconds.Rounded(fetch.MaxMs),
        fetch.ThroughputBytesPerSecond is { } rate ? (long)Math.Round(rate) : null,
        fetch.Batched,
        fetch.DownMbit is { } mbit ? Math.Round(mbit, 3) : null,
        fetch.DownMbitKind);
}
