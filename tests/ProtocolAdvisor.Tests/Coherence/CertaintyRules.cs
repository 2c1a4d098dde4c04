using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rules 4 and 5: what is called certain is unmistakable, and who is sure knows something.</summary>
internal static class CertaintyRules
{
    // Codes whose meaning RFC 5530 leaves open, or that say nothing of the cause. SERVERBUG is none of them: it says that the fault is the server's own, and no more is told.
    private static readonly string[] Hints = ["CONTACTADMIN", "AUTHORIZATIONFAILED", "CANNOT", "ALERT", "NOPERM", "AUTH", "SYS", "UNAVAILABLE", "AUTHENTICATIONFAILED"];

    public static IEnumerable<Complaint> Of(AssessmentReport report) =>
        report.Findings.Where(x => x.Confidence == FindingConfidence.Certain && IsRefusal(report, x) && !HasClearCode(x.Evidence))
            .Select(x => new Complaint(CoherenceRule.CertainIsUnmistakable, $"{x.Code} is called certain because of: {x.Evidence}"))
            .Concat(Sure(report)).Concat(OfAnswer(report));

    /// <summary>Confidence and what would make it surer agree; what is decisive speaks for the answer.</summary>
    public static IEnumerable<Complaint> OfAnswer(AssessmentReport report)
    {
        var advice = report.Recommendation;
        if (advice is { Confidence: AdviceConfidence.High, Surer: { } surer }) yield return new(CoherenceRule.SureAnswerIsKnown, $"high confidence, and it could be surer: {surer.Text}");
        foreach (var reason in advice.Reasons.Where(x => advice.Protocol != RecommendedProtocol.None && x.Decisive && x.Favours is { } favoured && RecommendationReport.Name(favoured) != advice.Protocol))
            yield return new(CoherenceRule.SureAnswerIsKnown, $"{reason.Code} decided, and speaks for the other protocol");
    }

    // Only of what a server answered to a sign-in: a mechanism that is not offered was read off a list.
    private static bool IsRefusal(AssessmentReport report, FindingReport finding) =>
        finding.Evidence is not null && report.Endpoints.Any(x => StepRules.IsAt(finding, x) && x.SignIn.Outcome == SignInOutcome.Rejected && x.SignIn.Reply == finding.Evidence)
        && finding.Code != FindingCode.LoginDiffersByProtocol;

    // The code stands first behind the status, or it is just a bracket in a sentence.
    private static bool HasClearCode(string? reply)
    {
        var words = reply?.Split(' ', 3) ?? [];
        if (words.Length < 2 || !words[1].StartsWith('[')) return false;
        return !Hints.Contains(words[1].Trim('[', ']').Split('/')[0], StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<Complaint> Sure(AssessmentReport report)
    {
        if (report.Recommendation.Confidence != AdviceConfidence.High) yield break;
        if (report.Recommendation.Reasons.Count == 0) yield return new(CoherenceRule.SureAnswerIsKnown, "high confidence without a reason");
        if (report.Recommendation.Protocol != RecommendedProtocol.None && !report.Endpoints.Any(x => x.Usable))
            yield return new(CoherenceRule.SureAnswerIsKnown, $"high confidence in {report.Recommendation.Protocol}, and no endpoint that can be used");
    }
}
