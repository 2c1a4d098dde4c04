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
        (report, _) => CertaintyRules.Of(report),
        (report, _) => SpeedRules.Of(report),
        (report, _) => AbsenceRules.Of(report),
        ProviderRules.Of,
        (report, language) => SettingsRules.Of(report).Concat(ToldOnceRules.Of(report, language)),
    ];

    /// <summary>What is wrong with a report by itself.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">The language that it was made in.</param>
    public static IReadOnlyList<Complaint> Of(AssessmentReport report, Language language) => [.. Rules.SelectMany(rule => rule(report, language)).Distinct()];

    /// <summary>The same for every language of a run, and what is wrong between the languages.</summary>
    /// <param name="run">The run.</param>
    public static IReadOnlyList<Complaint> Of(AssessedRun run)
    {
        var reports = Language.All.Select(language => (Language: language, Report: run.Report(language))).ToList();
        return
        [
            .. reports.SelectMany(x => Of(x.Report, x.Language))
                .Concat(reports.Skip(1).SelectMany(x => LanguageRules.Between(reports[0].Report, x.Report, x.Language))).Distinct(),
        ];
    }
}
