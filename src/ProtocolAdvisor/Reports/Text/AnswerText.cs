using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>What the user wanted to know: the answer, what to type in, why, and what would change it.</summary>
internal static class AnswerText
{
    public static TextSection Answer(AssessmentReport report, ReportWords words)
    {
        return new(string.Empty,
        [
            .. words.Layout.Wrapped(report.Summary.Headline, $"{StateMark.Of(report.Summary.State)} ", "  "),
            .. words.Layout.Wrapped($"{report.Summary.StandingText}."),
            .. report.Summary.Below.SelectMany(words.Layout.Bullet),
            .. report.Recommendation.Protocol == RecommendedProtocol.None
                ? [] : words.Layout.Wrapped(HowSure(report.Recommendation, words)),
            .. words.Layout.Wrapped(Made(report, words)),
            .. report.Complete || report.Findings.Any(x => x.Code == FindingCode.LookupImpossible)
                ? [] : words.Layout.Wrapped(words.Phrases.Incomplete),
        ]);
    }

    /// <summary>Whose mailbox it was, when, and how long it took.</summary>
    public static string Made(AssessmentReport report, ReportWords words) => words.Filled(
        words.Phrases.Made,
        ("subject", report.Subject.NameBeside(report.Endpoints) ?? words.Phrases.Unknown), ("day", words.Date(report.CreatedAt)), ("time", words.Time(report.DurationMs)))!;

    /// <summary>How sure the advice is, and what would make it surer.</summary>
    public static string HowSure(RecommendationReport recommendation, ReportWords words) =>
        string.Join(' ', new[] { AdviceWords.In(words.Language).Confidence(recommendation.Confidence), recommendation.Surer?.Text }.OfType<string>());

    /// <summary>What must be done at the provider first, each with its page.</summary>
    public static TextSection Preparation(AssessmentReport report, ReportWords words) => new(
        new PreparationWords(words.Language).Heading(report.Provider?.Name ?? words.Phrases.Unknown),
        [.. report.BeforeYouBegin.Index().SelectMany(x => Step(x.Index + 1, x.Item, words))]);

    /// <summary>One of these, with its number.</summary>
    public static IEnumerable<string> Step(int number, PreparationReport step, ReportWords words) =>
        words.Layout.Wrapped(step.Text, $"{number}. ", "   ").Concat(step.Url is { } url ? words.Layout.Wrapped(url, "   ") : []);

    /// <summary>The same as the settings file for people without its notes, which the plan tells, its names in a column; nothing where there is nothing to set up.</summary>
    public static IEnumerable<TextSection> Settings(AssessmentReport report, ReportWords words)
    {
        if (report.Settings is not { } settings) return [];
        var blocks = PlainTextWriter.BlocksWithoutPlan(settings, words.Language);
        var column = blocks.SelectMany(x => x.Lines).Max(x => x.Name?.Length ?? 0) + ":  ".Length;
        return blocks.Select(x => new TextSection(x.Heading, [.. x.Lines.SelectMany(line => Line(line, column, words))]));
    }

    private static IEnumerable<string> Line(SettingsLine line, int column, ReportWords words) => line.Name is { Length: > 0 } name
        ? words.Layout.Wrapped(line.Text, $"{name}:".PadRight(column), new string(' ', column))
        : words.Layout.Wrapped(line.ToString(), indent: line.Name is null ? "  " : string.Empty);

    public static TextSection Reasons(AssessmentReport report, ReportWords words) =>
        new(words.Phrases.Reasons, [.. report.Recommendation.Grounds().SelectMany(x => words.Layout.Bullet(x.Text))]);

    public static TextSection Support(AssessmentReport report, ReportWords words) =>
        new(words.Phrases.Support, [.. report.Recommendation.Support().SelectMany(x => words.Layout.Bullet(x.Text))]);

    public static TextSection Objections(AssessmentReport report, ReportWords words) =>
        new(words.Phrases.Objections, [.. report.Recommendation.Objections().SelectMany(x => words.Layout.Bullet(x.Text))]);

    public static TextSection Changes(AssessmentReport report, ReportWords words) =>
        new(words.Phrases.Changes, [.. report.Recommendation.ChangesIf.SelectMany(x => words.Layout.Bullet(x.Text))]);

    public static TextSection Plan(AssessmentReport report, ReportWords words) =>
        new(words.Phrases.Plan, [.. report.Recommendation.Plan.Steps.SelectMany(x => words.Layout.Bullet($"{x.Text} {x.Reason}"))]);

    public static TextSection HowToBackUp(AssessmentReport report, ReportWords words) =>
        new(words.Phrases.HowToBackUp, [.. (report.Recommendation.Plan.Backup?.How ?? []).SelectMany(words.Layout.Bullet)]);
}
