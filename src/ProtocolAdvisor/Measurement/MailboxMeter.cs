using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// Measures a mailbox over IMAP: first what costs few round trips (counts, sizes, quota), then the samples, then the details. Every step has its own time,
/// and what is known is told after each, so that the run's deadline never costs what was learned before it.
/// </summary>
internal sealed class MailboxMeter(SampleLimits limits, TimeProvider clock)
{
    /// <summary>Most messages of one folder that are read one by one; above it an even choice.</summary>
    internal const int MaxRead = 20_000;

    private const double Median = 0.5;
    private const double Large = 0.95;
    private const int MostFolders = 20;

    // Of several folders that are read in one write: what comes in between must not take long.
    private const int MostTogether = 5_000;
    private const int ChosenFromLarge = 2_000;

    // Of the survey's time: the rest is for the last counts asked for.
    private static readonly TimeSpan CountLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan SurveyLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SampleLimit = TimeSpan.FromSeconds(20);

    private readonly SampleSeries _samples = new(limits);

    /// <summary>Measures; <paramref name="opened"/> is called once the mailbox is open and surveyed, <paramref name="learned"/> with ever more complete results.</summary>
    internal async Task MeasureAsync(ImapSession session, StepRecorder steps, Action opened, Action<ImapMailbox> learned)
    {
        var mailbox = new ImapMailbox { Idle = session.Idle };
        var size = new MailboxSize([], clock.GetUtcNow());
        ImapSurvey survey = null!;
        void Tell(ImapMailbox more) => learned(mailbox = more);
        void TellSurvey() => Tell(With(Of(survey, mailbox), size = new MailboxSize(survey.Folders ?? [], clock.GetUtcNow()), survey.Inbox));
        var surveyed = await steps.RunAsync(MailStep.OpenMailbox, SurveyLimit, async token =>
        {
            var start = clock.GetTimestamp();
            await session.LookAsync(begun => survey = begun, TellSurvey, token);
            if (survey.WantsIntroduction && session.MayIntroduce)
            {
                await session.IntroduceAsync(token);
                await session.LookAsync(begun => survey = begun, TellSurvey, token);
            }

            TellSurvey();
            if (survey.Folders is not null) await survey.CountAsync(() => steps.IsHalfUsed || clock.GetElapsedTime(start) >= CountLimit, TellSurvey, clock, token);
            survey.DemandOpened();
            return session.TakeRoundTrips();
        });
        if (surveyed) opened();
        if (!surveyed || limits.Samples == 0) return;
        await steps.RunAsync(MailStep.Measure, SampleLimit, async token =>
        {
            var inbox = survey.Inbox; // which is open since
            var sizes = await session.SizesAsync(inbox, MaxRead, ChosenFromLarge, token);
            size.Add(inbox, sizes);
            Tell(With(mailbox, size, inbox));
            if (!inbox.ShowsNonsense) Tell(With(await _samples.TakeAsync(session, sizes, token), session.Refused, mailbox));
            session.DemandNotHeldOff();
            await ReadOthersAsync(session, size, () => steps.IsHalfUsed || session.HasReadMuch, () => Tell(With(mailbox, size, inbox)), token);
            if (mailbox.Fetch is null) session.DemandHandedOut();
            return session.TakeRoundTrips();
        });
    }

    // Where nothing came, the refusal is the measuring's, and no message is to blame.
    private static ImapMailbox With(LatencySummary? fetch, int refused, ImapMailbox mailbox) => mailbox with { Fetch = fetch, Unreadable = fetch is null ? 0 : refused };

    // A folder by itself costs two round trips, several together cost one. What did not come so is read by itself. What is enough has been an estimate before, and is one then.
    private static async Task ReadOthersAsync(ImapSession session, MailboxSize size, Func<bool> enough, Action learned, CancellationToken token)
    {
        var tried = new HashSet<string>();
        for (var read = 0; read < MostFolders && !enough() && size.NextUnread() is { } folder;)
        {
            List<FolderCount> together = [.. size.Unread(MostFolders - read, MostTogether).Where(x => tried.Add(x.Name))];
            if (together.Count > 1) await session.OpenTogetherAsync(together, Note, token);
            else await ReadAsync(session, size, folder, token);
            read += Math.Max(1, together.Count);
            learned();
        }

        void Note(FolderCount folder, IReadOnlyList<MessageSize> messages)
        {
            size.Replace(folder);
            size.Add(folder, messages);
            learned();
        }
    }

    // One folder that cannot be read is no reason not to read the others; a limit that the account has reached is.
    private static async Task ReadAsync(ImapSession session, MailboxSize size, FolderCount folder, CancellationToken token)
    {
        try
        {
            size.Replace(folder = await session.OpenAsync(folder, token));
            size.Add(folder, await session.SizesAsync(folder, MaxRead, ChosenFromLarge, token));
        }
        catch (UnexpectedReplyException e) when (e.Kind != FailureKind.ConnectionReset && !MailSession.IsLimit(e.Reply, MailProtocol.Imap))
        {
            size.Replace(folder with { Refused = true });
        }
    }

    private static ImapMailbox Of(ImapSurvey survey, ImapMailbox mailbox) => mailbox with
    {
        Quota = survey.Storage,
        MessageQuota = survey.MessageQuota,
        SharedFolders = survey.Foreign,
    };

    private ImapMailbox With(ImapMailbox mailbox, MailboxSize size, FolderCount inbox) => mailbox with
    {
        Messages = size.Messages,
        Bytes = size.Bytes,
        AtLeast = size.IsPart,
        InboxMessages = inbox.Messages,
        InboxBytes = size.BytesOf(inbox),
        InboxBytesEstimated = size.IsEstimated(inbox),
        Folders = size.Folders,
        FoldersCounted = size.FoldersCounted,
        FoldersRefused = size.FoldersRefused,
        FilledFolders = size.FilledFolders,
        SortedMessages = size.SortedMessages,
        LargestFolders = size.LargestFolders,
        LargestMessageBytes = size.Largest,
        MedianMessageBytes = size.Percentile(Median),
        LargeMessageBytes = size.Percentile(Large),
        SizeBasis = size.ToldBasis,
        CountDifferences = size.Differences,
        ImplausibleSizes = size.ImplausibleSizes,
        GrowthBytesPerMonth = size.GrowthBytesPerMonth,
        QuotaFullAt = Growth.FullAt(mailbox.Quota, size.GrowthBytesPerMonth, clock.GetUtcNow()),
    };
}
