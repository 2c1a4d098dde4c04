using System.Text.RegularExpressions;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rule 10: what is true in one language is said in the other.</summary>
internal static partial class LanguageRules
{
    /// <summary>Holds one run's reports in two languages against each other.</summary>
    /// <param name="english">The English one.</param>
    /// <param name="other">The same run's in another language.</param>
    public static IEnumerable<Complaint> Between(AssessmentReport english, AssessmentReport other) =>
        (from statements in new[] { Statements(english).Except(Statements(other)), Statements(other).Except(Statements(english)) }
         from statement in statements
         select new Complaint(CoherenceRule.LanguagesSayTheSame, $"only one language says: {statement}")).Concat(Untranslated(english, other));

    private static IEnumerable<string> Statements(AssessmentReport report) =>
    [
        $"answer {report.Recommendation.Protocol} {report.Recommendation.Confidence} {report.Recommendation.Endpoint}",
        $"first to fix: {report.FirstThingToFix is not null}",
        .. report.Findings.Select(x => $"finding {x.Code} {x.Severity} {x.Confidence} {x.Protocol} {x.Endpoint}"),
        .. report.Recommendation.Reasons.Select(x => $"reason {x.Code} {x.Favours} {string.Join(' ', x.Evidence)}"),
        .. report.Recommendation.ChangesIf.Select(x => $"change {(x.Change ?? x.Facts)?.ToJsonString()} {x.Protocol}"),
        .. report.Comparison.Select(x => $"topic {x.Code} {x.ForYou is not null}"),
        .. report.Discovery.Drift.Select(x => $"drift {x.Fact} {x.Protocol}"),
    ];

    // Quoted server lines stay as they are; words of ours do not.
    private static IEnumerable<Complaint> Untranslated(AssessmentReport english, AssessmentReport other) =>
        from pair in english.Findings.Zip(other.Findings)
        where pair.First.Evidence is not null && pair.First.Evidence == pair.Second.Evidence && IsEnglish(pair.First, english)
        select new Complaint(CoherenceRule.EvidenceIsInTheReadersLanguage, $"{pair.First.Code}: {pair.First.Evidence}");

    private static bool IsEnglish(FindingReport finding, AssessmentReport report) => EnglishWords().IsMatch(finding.Evidence!) && !Quotes(report).Any(x => finding.Evidence!.Contains(x, StringComparison.Ordinal));

    private static IEnumerable<string> Quotes(AssessmentReport report) =>
        report.Endpoints.SelectMany(x => x.Steps.Select(step => step.Failure?.Reply).Append(x.SignIn.Reply).Append(x.Greeting)).OfType<string>().Where(x => x.Length > 0);

    [GeneratedRegex(@"\b(?:of|until|from|before|after|for|used|messages|bytes|days|seconds|silent|names|issuer|answers|announced|connected|connection|more|timed|at)\b")]
    private static partial Regex EnglishWords();
}
