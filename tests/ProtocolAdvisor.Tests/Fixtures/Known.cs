using ProtocolAdvisor.Advice;
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
        Messages = 1000,
        InboxMessages = 1000,
        Quota = new(100_000_000, 1_000_000_000),
        GrowthBytesPerMonth = 1_000_000,
        Idle = false,
    };

    public static Pop3Knowledge Pop3 { get; } = new()
    {
        Usable = true,
        SignIn = SignInOutcome.Accepted,
        ThroughputBytesPerSecond = 1_000_000,
        Uidl = true,
        ExpiresOnRetrieval = false,
        LoginDelaySeconds = 0,
    };

    public static KnownFacts Facts { get; } = With();

    /// <summary>One person at one device, nothing else wanted: the plain case for POP3.</summary>
    public static Usage OnePlace { get; } = new() { Devices = 1, People = 1, Webmail = false, ServerFolders = false, Backup = Backup.Regular };

    public static KnownFacts With(ImapKnowledge? imap = null, Pop3Knowledge? pop3 = null) => new() { Imap = imap ?? Imap, Pop3 = pop3 ?? Pop3, AsOf = AsOf };
}
