using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rule 10: what is true in one language is said in the other.</summary>
internal static class LanguageRules
{
    /// <summary>Holds one run's reports in two languages against each other.</summary>
    /// <param name="english">The English one.</param>
    /// <param name="other">The same run's in another language.</param>
    /// <param name="language">The other language.</param>
    public static IEnumerable<Complaint> Between(AssessmentReport english, AssessmentReport other, Language language) =>
        (from statements in new[] { Statements(english).Except(Statements(other)), Statements(other).Except(Statements(english)) }
         from statement in statements
         select new Complaint(CoherenceRule.LanguagesSayTheSame, $"only one language says: {statement}")).Concat(Untranslated(english, other, language));

    private static IEnumerable<string> Statements(AssessmentReport report) =>
    [
        $"answer {report.Recommendation.Protocol} {report.Recommendation.Confidence} {report.Recommendation.Endpoint}",
        $"state {report.Summary.State}, {report.Summary.Lines.Count} lines",
        $"first to fix: {report.Settings?.FirstThingToFix is not null}",
        .. report.Findings.Select(x => $"finding {x.Code} {x.Severity} {x.Confidence} {x.Protocol} {x.Endpoint} {x.Evidence is not null} {string.Join(' ', x.Quotes)}"),
        .. report.Recommendation.Reasons.Select(x => $"reason {x.Code} {x.Favours} {string.Join(' ', x.Evidence)}"),
        .. report.Recommendation.ChangesIf.Select(x => $"change {x.Change} {x.Facts} {x.Protocol}"),
        .. report.Recommendation.Plan.Steps.Select(x => $"step {x.Code} {x.Cause} {x.Figure.ToJsonString()}"),
        .. report.Recommendation.Plan.Migration.Select(x => $"move {x.Code} {x.Cause} {x.Figure.ToJsonString()} {string.Join(' ', x.Folders.Select(y => $"{y.Role} {y.Folders} {y.Messages} {y.Bytes}"))}"),
        .. report.Comparison.Select(x => $"topic {x.Code} {x.ForYou is not null}"),
        .. report.Discovery.Drift.Select(x => $"drift {x.Fact} {x.Protocol}"),
    ];

    // What others said stays as it is, in quotation marks or as all of the evidence; words of ours do not.
    private static IEnumerable<Complaint> Untranslated(AssessmentReport english, AssessmentReport other, Language language) =>
        from told in Told(english).Zip(Told(other)).Append((string.Empty, WithoutScopes(TextReport.Write(other, language), other)))
        from word in OwnWords.Foreign(told.Item2, language).Concat(told.Item1 == told.Item2 ? OwnWords.In(told.Item2) : [])
        select new Complaint(CoherenceRule.EvidenceIsInTheReadersLanguage, $"{word} in: {told.Item2}");

    // A provider's words, shown as data.
    private static string WithoutScopes(string text, AssessmentReport report) =>
        (report.Discovery.OAuth2 ?? []).Where(x => x.Scopes.Count > 0).Aggregate(text, (left, offer) => left.Replace(string.Join(' ', offer.Scopes), string.Empty, StringComparison.Ordinal));

    private static IEnumerable<string> Told(AssessmentReport report) =>
    [
        .. report.Findings.Select(x => x.Quotes.Aggregate(x.Evidence ?? string.Empty, (text, quote) => text.Replace(quote, string.Empty, StringComparison.Ordinal))),
        .. report.Discovery.Sources.SelectMany(x => x.Oddities.Append(x.Failure?.Detail ?? string.Empty)),
        .. report.Discovery.Drift.SelectMany(x => x.Values.Select(value => value.Text).Append(x.Text)),
        .. report.Endpoints.SelectMany(x => x.Steps.Select(step => step.Failure?.Detail ?? string.Empty)),
    ];
}
