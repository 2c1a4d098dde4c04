using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>
/// A whole report as plain text: for a terminal, and to be pasted into a ticket. In the order of a good support agent: does it work, what
/// must be done, what to use and why, what to enter, what that means, how we know; so a customer may stop reading early, and whoever
/// supports him finds every time and every certificate.
/// </summary>
public static class TextReport
{
    /// <summary>The text: lines of at most 100 characters that end in a line feed, no control characters beside it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">The language that the report was made in.</param>
    public static string Write(AssessmentReport report, Language language) => TextLayout.Joined(Sections(report, language));

    /// <summary>The same in its parts; those with nothing to say are left out.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">The language that the report was made in.</param>
    /// <param name="width">Most characters of a line.</param>
    public static IReadOnlyList<TextSection> Sections(AssessmentReport report, Language language, int width = TextLayout.UsualWidth)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (words, toDo) = (new ReportWords(language, width), ToDo.Of(report));
        TextSection[] sections =
        [
            AnswerText.Answer(report, words),
            FindingsText.Section(toDo, words),
            AnswerText.Preparation(report, words),
            AnswerText.Reasons(report, words),
            AnswerText.Support(report, words),
            AnswerText.Objections(report, words),
            AnswerText.Changes(report, words),
            MigrationText.Section(report.Recommendation, words),
            AnswerText.Plan(report, words),
            AnswerText.HowToBackUp(report, words),
            .. AnswerText.Settings(report, words),
            BesideText.OAuth(report, words),
            ComparisonText.Section(report, words),
            ForecastText.Section(report.Forecast, words),
            MailboxText.Section(report.Mailbox, report.CreatedAt, words),
            BesideText.OtherWays(report.Discovery, words),
            FindingsText.Noticed(toDo, words),
            EndpointText.Section(report.Endpoints, words),
            DiscoveryText.Sources(report.Discovery, words, report.Provider),
            DiscoveryText.Drift(report.Discovery, words),
        ];
        return [.. sections.Where(x => x.Lines.Count > 0)];
    }
}
