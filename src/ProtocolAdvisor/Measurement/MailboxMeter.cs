using System.Runtime.CompilerServices;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// Measures a mailbox over IMAP: first what costs few round trips (counts, sizes, quota), then the samples, then the details. Every step has its own time,
/// and what is known is told after each, so that the run's deadline never costs what was learned before it.
/// </summary>
internal sealed class MailboxMeter(AssessmentLimits limits, TimeProvider clock)
{
    /// <summary>Most messages of one folder that are read one by one; above it an even choice.</summary>
    internal const int MaxRead = 20_000;

    private const double Median = 0.5;
    private const double Large = 0.95;
    private const int MostFolders = 20;
    private const int ChosenFromLarge = 2_000;

    // Of the survey's time: the rest is for the last STATUS asked, and for the quota.
    private static readonly TimeSpan CountLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan SurveyLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SampleLimit = TimeSpan.FromSeconds(20);

    private readonly SampleSeries _samples = new(limits);

    /// <summary>Measures; <paramref name="learned"/> is called with ever more complete results.</summary>
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
            Tell(mailbox with { Fetch = await _samples.TakeAsync(session, sizes, token) });
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
