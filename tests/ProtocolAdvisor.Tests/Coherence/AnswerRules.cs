using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rules 2 and 3: the first lines say what matters most, and say it of this mailbox.</summary>
internal static class AnswerRules
{
    private const int LongestHeadline = 90;

    public static IEnumerable<Complaint> Of(AssessmentReport report, Language language)
    {
        var headline = report.Recommendation.Headline;
        if (headline.Length > LongestHeadline) yield return new(CoherenceRule.HeadlineIsShort, $"a headline of {headline.Length} characters");
        if (report.Recommendation.Protocol == RecommendedProtocol.None && NoneIsGeneral(report) is { } general) yield return general;
        if (SignInUnsaid(report, language) is { } unsaid) yield return unsaid;
    }

    // Where an endpoint does not work, that is the cause, and a finding has its name; else the use is, and the reasons say so.
    private static Complaint? NoneIsGeneral(AssessmentReport report)
    {
        var said = report.Recommendation.Headline + report.FirstThingToFix;
        if (report.Findings.Any(x => said.Contains(x.Title, StringComparison.Ordinal))) return null;
        return report.Endpoints.All(x => x.Usable) && report.Recommendation.Reasons.Count > 0 ? null
            : new(CoherenceRule.NoneNamesTheCause, $"neither is recommended, and the headline names no cause: {report.Recommendation.Headline}");
    }

    private static Complaint? SignInUnsaid(AssessmentReport report, Language language)
    {
        var signIns = report.Endpoints.Where(x => x.Usable).Select(x => x.SignIn).ToList();
        if (signIns.Count == 0 || report.Mailbox is not null || signIns.Exists(x => x.Outcome == SignInOutcome.Accepted)) return null;
        var words = new ReportWords(language);
        var first = string.Join(' ', AnswerText.Answer(report, words).Lines);
        var reasons = signIns.Select(x => x.Reason).OfType<SignInReason>().Where(x => x is not (SignInReason.OtherEndpointPreferred or SignInReason.EndpointNotUsable)).Distinct().ToList();
        return reasons.Count == 0 || reasons.Exists(x => first.Contains(words.Reason(x), StringComparison.OrdinalIgnoreCase)) ? null
            : new(CoherenceRule.FirstLinesTellOfTheSignIn, $"nobody signed in ({string.Join(", ", reasons)}), and the first lines do not say so");
    }
}
