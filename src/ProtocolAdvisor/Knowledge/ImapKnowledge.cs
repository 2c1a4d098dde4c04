using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Knowledge;

/// <summary>What is known of the mailbox over IMAP.</summary>
public sealed record ImapKnowledge : ProtocolKnowledge
{
    /// <summary>Whether messages and bytes are lower bounds, because not every folder could be counted.</summary>
    public bool AtLeast { get; init; }

    /// <summary>Messages in the Inbox.</summary>
    public long? InboxMessages { get; init; }

    /// <summary>Bytes in the Inbox.</summary>
    public long? InboxBytes { get; init; }

    /// <summary>Folders, the Inbox included.</summary>
    public int? Folders { get; init; }

    /// <summary>Those of the folders that hold messages.</summary>
    public int? FilledFolders { get; init; }

    /// <summary>Messages in folders that the user made: in none that a mail program makes for sent, draft, deleted, junk, archived or all mail.</summary>
    public long? SortedMessages { get; init; }

    /// <summary>Folders beside the Inbox that hold messages; where that was not told, all beside the Inbox; null for none.</summary>
    internal int? FoldersOutsideInbox => FilledFolders - (InboxMessages > 0 ? 1 : 0) is > 0 and { } filled ? filled : Folders - 1 is > 0 and { } others ? others : null;

    /// <summary>The storage quota.</summary>
    public Quota? Quota { get; init; }

    /// <summary>The quota of messages.</summary>
    public MessageQuota? MessageQuota { get; init; }

    /// <summary>Bytes that a month adds.</summary>
    public long? GrowthBytesPerMonth { get; init; }

    /// <summary>Whether new mail is pushed (IDLE).</summary>
    public bool? Idle { get; init; }

    /// <summary>Whether a sign-in takes its first message along (SASL-IR, RFC 4959); null where it is not known.</summary>
    public bool? InitialResponse { get; init; }

    /// <summary>How small the mailbox becomes where the server offers to compress it (RFC 4978); null where it does not.</summary>
    public DeflateRatio? Deflate { get; init; }

    internal static ImapKnowledge From(AssessmentFacts facts) => From(facts, ConnectionIn(facts, MailProtocol.Imap));

    private static ImapKnowledge From(AssessmentFacts facts, ConnectionFacts? connection) => new()
    {
        Usable = UsableIn(facts, MailProtocol.Imap),
        SignIn = SignInOf(facts, MailProtocol.Imap),
        RoundTripMs = RoundTripIn(facts, MailProtocol.Imap),
        ThroughputBytesPerSecond = facts.Imap?.Fetch?.ThroughputBytesPerSecond,
        Messages = facts.Imap?.Messages,
        Bytes = facts.Imap?.Bytes,
        MailboxOpens = OpensIn(facts, MailProtocol.Imap),
        AtLeast = facts.Imap?.AtLeast == true,
        InboxMessages = facts.Imap?.InboxMessages,
        InboxBytes = facts.Imap?.InboxBytes,
        Folders = facts.Imap?.Folders,
        FilledFolders = facts.Imap?.FilledFolders,
        SortedMessages = facts.Imap?.SortedMessages,
        LargestMessageBytes = facts.Imap?.LargestMessageBytes,
        MedianMessageBytes = facts.Imap?.MedianMessageBytes,
        LargeMessageBytes = facts.Imap?.LargeMessageBytes,
        ConnectRoundTrips = connection?.RoundTrips,
        SignInServerMs = SignInServerMsIn(facts, MailProtocol.Imap),
        CommandServerMs = facts.Imap?.Fetch?.ServerMs,
        JitterMs = facts.Imap?.Fetch?.JitterMs,
        DownMbit = facts.Imap?.Fetch?.DownMbit,
        Quota = facts.Imap?.Quota,
        MessageQuota = facts.Imap?.MessageQuota,
        GrowthBytesPerMonth = facts.Imap?.GrowthBytesPerMonth,
        Idle = facts.Imap?.Idle ?? (facts.Of(MailProtocol.Imap).Any(x => Announces(x.Probe.Capabilities)) ? true : null),
        DownMbitAtLeast = facts.Imap?.Fetch is { DownMbitKind: not CapacityKind.Reached },
        Implementation = ImplementationIn(facts, MailProtocol.Imap),
        ConnectServerMs = connection?.ServerMs,
        HeldBackConnecting = connection?.HeldBack ?? 0,
        HeldBackInHandshake = connection?.HeldInHandshake ?? 0,
        HelloRetried = connection?.HelloRetried ?? false,
        HoldsLongAnswers = facts.Imap?.Fetch?.HoldsLongAnswers ?? false,
        InitialResponse = facts.Of(MailProtocol.Imap).Select(x => x.Probe.Capabilities?.Has("SASL-IR")).FirstOrDefault(x => x is not null),
        Deflate = facts.Imap?.Fetch?.Deflate,
    };

    // Before the sign-in a server need not tell all that it can do: what is missing there is not denied. RFC 9051 has IDLE built in.
    private static bool Announces(CapabilitySet? offered) => offered is not null && (offered.Has("IDLE") || offered.Has("IMAP4rev2"));
}
