using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Random uses and facts, each member unknown now and then. Values crowd around the rules' thresholds, and most cases exclude nothing, so that every rung decides now and then.</summary>
internal static class AdviceGen
{
    // Two figures of one line do not contradict each other: forgetting one half of a contradiction may make anything surer.
    private const double BytesPerMbit = 125_000;
    private const double UsualMbit = 10;
    private const long LargeBytes = 12_000_000_000;

    public static Gen<Usage> Usage { get; } =
        from today in Maybe(Gen.Enum<AccountToday>())
        from devices in Maybe(MostlyOne)
        from people in Maybe(MostlyOne)
        from webmail in Maybe(MostlyFalse)
        from offline in Maybe(Gen.Bool)
        from folders in Maybe(MostlyFalse)
        from priority in Maybe(Gen.Enum<Priority>())
        from backup in Maybe(Gen.Enum<Backup>())
        from perDay in Maybe(Gen.Int[0, 100])
        from up in Maybe(Gen.Double[0.1, 50])
        select new Usage
        {
            Today = today,
            Link = up is null ? null : new UserLink(UpMbit: up),
            Devices = devices,
            People = people,
            Webmail = webmail,
            OfflineReading = offline,
            ServerFolders = folders,
            Priority = priority,
            Backup = backup,
            NewMessagesPerDay = perDay,
        };

    public static Gen<ImapKnowledge> Imap { get; } =
        from usable in Maybe(MostlyTrue)
        from signIn in Maybe(MostlyAccepted)
        from throughput in Maybe(Gen.Bool)
        from line in Line
        from messages in Maybe(Gen.Long[90, 110])
        from inbox in Maybe(Gen.Long[80, 100])
        from used in Gen.Long[0, 110]
        from limited in Maybe(Gen.Const(100L))
        from growth in Maybe(Gen.Long[0, 40])
        from sorted in Maybe(Gen.Long[0, 60])
        from whole in Maybe(Gen.Const(LargeBytes))
        from idle in Maybe(Gen.Bool)
        select new ImapKnowledge
        {
            Usable = usable,
            SignIn = usable == false && signIn == SignInOutcome.Accepted ? null : signIn,
            ThroughputBytesPerSecond = throughput is null ? null : (line.DownMbit ?? UsualMbit) * BytesPerMbit,
            Server = new() { RoundTripMs = line.RoundTripMs, ConnectRoundTrips = line.ConnectRoundTrips, SignInServerMs = line.ServerMs },
            DownMbit = line.DownMbit,
            CommandServerMs = line.ServerMs,
            Mailbox = new()
            {
                LargeMessageBytes = line.LargeMessageBytes,
                Messages = messages,
                InboxMessages = inbox,
                InboxBytes = inbox * 10_000,
                Quota = limited is { } limit ? new Quota(used, limit) : null,
                GrowthBytesPerMonth = growth,
                SortedMessages = sorted,
                Bytes = whole,
                Idle = idle,
            },
        };

    public static Gen<Pop3Knowledge> Pop3 { get; } =
        from usable in Maybe(MostlyTrue)
        from signIn in Maybe(MostlyAccepted)
        from throughput in Maybe(Gen.Bool)
        from line in Line
        from messages in Maybe(Gen.Long[90, 110])
        from uidl in Maybe(MostlyTrue)
        from expire in Maybe(Gen.Int[1, 60])
        from onRetrieval in Maybe(MostlyFalse)
        from delay in Maybe(Gen.Int[0, 600])
        select new Pop3Knowledge
        {
            Usable = usable,
            SignIn = usable == false && signIn == SignInOutcome.Accepted ? null : signIn,
            ThroughputBytesPerSecond = throughput is null ? null : (line.DownMbit ?? UsualMbit) * BytesPerMbit,
            Server = new() { RoundTripMs = line.RoundTripMs, ConnectRoundTrips = line.ConnectRoundTrips, SignInServerMs = line.ServerMs },
            DownMbit = line.DownMbit,
            CommandServerMs = line.ServerMs,
            Maildrop = new()
            {
                LargeMessageBytes = line.LargeMessageBytes,
                Messages = messages,
                Bytes = messages * 10_000,
                Pipelining = uidl,
                Uidl = uidl,
                ExpireDays = expire,
                ExpiresOnRetrieval = onRetrieval,
                LoginDelaySeconds = delay,
            },
        };

    public static Gen<(Usage Usage, KnownFacts Facts)> Case { get; } =
        Gen.Select(Usage, Imap, Pop3, MostlyFalse, (usage, imap, pop3, large) => (usage, new KnownFacts { Imap = large ? Large(imap) : imap, Pop3 = large ? Large(pop3) : pop3, AsOf = Known.AsOf }));

    // Far and near, wide and narrow: checks differ by about 2 s now and then, and large messages open in about 2 s.
    private static Gen<(double? RoundTripMs, double? DownMbit, int? ConnectRoundTrips, double? ServerMs, long? LargeMessageBytes)> Line => Gen.Select(
        Maybe(Gen.Double[10, 600]), Maybe(Gen.Double[1, 50]), Maybe(Gen.Int[3, 6]), Maybe(Gen.Double[0, 300]), Maybe(Gen.Long[100_000, 2_000_000]),
        (roundTripMs, downMbit, connect, serverMs, large) => (roundTripMs, downMbit, connect, serverMs, large));

    // Both see the same Inbox.
    private static ImapKnowledge Large(ImapKnowledge imap) => imap with { Mailbox = imap.Mailbox with { InboxBytes = imap.Mailbox.InboxBytes is null ? null : LargeBytes } };

    private static Pop3Knowledge Large(Pop3Knowledge pop3) => pop3 with { Maildrop = pop3.Maildrop with { Bytes = pop3.Maildrop.Bytes is null ? null : LargeBytes } };

    private static Gen<bool> MostlyTrue => Gen.Int[0, 5].Select(x => x > 0);

    private static Gen<bool> MostlyFalse => MostlyTrue.Select(x => !x);

    private static Gen<int> MostlyOne => Gen.Int[0, 5].Select(x => x > 0 ? 1 : 2);

    private static Gen<SignInOutcome> MostlyAccepted => Gen.Select(MostlyTrue, Gen.Enum<SignInOutcome>(), (accepted, any) => accepted ? SignInOutcome.Accepted : any);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Select(Gen.Int[0, 7], gen, (dice, value) => dice == 0 ? (T?)null : value);
}
