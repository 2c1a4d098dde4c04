using System.Globalization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>How much mail there is, and how fast it came.</summary>
internal static class MailboxText
{
    public static TextSection Section(MailboxReport? mailbox, DateTimeOffset measuredAt, ReportWords words) => new(words.Phrases.Mailbox, mailbox is null ? [] :
    [
        .. Lines(words.Phrases.Imap, Of(mailbox.Imap, measuredAt, words), words),
        .. Lines(words.Phrases.Pop3, Of(mailbox.Pop3, words), words),
        .. mailbox.Pop3 is { DeletesAtOnce: true } ? words.Layout.Bullet(words.Phrases.DeletedAtOnce) : [],
        .. Lines(
            [mailbox.Imap?.FoldersOutsideInbox is null ? words.Phrases.OnlyInImapsInbox : words.Phrases.OnlyInImap], Of(mailbox.Comparison, mailbox.Imap?.FoldersOutsideInbox), words),
    ]);

    // A line is said where all its values are known.
    private static IEnumerable<string> Lines(IReadOnlyList<string> sentences, Dictionary<string, string?> values, ReportWords words) =>
        from sentence in sentences
        let places = Template.Places(sentence).Select(x => x.Split(':')[0]).Distinct().ToList()
        where places.TrueForAll(x => values.GetValueOrDefault(x) is not null)
        from line in words.Layout.Bullet(words.Filled(sentence, [.. places.Select(x => (x, values[x]))])!)
        select line;

    private static Dictionary<string, string?> Of(ImapMailbox? imap, DateTimeOffset measuredAt, ReportWords words) => new(Of(imap?.Fetch, words))
    {
        ["messages"] = ReportWords.Text(imap?.Messages),
        ["atLeast"] = AtLeast(imap?.AtLeast),
        ["bytes"] = ReportWords.Text(imap?.Bytes),
        ["counted"] = imap is { AtLeast: true, Messages: not null } ? ReportWords.Text(imap.FoldersCounted) : null,
        ["shared"] = ReportWords.Text(imap?.SharedFolders is > 0 and { } shared ? shared : null),
        ["folders"] = ReportWords.Text(imap?.Folders),
        ["inboxMessages"] = ReportWords.Text(imap?.InboxMessages),
        ["inboxBytes"] = ReportWords.Text(imap?.InboxBytes),
        ["largest"] = ReportWords.Text(imap?.LargestMessageBytes),
        ["used"] = ReportWords.Text(imap?.Quota?.UsedBytes),
        ["limit"] = ReportWords.Text(imap?.Quota?.LimitBytes),
        ["usedMessages"] = ReportWords.Text(imap?.MessageQuota?.Used),
        ["limitMessages"] = ReportWords.Text(imap?.MessageQuota?.Limit),
        ["growth"] = imap?.GrowthBytesPerMonth > 0 ? ReportWords.Text(imap.GrowthBytesPerMonth) : null,
        ["fullAt"] = imap?.WillBeFullAt is { } full && full < measuredAt.AddMonths(Comparison.TellingMonths) ? full.ToString("O", CultureInfo.InvariantCulture) : null,
    };

    private static Dictionary<string, string?> Of(Pop3Maildrop? pop3, ReportWords words) => new(Of(pop3?.Fetch, words))
    {
        ["messages"] = ReportWords.Text(pop3?.Messages),
        ["bytes"] = ReportWords.Text(pop3?.Bytes),
        ["largest"] = ReportWords.Text(pop3?.LargestMessageBytes),
        ["expireDays"] = ReportWords.Text(pop3?.ExpireDays is > 0 and { } days ? days : null),
        ["loginDelay"] = ReportWords.Text(pop3?.LoginDelaySeconds is > 0 and { } seconds ? seconds : null),
    };

    // The folders are those that the finding and the way of moving count: the same mail is told in one number of them.
    private static Dictionary<string, string?> Of(MailboxComparison? comparison, int? folders) => comparison is null or { MessagesOnlyInImap: 0 } ? [] : new()
    {
        ["messages"] = ReportWords.Text(comparison.MessagesOnlyInImap),
        ["atLeast"] = AtLeast(comparison.AtLeast),
        ["bytes"] = ReportWords.Text(comparison.BytesOnlyInImap),
        ["folders"] = ReportWords.Text(folders),
    };

    // The words for it are the first of two in the sentence's place.
    private static string AtLeast(bool? atLeast) => atLeast == true ? "1" : "0";

    private static Dictionary<string, string?> Of(LatencySummary? fetch, ReportWords words) => fetch is null ? [] : new()
    {
        ["samples"] = ReportWords.Text(fetch.Samples),
        ["median"] = words.Time(fetch.MedianMs),
        ["min"] = words.Time(fetch.MinMs),
        ["max"] = words.Time(fetch.MaxMs),
        ["line"] = fetch.DownMbit is { } mbit ? words.Capacity(mbit) : null,
        ["lineAtLeast"] = AtLeast(fetch.DownMbitKind != CapacityKind.Reached),
    };
}
