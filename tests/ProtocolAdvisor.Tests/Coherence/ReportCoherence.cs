using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>
/// Whether a report agrees with itself. Pure: the same report has the same complaints. Whoever makes a report in a test, by script, on a real server or at random, may ask here; a coherent
/// one has no complaints.
/// </summary>
internal static class ReportCoherence
{
    private static readonly Func<AssessmentReport, Language, IEnumerable<Complaint>>[] Rules =
    [
        (report, _) => StepRules.Of(report),
        AnswerRules.Of,
        SendingRules.Of,
        (report, _) => CertaintyRules.Of(report),
        (report, _) => SpeedRules.Of(report),
        (report, _) => AbsenceRules.Of(report),
        (report, language) => MigrationRules.Of(report).Concat(MigrationRules.Of(report, language)),
        ProviderRules.Of,
        (report, language) => SettingsRules.Of(report).Concat(SettingsRules.Of(report, language)).Concat(ToldOnceRules.Of(report, language)),
    ];

    /// <summary>What is wrong with a report by itself.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">The language that it was made in.</param>
    public static IReadOnlyList<Complaint> Of(AssessmentReport report, Language language) => [.. Rules.SelectMany(rule => rule(report, language)).Distinct()];

    /// <summary>What is wrong with an answer to told facts: speed and sureness.</summary>
    /// <param name="report">A report with that answer and its forecast.</param>
    public static IReadOnlyList<Complaint> OfAnswer(AssessmentReport report) => [.. SpeedRules.Of(report).Concat(CertaintyRules.OfAnswer(report))];

    /// <summary>The same for every language of a run, and what is wrong between the languages.</summary>
    /// <param name="run">The run.</param>
    public static IReadOnlyList<Complaint> Of(AssessedRun run)
    {
        var reports = Language.All.Select(language => (Language: language, Report: run.Report(language))).ToList();
        return
        [
            .. MigrationRules.Asked(run.Usage.Today, reports[0].Report),
            .. reports.SelectMany(x => Of(x.Report, x.Language))
                .Concat(reports.Skip(1).SelectMany(x => LanguageRules.Between(reports[0].Report, x.Report, x.Language))).Distinct(),
        ];
    }
}
