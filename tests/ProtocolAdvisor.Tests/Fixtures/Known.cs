using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Facts and uses for the advice: a mailbox where everything works, and nothing speaks for either protocol.</summary>
internal static class Known
{
    public static readonly DateTimeOffset AsOf = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static ImapKnowledge Imap { get; } = new()
    {
        Usable = true,
        SignIn = SignInOutcome.Accepted,
        ThroughputBytesPerSecond = 1_000_000,
        RoundTripMs = 20,
        DownMbit = 50,
        ConnectRoundTrips = 3,
        SignInServerMs = 10,
        CommandServerMs = 1,
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

    public static Pop3Knowledge Pop3 { get; } = new()
    {
        Usable = true,
        SignIn = SignInOutcome.Accepted,
        ThroughputBytesPerSecond = 1_000_000,
        RoundTripMs = 20,
        DownMbit = 50,
        ConnectRoundTrips = 4,
        SignInServerMs = 10,
        CommandServerMs = 1,
        Messages = 1000,
        Bytes = 70_000_000,
        MedianMessageBytes = 12_000,
        LargeMessageBytes = 300_000,
        Pipelining = true,
        Uidl = true,
        ExpiresOnRetrieval = false,
        LoginDelaySeconds = 0,
    };

    public static KnownFacts Facts { get; } = With();

    /// <summary>One person at one device, nothing else wanted: the plain case for POP3.</summary>
    public static Usage OnePlace { get; } = new() { Devices = 1, People = 1, Webmail = false, ServerFolders = false, Backup = Backup.Regular };

    public static KnownFacts With(ImapKnowledge? imap = null, Pop3Knowledge? pop3 = null) => new() { Imap = imap ?? Imap, Pop3 = pop3 ?? Pop3, AsOf = AsOf };
}
