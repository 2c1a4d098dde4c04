using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Knowledge;

/// <summary>What is known of the mailbox over IMAP.</summary>
public sealed record ImapKnowledge : ProtocolKnowledge
{
    /// <summary>Messages in the Inbox.</summary>
    public long? InboxMessages { get; init; }

    /// <summary>Bytes in the Inbox.</summary>
    public long? InboxBytes { get; init; }

    /// <summary>Folders, the Inbox included.</summary>
    public int? Folders { get; init; }

    /// <summary>Those of the folders that hold messages.</summary>
    public int? FilledFolders { get; init; }

    /// <summary>Folders beside the Inbox that hold messages; where that was not told, all beside the Inbox; null for none.</summary>
    internal int? FoldersOutsideInbox => FilledFolders - (InboxMessages > 0 ? 1 : 0) is > 0 and { } filled ? filled : Folders - 1 is > 0 and { } others ? others : null;

    /// <summary>The storage quota.</summary>
    public Quota? Quota { get; init; }

    /// <summary>Bytes that a month adds.</summary>
    public long? GrowthBytesPerMonth { get; init; }

    /// <summary>Whether new mail is pushed (IDLE).</summary>
    public bool? Idle { get; init; }

    internal static ImapKnowledge From(AssessmentFacts facts) => new()
    {
        Usable = UsableIn(facts, MailProtocol.Imap),
        SignIn = SignInOf(facts, MailProtocol.Imap),
        RoundTripMs = RoundTripIn(facts, MailProtocol.Imap),
        ThroughputBytesPerSecond = facts.Imap?.Fetch?.ThroughputBytesPerSecond,
        Messages = facts.Imap?.Messages,
        Bytes = facts.Imap?.Bytes,
        InboxMessages = facts.Imap?.InboxMessages,
        InboxBytes = facts.Imap?.InboxBytes,
        Folders = facts.Imap?.Folders,
        FilledFolders = facts.Imap?.FilledFolders,
        LargestMessageBytes = facts.Imap?.LargestMessageBytes,
        MedianMessageBytes = facts.Imap?.MedianMessageBytes,
        LargeMessageBytes = facts.Imap?.LargeMessageBytes,
        ConnectRoundTrips = ConnectRoundTripsIn(facts, MailProtocol.Imap),
        SignInServerMs = SignInServerMsIn(facts, MailProtocol.Imap),
        CommandServerMs = facts.Imap?.Fetch?.ServerMs,
        JitterMs = facts.Imap?.Fetch?.JitterMs,
        DownMbit = facts.Imap?.Fetch?.DownMbit,
        Quota = facts.Imap?.Quota,
        GrowthBytesPerMonth = facts.Imap?.GrowthBytesPerMonth,
        Idle = facts.Imap?.Idle ?? facts.Of(MailProtocol.Imap).Select(x => x.Probe.Capabilities?.Has("IDLE")).FirstOrDefault(x => x is not null),
    };
}
