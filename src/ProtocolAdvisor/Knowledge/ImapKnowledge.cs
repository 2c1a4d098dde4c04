using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

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
        InboxMessages = facts.Imap?.InboxMessages,
        InboxBytes = facts.Imap?.InboxBytes,
        Folders = facts.Imap?.Folders,
        FilledFolders = facts.Imap?.FilledFolders,
        LargestMessageBytes = facts.Imap?.LargestMessageBytes,
        MedianMessageBytes = facts.Imap?.MedianMessageBytes,
        LargeMessageBytes = facts.Imap?.LargeMessageBytes,
        ConnectRoundTrips = connection?.RoundTrips,
        SignInServerMs = SignInServerMsIn(facts, MailProtocol.Imap),
        CommandServerMs = facts.Imap?.Fetch?.ServerMs,
        JitterMs = facts.Imap?.Fetch?.JitterMs,
        DownMbit = facts.Imap?.Fetch?.DownMbit,
        Quota = facts.Imap?.Quota,
        GrowthBytesPerMonth = facts.Imap?.GrowthBytesPerMonth,
        Idle = facts.Imap?.Idle ?? facts.Of(MailProtocol.Imap).Select(x => x.Probe.Capabilities?.Has("IDLE")).FirstOrDefault(x => x is not null),
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
}
