using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Forecasting;

/// <summary>What of a mailbox and its server matters for time, the same for both protocols; null where it is not known.</summary>
internal readonly record struct MailboxShape
{
    private const int ImapConnectRoundTrips = 3;
    private const int Pop3ConnectRoundTrips = 4;
    private readonly ProtocolKnowledge _known;

    private MailboxShape(ProtocolKnowledge known) => _known = known;

    public long? InboxMessages { get; private init; }

    public long? InboxBytes { get; private init; }

    /// <summary>Mean size of the Inbox's messages; null where it holds none, and where it is not known.</summary>
    public double? MeanMessage => InboxMessages > 0 ? InboxBytes / (double)InboxMessages.Value : null;

    /// <summary>Other folders that hold messages, the messages in them, and their bytes.</summary>
    public int? FilledFolders { get; private init; }

    public int? EmptyFolders { get; private init; }

    public long? OtherMessages { get; private init; }

    public long? OtherBytes { get; private init; }

    /// <summary>Whether the server takes questions before it has answered the last one; every IMAP server does (RFC 9051 §5.5).</summary>
    public bool? Pipelining { get; private init; }

    public long? MedianMessage { get; private init; }

    /// <summary>A large message: the 95th percentile, else the largest that anybody told.</summary>
    public long? LargeMessage { get; private init; }

    /// <summary>Until the sign-in; where it was not counted, over TLS from the start with TLS 1.3.</summary>
    public int ConnectRoundTrips { get; private init; }

    public double SignInServerMs => _known.Server.SignInServerMs ?? 0;

    public double CommandServerMs => _known.ServerMs ?? 0;

    /// <summary>What the server takes for a connection of its own.</summary>
    public double ConnectServerMs => _known.Server.ConnectServerMs ?? 0;

    /// <summary>Answers on the way to the greeting whose end was held back.</summary>
    public int HeldBackConnecting => _known.Server.HeldBackConnecting;

    /// <summary>Those of them in the TLS handshake.</summary>
    public int HeldBackInHandshake => Math.Min(_known.Server.HeldBackInHandshake, _known.Server.HeldBackConnecting);

    /// <summary>Whether the server asked for another key share.</summary>
    public bool HelloRetried => _known.Server.HelloRetried;

    /// <summary>Whether the end of a message that is fetched alone is held back.</summary>
    public bool HoldsMessages => _known.HoldsEnds;

    /// <summary>Whether the end of every long answer is: of IMAP's listings (Cyrus sends POP3's in one piece), and of messages fetched together.</summary>
    public bool HoldsLongAnswers => _known.HoldsEnds && !Habits.HoldsLoneMessagesOnly;

    /// <summary>What a mail program meets at this software.</summary>
    public ServerHabits Habits => ServerHabits.Of(_known.Server.Implementation);

    /// <summary>Round trips of a sign-in beyond the one that SASL-IR leaves.</summary>
    public int ChallengeRoundTrips { get; private init; }

    /// <summary>How small the mailbox becomes where the server offers to compress it.</summary>
    public DeflateRatio? Deflate { get; private init; }

    /// <summary>Whether all is known of the server that a fetch from it needs: what holds it back, and how far off it is.</summary>
    public bool FetchIsKnown(UserLink? link) => _known.ServerMs is not null && (link?.RoundTripMs ?? _known.Server.RoundTripMs) is not null;

    /// <summary>The same with a connection of its own.</summary>
    public bool ConnectionIsKnown(UserLink? link) => FetchIsKnown(link) && _known.Server is { ConnectRoundTrips: not null, SignInServerMs: not null };

    public double? JitterMs => _known.StrayMs;

    public static MailboxShape Of(ImapKnowledge imap)
    {
        var mailbox = imap.Mailbox;
        var filled = mailbox.AtLeast ? null : mailbox.FilledFolders ?? mailbox.Folders;
        return new MailboxShape(imap)
        {
            InboxMessages = mailbox.InboxMessages,
            InboxBytes = mailbox.InboxBytes,
            FilledFolders = Less(filled, mailbox.InboxMessages == 0 ? 0 : 1),
            EmptyFolders = Less(mailbox.Folders, filled),
            OtherMessages = mailbox.AtLeast ? null : mailbox.MessagesOutsideInbox,
            OtherBytes = mailbox.AtLeast ? null : mailbox.BytesOutsideInbox,
            MedianMessage = mailbox.MedianMessageBytes,
            LargeMessage = mailbox.LargeMessageBytes ?? mailbox.LargestMessageBytes,
            Pipelining = true,
            ConnectRoundTrips = imap.Server.ConnectRoundTrips ?? ImapConnectRoundTrips,
            ChallengeRoundTrips = imap.InitialResponse == false ? 1 : 0,
            Deflate = imap.Shrinks,
        };
    }

    public static MailboxShape Of(Pop3Knowledge pop3) => new(pop3)
    {
        InboxMessages = pop3.Maildrop.Messages,
        InboxBytes = pop3.Maildrop.Bytes,
        FilledFolders = 0,
        EmptyFolders = 0,
        OtherMessages = 0,
        OtherBytes = 0,
        MedianMessage = pop3.Maildrop.MedianMessageBytes,
        LargeMessage = pop3.Maildrop.LargeMessageBytes ?? pop3.Maildrop.LargestMessageBytes,
        Pipelining = pop3.Maildrop.Pipelining,
        ConnectRoundTrips = pop3.Server.ConnectRoundTrips ?? Pop3ConnectRoundTrips,
    };

    private static int? Less(int? all, int? part) => all is { } a && part is { } p ? Math.Max(0, a - p) : null;
}
