using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>Both protocols in one respect.</summary>
/// <param name="Code">Which respect.</param>
/// <param name="Topic">The same in a few words.</param>
/// <param name="Pop3">What POP3 does.</param>
/// <param name="Imap">What IMAP does.</param>
/// <param name="ForYou">What it means for this mailbox, with the measured values; null where nothing is known.</param>
public sealed record ComparisonReport(ComparisonTopic Code, string Topic, string Pop3, string Imap, string? ForYou)
{
    /// <summary>The shown form.</summary>
    internal static ComparisonReport From(ComparisonRow row, Language language)
    {
        var words = ComparisonWords.In(language);
        var (topic, pop3, imap) = words.Of(row.Topic);
        return new(row.Topic, topic, pop3, imap, row.ForYou is { } note ? words.Text(note) : null);
    }
}
