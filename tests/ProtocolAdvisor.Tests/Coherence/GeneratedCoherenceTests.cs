using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Reports of runs as they may come: endpoints × failures × sign-ins × use × how the servers were found. What breaks a rule is shrunk to the smallest run that does.</summary>
public class GeneratedCoherenceTests
{
    [Fact]
    public void Whatever_a_run_learns_its_reports_are_coherent() => RunGen.Run.Sample(
        x => Complaints(x.Facts, x.Usage).Count == 0, iter: 3_000,
        print: x => $"{string.Join("\n", Complaints(x.Facts, x.Usage).Select(y => $"{y.Rule}: {y.What}"))}\n{Shown(x.Facts)}\n{Json.Of(x.Usage)}");

    [Fact]
    public void What_a_report_tells_gives_its_answer_again_when_it_is_told() => RunGen.Run.Sample(
        x => Differences(x.Facts, x.Usage).Count == 0, iter: 2_000, print: x => $"{string.Join("\n", Differences(x.Facts, x.Usage))}\n{Shown(x.Facts)}\n{Json.Of(x.Usage)}");

    [Fact]
    public void What_is_told_beside_what_was_measured_gives_a_coherent_answer() => Gen.Select(RunGen.Run, AdviceGen.Imap, AdviceGen.Pop3).Sample(
        x => Complaints(x.Item1.Facts, x.Item1.Usage, x.Item2, x.Item3).Count == 0, iter: 2_000,
        print: x => $"{string.Join("\n", Complaints(x.Item1.Facts, x.Item1.Usage, x.Item2, x.Item3).Select(y => $"{y.Rule}: {y.What}"))}\n{Shown(x.Item1.Facts)}\n{Json.Of(x.Item1.Usage)}\n{Json.Of(x.Item2)}\n{Json.Of(x.Item3)}");

    // The words of both, but for what only a run has: the endpoint to set up.
    private static List<string> Differences(AssessmentFacts facts, Usage usage)
    {
        var report = new AssessedRun(RunGen.Heading(facts), facts, usage).Report(Language.English);
        var told = Told(facts, usage, Known(facts.Imap), Known(facts.Pop3), Language.English).Recommendation;
        return [.. Said(report.Recommendation).Zip(Said(told)).Where(x => x.First != x.Second).Select(x => $"report: {x.First}\n  told: {x.Second}")];
    }

    private static string[] Said(RecommendationReport x) =>
        [$"{x.Protocol} {x.Confidence}", $"{x.Headline}", Json.Of(x.Reasons), Json.Of(x.Plan), Json.Of(x.ChangesIf), Json.Of(x.Surer)];

    private static ToldAnswer Told(AssessmentFacts facts, Usage usage, ImapKnowledge? imap, Pop3Knowledge? pop3, Language language)
    {
        var report = new AssessedRun(RunGen.Heading(facts), facts, usage).Report(language);
        return ToldAnswer.Of(usage, imap, pop3, [.. report.Endpoints.Select(ToldEndpoint.Facts)], ToldDiscovery.Facts(report.Discovery), facts.StartedAt, language);
    }

    private static ImapKnowledge? Known(ImapMailbox? mailbox) => mailbox is null ? null : new() { Mailbox = mailbox };

    private static Pop3Knowledge? Known(Pop3Maildrop? maildrop) => maildrop is null ? null : new() { Maildrop = maildrop };

    // Told facts have no report of their own: their answer stands in for that of the run.
    private static IReadOnlyList<Complaint> Complaints(AssessmentFacts facts, Usage usage, ImapKnowledge imap, Pop3Knowledge pop3)
    {
        var reports = Language.All.Select(language => (Language: language, Report: new AssessedRun(RunGen.Heading(facts), facts, usage).Report(language), Answer: Told(facts, usage, imap, pop3, language)))
            .Select(x => x.Report with { Recommendation = x.Answer.Recommendation, Forecast = x.Answer.Forecast }).ToList();
        return [.. ReportCoherence.OfAnswer(reports[0]), .. LanguageRules.Between(reports[0], reports[1], Language.All[1]).Where(x => x.Rule == CoherenceRule.LanguagesSayTheSame)];
    }

    private static IReadOnlyList<Complaint> Complaints(AssessmentFacts facts, Usage usage)
    {
        return [.. ReportCoherence.Of(new AssessedRun(RunGen.Heading(facts), facts, usage)).Where(x => !KnownBreaches.Covers(x.Rule, x.What))];
    }

    private static string Shown(AssessmentFacts facts) => string.Join("\n", facts.Endpoints.Select(x =>
        $"{x.Probe.Endpoint}: usable {x.Probe.Usable}, {x.Probe.Failure}, {string.Join(' ', x.Probe.Tls?.Certificate.Status ?? [])}; {x.SignIn}"));
}
