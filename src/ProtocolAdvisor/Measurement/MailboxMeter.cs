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

    private const int MostFolders = 20;
    private const int ChosenFromLarge = 2_000;
    private static readonly TimeSpan SurveyLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SampleLimit = TimeSpan.FromSeconds(20);

    /// <summary>Measures over IMAP; <paramref name="learned"/> is called with ever more complete results.</summary>
    internal async Task MeasureAsync(ImapSession session, StepRecorder steps, Action<ImapMailbox> learned)
    {
        var mailbox = new ImapMailbox { Idle = session.Idle };
        var size = new MailboxSize([]);
        var surveyed = await steps.RunAsync(MailStep.OpenMailbox, SurveyLimit, async token =>
        {
            size = new MailboxSize(await session.ListFoldersAsync(token));
            learned(mailbox = With(mailbox, size));
            learned(mailbox = mailbox with { Quota = await session.QuotaAsync(token) });
            return session.TakeRoundTrips();
        });
        if (!surveyed || limits.Samples == 0 || size.Inbox is not { } inbox) return;
        await steps.RunAsync(MailStep.Measure, SampleLimit, async token =>
        {
            var sizes = await session.SizesAsync(inbox, MaxRead, token);
            size.Add(inbox, sizes);
            learned(mailbox = With(mailbox, size));
            if (sizes.Count == inbox.Messages) mailbox = mailbox with { Fetch = await SampleAsync(session, [.. sizes.Select(x => x.Bytes)], token) };
            learned(mailbox);
            foreach (var folder in size.Unread().Take(MostFolders).ToList())
            {
                if (!size.Unread().Contains(folder)) break;
                size.Add(folder, await session.SizesAsync(folder, folder.Messages > MaxRead ? ChosenFromLarge : MaxRead, token));
                learned(mailbox = With(mailbox, size));
            }

            return session.TakeRoundTrips();
        });
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
            learned(maildrop = maildrop with { Uidl = lists.Uidl, LargestMessageBytes = sizes is { Count: > 0 } ? sizes.Max() : null });
            return session.TakeRoundTrips();
        });

        // TOP leaves no trace; RETR may (Dovecot marks the message as read), and EXPIRE 0 may delete whatever was fetched.
        if (!surveyed || limits.Samples == 0 || sizes is null || maildrop.Top != true || maildrop.ExpiresOnRetrieval == true) return;
        await steps.RunAsync(MailStep.Measure, SampleLimit, async token =>
        {
            learned(maildrop with { Fetch = await SampleAsync(session, sizes, token) });
            return session.TakeRoundTrips();
        });
    }

    private async Task<LatencySummary?> SampleAsync(MailSession session, IReadOnlyList<long> sizes, CancellationToken token)
    {
        // The same messages go twice: one by one for latency, together for throughput. Sequential first: a warm cache then favours neither protocol.
        var places = SampleChoice.Of([.. sizes.Select(x => x > MaxSampleMessage ? -1 : x)], limits.Samples, limits.MaxSampleBytes / 2);
        if (places.Count == 0) return null;
        var singles = new List<SampleFetch>();
        foreach (var place in places) singles.Add(await session.FetchAsync(place, token));
        return LatencySummary.Of(singles, await session.FetchTogetherAsync(places, token));
    }

    private ImapMailbox With(ImapMailbox mailbox, MailboxSize size)
    {
        var now = clock.GetUtcNow();
        var growth = Growth.BytesPerMonth([.. size.Read.Where(x => x.Arrived is not null).Select(x => (x.Bytes, x.Arrived!.Value))], now);
        var scaled = (long?)(growth * size.Scale);
        return mailbox with
        {
            Messages = size.Messages,
            Bytes = size.Bytes,
            InboxMessages = size.Inbox?.Messages,
            InboxBytes = size.Inbox is { } inbox ? size.BytesOf(inbox) : null,
            Folders = size.Folders,
            LargestMessageBytes = size.Read.Select(x => (long?)x.Bytes).Max(),
            SizeBasis = size.Basis,
            GrowthBytesPerMonth = scaled,
            QuotaFullAt = Growth.FullAt(mailbox.Quota, scaled, now),
        };
    }
}
