using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Facts and uses for the advice: a mailbox where everything works, and nothing speaks for either protocol.</summary>
internal static class Known
{
    public static readonly DateTimeOffset AsOf = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static ImapMailbox Imap { get; } = new()
    {
        Messages = 1000,
        Bytes = 70_000_000,
        InboxMessages = 1000,
        InboxBytes = 70_000_000,
        Folders = 1,
        FilledFolders = 1,
        MedianMessageBytes = 12_000,
        LargeMessageBytes = 300_000,
        Quota = new(100_000_000, 1_000_000_000),
        GrowthBytesPerMonth = 1_000_000,
        Idle = false,
    };

    public static Pop3Maildrop Pop3 { get; } = new()
    {
        Messages = 1000,
        Bytes = 70_000_000,
        MedianMessageBytes = 12_000,
        LargeMessageBytes = 300_000,
        Pipelining = true,
        Uidl = true,
        ExpiresOnRetrieval = false,
        LoginDelaySeconds = 0,
    };

    /// <summary>IMAP with that mailbox.</summary>
    public static ImapKnowledge ImapSide { get; } = new()
    {
        Usable = true,
        SignIn = SignInOutcome.Accepted,
        Server = Line with { ConnectRoundTrips = 3 },
        ThroughputBytesPerSecond = 1_000_000,
        DownMbit = 50,
        CommandServerMs = 1,
        Mailbox = Imap,
    };

    /// <summary>POP3 with that maildrop.</summary>
    public static Pop3Knowledge Pop3Side { get; } = new()
    {
        Usable = true,
        SignIn = SignInOutcome.Accepted,
        Server = Line with { ConnectRoundTrips = 4 },
        ThroughputBytesPerSecond = 1_000_000,
        DownMbit = 50,
        CommandServerMs = 1,
        Maildrop = Pop3,
    };

    public static KnownFacts Facts { get; } = With();

    /// <summary>One person at one device, nothing else wanted: the plain case for POP3.</summary>
    public static Usage OnePlace { get; } = new() { Devices = 1, People = 1, Webmail = false, ServerFolders = false, Backup = Backup.Regular };

    private static ServerLine Line => new() { RoundTripMs = 20, SignInServerMs = 10 };

    /// <summary>The same with another mailbox or maildrop.</summary>
    public static KnownFacts With(ImapMailbox? imap = null, Pop3Maildrop? pop3 = null) =>
        Sides(ImapSide with { Mailbox = imap ?? Imap }, Pop3Side with { Maildrop = pop3 ?? Pop3 });

    /// <summary>The same with other servers, or signed in to otherwise.</summary>
    public static KnownFacts Sides(ImapKnowledge? imap = null, Pop3Knowledge? pop3 = null) => new() { Imap = imap ?? ImapSide, Pop3 = pop3 ?? Pop3Side, AsOf = AsOf };

    /// <summary>The same side with another server or line.</summary>
    public static ImapKnowledge At(this ImapKnowledge side, Func<ServerLine, ServerLine> other) => side with { Server = other(side.Server) };

    /// <inheritdoc cref="At(ImapKnowledge, Func{ServerLine, ServerLine})"/>
    public static Pop3Knowledge At(this Pop3Knowledge side, Func<ServerLine, ServerLine> other) => side with { Server = other(side.Server) };
}
