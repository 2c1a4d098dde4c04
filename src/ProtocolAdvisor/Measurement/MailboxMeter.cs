using System.Runtime.CompilerServices;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// Measures a mailbox over a session: first what costs few round trips (counts, sizes, quota), then the samples, then the details. Every step has its own time,
/// and what is known is told after each, so that the run's deadline never costs what was learned before it.
/// </summary>
internal sealed class MailboxMeter(AssessmentLimits limits, TimeProvider clock)
{
    /// <summary>Most messages of one folder that are read one by one; above it an even choice.</summary>
    internal const int MaxRead = 20_000;

    /// <summary>Largest message fetched as a sample.</summary>
    internal const long MaxSampleMessage = 4 << 20;

    private const double Median = 0.5;
    private const double Large = 0.95;
    private const int MostFolders = 20;
    private const int ChosenFromLarge = 2_000;

    // Of the survey's time: the rest is for the last STATUS asked, and for the quota.
    private static readonly TimeSpan CountLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan SurveyLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SampleLimit = TimeSpan.FromSeconds(20);

    /// <summary>Measures over IMAP; <paramref name="learned"/> is called with ever more complete results.</summary>
    internal async Task MeasureAsync(ImapSession session, StepRecorder steps, Action<ImapMailbox> learned)
    {
        var mailbox = new ImapMailbox { Idle = session.Idle };
        var size = new MailboxSize([], clock.GetUtcNow());
        void Tell(ImapMailbox more) => learned(mailbox = more);
        var surveyed = await steps.RunAsync(MailStep.OpenMailbox, SurveyLimit, async token =>
        {
            var start = clock.GetTimestamp();
            if (!session.CountsTogether && await session.CountAsync(session.Inbox, token) is { Messages: not null } first)
                Tell(mailbox with { InboxMessages = first.Messages, InboxBytes = first.Bytes });
            await foreach (var counted in CountAsync(session, start, token)) Tell(With(mailbox, size = counted));
            Tell(With(mailbox with { Quota = await session.QuotaAsync(token) }, size));
            return session.TakeRoundTrips();
        });
        if (!surveyed || limits.Samples == 0 || size.Inbox is not { } inbox) return;
        await steps.RunAsync(MailStep.Measure, SampleLimit, async token =>
        {
            var sizes = await session.SizesAsync(inbox, MaxRead, ChosenFromLarge, token);
            size.Add(inbox, sizes);
            Tell(With(mailbox, size));
            Tell(mailbox with { Fetch = await SampleAsync(session, sizes, token) });
            for (var read = 0; read < MostFolders && size.NextUnread() is { } folder; read++)
            {
                size.Add(folder, await session.SizesAsync(folder, MaxRead, ChosenFromLarge, token));
                Tell(With(mailbox, size));
            }

            return session.TakeRoundTrips();
        });
    }

    // Told folder by folder, the Inbox first: where counting is slow, or one folder never answers, what was counted before stays known.
    private async IAsyncEnumerable<MailboxSize> CountAsync(ImapSession session, long start, [EnumeratorCancellation] CancellationToken token)
    {
        List<FolderCount> folders = [.. await session.ListFoldersAsync(token)];
        yield return new MailboxSize([.. folders], clock.GetUtcNow());
        for (var i = 0; i < folders.Count && (i == 0 || clock.GetElapsedTime(start) < CountLimit); i++)
        {
            if (folders[i].Messages is not null) continue;
            folders[i] = await session.CountAsync(folders[i], token);
            yield return new MailboxSize([.. folders], clock.GetUtcNow());
        }
    }

    /// <summary>Measures over POP3; <paramref name="learned"/> is called with ever more complete results.</summary>
    internal async Task MeasureAsync(Pop3Session session, CapabilitySet capabilities, StepRecorder steps, Action<Pop3Maildrop> learned)
    {
        var maildrop = MaildropPolicy.Of(capabilities);
        IReadOnlyList<long>? sizes = null;
        var surveyed = await steps.RunAsync(MailStep.OpenMailbox, SurveyLimit, async token =>
        {
            var lists = await session.ListAsync((messages, bytes) => learned(maildrop = maildrop with { Messages = messages, Bytes = bytes }), token);
            sizes = lists.Sizes;
            learned(maildrop = With(maildrop with { Uidl = lists.Uidl }, sizes));
            return session.TakeRoundTrips();
        });

        // TOP leaves no trace; RETR may (Dovecot marks the message as read), and EXPIRE 0 may delete whatever was fetched.
        if (!surveyed || limits.Samples == 0 || sizes is null || maildrop.Top != true || maildrop.ExpiresOnRetrieval == true) return;
        await steps.RunAsync(MailStep.Measure, SampleLimit, async token =>
        {
            learned(maildrop with { Fetch = await SampleAsync(session, [.. sizes.Select((size, i) => new MessageSize(i, size, null))], token) });
            return session.TakeRoundTrips();
        });
    }

    private async Task<LatencySummary?> SampleAsync(MailSession session, IReadOnlyList<MessageSize> messages, CancellationToken token)
    {
        // The same messages go twice: one by one for latency, together for throughput. Sequential first: a warm cache then favours neither protocol.
        var chosen = SampleChoice.Of([.. messages.Select(x => x.Bytes > MaxSampleMessage ? -1 : x.Bytes)], limits.Samples, limits.MaxSampleBytes / 2);
        if (chosen.Count == 0) return null;
        List<int> places = [.. chosen.Select(i => messages[i].Index).Order()];
        var singles = new List<SampleFetch>();
        foreach (var place in places) singles.Add(await session.FetchAsync(place, token));
        return LatencySummary.Of(singles, await session.FetchTogetherAsync(places, token), session.RoundTripMs);
    }

    private static Pop3Maildrop With(Pop3Maildrop maildrop, IReadOnlyList<long>? sizes)
    {
        if (sizes is not { Count: > 0 }) return maildrop;
        double[] sorted = [.. sizes.Order()];
        return maildrop with
        {
            LargestMessageBytes = (long)sorted[^1],
            MedianMessageBytes = (long)LatencySummary.Percentile(sorted, Median),
            LargeMessageBytes = (long)LatencySummary.Percentile(sorted, Large),
        };
    }

    private ImapMailbox With(ImapMailbox mailbox, MailboxSize size) => mailbox with
    {
        Messages = size.Messages,
        Bytes = size.Bytes,
        InboxMessages = size.Inbox?.Messages,
        InboxBytes = size.Inbox is { } inbox ? size.BytesOf(inbox) : null,
        Folders = size.Folders,
        FilledFolders = size.FilledFolders,
        LargestFolders = size.LargestFolders,
        LargestMessageBytes = size.Largest,
        MedianMessageBytes = size.Percentile(Median),
        LargeMessageBytes = size.Percentile(Large),
        SizeBasis = size.ToldBasis,
        GrowthBytesPerMonth = size.GrowthBytesPerMonth,
        QuotaFullAt = Growth.FullAt(mailbox.Quota, size.GrowthBytesPerMonth, clock.GetUtcNow()),
    };
}
