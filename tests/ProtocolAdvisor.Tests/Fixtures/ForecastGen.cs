using CsCheck;
using ProtocolAdvisor.Knowledge;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Random mailboxes of which all is known, and lines.</summary>
internal static class ForecastGen
{
    public static Gen<KnownFacts> Facts { get; } =
        from connect in Gen.Int[2, 8]
        from serverMs in Gen.Double[0, 200]
        from inbox in Gen.Long[0, 5_000]
        from others in Gen.Long[0, 5_000]
        from mean in Gen.Long[500, 200_000]
        from folders in Gen.Int[1, 40]
        from large in Gen.Long[10_000, 10_000_000]
        from pipelining in Gen.Bool
        from jitter in Gen.Double[0, 30]
        select new KnownFacts
        {
            Imap = new()
            {
                Usable = true,
                DownMbit = 100,
                Server = new() { ConnectRoundTrips = connect, SignInServerMs = serverMs },
                CommandServerMs = serverMs / 10,
                JitterMs = jitter,
                Mailbox = new()
                {
                    Messages = inbox + others,
                    Bytes = (inbox + others) * mean,
                    InboxMessages = inbox,
                    InboxBytes = inbox * mean,
                    Folders = folders + 3,
                    FilledFolders = folders,
                    MedianMessageBytes = large / 20,
                    LargeMessageBytes = large,
                },
            },
            Pop3 = new()
            {
                Usable = true,
                DownMbit = 100,
                Server = new() { ConnectRoundTrips = connect, SignInServerMs = serverMs },
                CommandServerMs = serverMs / 10,
                Maildrop = new()
                {
                    Messages = inbox,
                    Bytes = inbox * mean,
                    MedianMessageBytes = large / 20,
                    LargeMessageBytes = large,
                    Pipelining = pipelining,
                },
            },
        };

    public static Gen<UserLink> Link { get; } = Gen.Select(Gen.Double[0, 500], Gen.Double[0.5, 1000], (rtt, mbit) => new UserLink(rtt, mbit));
}
