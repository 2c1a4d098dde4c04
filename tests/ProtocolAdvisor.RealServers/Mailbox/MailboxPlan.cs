namespace ProtocolAdvisor.RealServers;

/// <summary>What a mailbox is to hold. The same plan gives the same messages but for the dates, which count back from now.</summary>
public sealed record MailboxPlan
{
    public int Messages { get; init; } = 300;

    public MailSizes Sizes { get; init; } = MailSizes.Small;

    /// <summary>How far back the dates go: three years unless told otherwise.</summary>
    public int Days { get; init; } = 1095;

    /// <summary>Everything in the Inbox, no other folders.</summary>
    public bool InboxOnly { get; init; }

    public int Seed { get; init; } = 1;

    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;
}

/// <summary>How big mail is: text and attachments are each log-normal around a median.</summary>
public sealed record MailSizes(double TextKilobytes, double TextSpread, double WithAttachment, double AttachmentKilobytes, double AttachmentSpread, int LargestMegabytes)
{
    /// <summary>A private person's mail, some 14 KB a message.</summary>
    public static MailSizes Small { get; } = new(5, 0.9, 0.03, 120, 1.0, 4);

    /// <summary>An office's mail, some 60 KB a message.</summary>
    public static MailSizes Office { get; } = new(11, 1.2, 0.08, 250, 1.25, 12);

    /// <summary>Text only, some 3 KB a message: quick to make in thousands.</summary>
    public static MailSizes Tiny { get; } = new(2, 0.7, 0, 1, 0, 1);
}

/// <summary>What a mailbox then holds, in the octets a server counts (lines ending in CRLF).</summary>
public sealed record MailboxContent(int Messages, long Bytes, long LargestBytes, IReadOnlyDictionary<string, FolderContent> Folders);

/// <summary>What one folder holds.</summary>
public sealed record FolderContent(int Messages, long Bytes);
