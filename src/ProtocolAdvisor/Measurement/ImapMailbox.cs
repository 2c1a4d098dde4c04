using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>The mailbox as IMAP shows it. Members that could not be learned, or not before the deadline, are null.</summary>
public sealed record ImapMailbox
{
    /// <summary>Messages in all of the user's folders that told their count; a lower bound where <c>atLeast</c>.</summary>
    public long? Messages { get; init; }

    /// <summary>Bytes of all messages in the folders of <c>messages</c>; a lower bound where <c>atLeast</c>.</summary>
    public long? Bytes { get; init; }

    /// <summary>Whether a folder's count is missing from the sums: one may refuse, and where counting is slow, not all are asked. Then nothing can be said of the rest.</summary>
    public bool AtLeast { get; init; }

    /// <summary>Messages in the Inbox.</summary>
    public long? InboxMessages { get; init; }

    /// <summary>Bytes of the Inbox.</summary>
    public long? InboxBytes { get; init; }

    /// <summary>Whether <c>inboxBytes</c> was reckoned from a part of the Inbox's messages: then it is no sum that another one could contradict.</summary>
    [NotSent, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InboxBytesEstimated { get; init; }

    /// <summary>The user's folders that can hold messages, the Inbox included; other users' and shared ones are not (NAMESPACE, RFC 2342).</summary>
    public int? Folders { get; init; }

    /// <summary>Those of the folders whose count is known.</summary>
    public int? FoldersCounted { get; init; }

    /// <summary>Those of the folders that refused to be counted or read, or answered against the rules.</summary>
    public int? FoldersRefused { get; init; }

    /// <summary>Folders that were listed beside the user's: other users', and shared ones. They are neither counted nor read.</summary>
    public int? SharedFolders { get; init; }

    /// <summary>Those of the folders that told a count above 0.</summary>
    public int? FilledFolders { get; init; }

    /// <summary>
    /// Messages in folders that the user made: not in the Inbox, nor in those for sent, draft, deleted, junk, archived or all mail, by what the server says they are for, else by the
    /// names that mail programs give them. A lower bound where <c>atLeast</c>.
    /// </summary>
    public long? SortedMessages { get; init; }

    /// <summary>The twelve largest of the folders that told a count above 0, the largest first, without their names.</summary>
    public IReadOnlyList<FolderSize> LargestFolders { get; init; } = [];

    /// <summary>Size of the largest message seen; the largest folders are looked at first.</summary>
    public long? LargestMessageBytes { get; init; }

    /// <summary>Size of the median of the messages seen.</summary>
    public long? MedianMessageBytes { get; init; }

    /// <summary>Size of a large message: the 95th percentile of those seen.</summary>
    public long? LargeMessageBytes { get; init; }

    /// <summary>Where the sizes come from.</summary>
    public SizeBasis? SizeBasis { get; init; }

    /// <summary>Where the server's counts of one folder contradict each other or sense; at most twelve.</summary>
    public IReadOnlyList<CountDifference> CountDifferences { get; init; } = [];

    /// <summary>Messages whose size, as the server told it, is beyond belief.</summary>
    public int ImplausibleSizes { get; init; }

    /// <summary>The fullest storage quota of the Inbox, where the server tells one (RFC 9208).</summary>
    public Quota? Quota { get; init; }

    /// <summary>The fullest quota of messages of the Inbox, where the server tells one (RFC 9208).</summary>
    public MessageQuota? MessageQuota { get; init; }

    /// <summary>Bytes that a month adds, from the newest year's messages; null under a month of mail.</summary>
    public long? GrowthBytesPerMonth { get; init; }

    /// <summary>When the storage quota is used up at that growth; null when unknown or more than ten years off.</summary>
    public DateTimeOffset? QuotaFullAt { get; init; }

    /// <summary>
    /// When the mailbox will be full, to be told: null where it is full already, and where the number of messages is nearer its limit than the storage, whose growth then does not tell.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? WillBeFullAt => MessageQuota?.Share > (Quota?.Share ?? 0) || Quota?.Share >= 1 ? null : QuotaFullAt;

    /// <summary>Folders beside the Inbox that hold messages; where that was not told, all beside the Inbox. Null for none, and where it is not known.</summary>
    [JsonIgnore]
    public int? FoldersOutsideInbox => FilledFolders - (InboxMessages > 0 ? 1 : 0) is > 0 and { } filled ? filled : Folders - 1 is > 0 and { } others ? others : null;

    /// <summary>Messages outside the Inbox: what POP3 would not show; a lower bound where <c>atLeast</c>.</summary>
    [JsonIgnore]
    public long? MessagesOutsideInbox => Rest(Messages, InboxMessages);

    /// <summary>Their bytes.</summary>
    [JsonIgnore]
    public long? BytesOutsideInbox => Rest(Bytes, InboxBytes);

    /// <summary>Whether the server pushes new mail (IDLE, RFC 2177).</summary>
    public bool? Idle { get; init; }

    /// <summary>Messages that were asked for as samples and not handed out, while others were.</summary>
    public int Unreadable { get; init; }

    /// <summary>The sample fetches.</summary>
    public LatencySummary? Fetch { get; init; }

    private static long? Rest(long? all, long? part) => all is { } a && part is { } p ? Math.Max(0, a - p) : null;
}

/// <summary>Two counts of one folder that do not fit. Its name is private and is not kept.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Status">Messages as STATUS told them; null where it told none.</param>
/// <param name="Opened">Messages as the open folder showed them (EXISTS); null where it was not opened.</param>
public sealed record CountDifference(FolderUse Role, long? Status, long? Opened);

/// <summary>One folder's part of a mailbox. Its name is private and is not kept.</summary>
/// <param name="Role">What it is for, as far as the server says (SPECIAL-USE, RFC 6154).</param>
/// <param name="Messages">Its messages.</param>
/// <param name="Bytes">Their bytes; null where neither the server sums them nor its messages were read.</param>
public sealed record FolderSize(FolderUse Role, long Messages, long? Bytes);

/// <summary>Where a mailbox's size comes from.</summary>
[JsonConverter(typeof(KebabCase<SizeBasis>))]
public enum SizeBasis
{
    /// <summary>The server's own sum: STATUS (SIZE), RFC 8438.</summary>
    StatusSize,

    /// <summary>Every message's size, summed.</summary>
    Summed,

    /// <summary>Estimated from a part of the messages.</summary>
    Sampled,
}
