using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Sending: what does not work is said first, blocks nobody's reading, and no server is called tested that was not.</summary>
internal static class SendingRules
{
    public static IEnumerable<Complaint> Of(AssessmentReport report, Language language) => [.. Severities(report), .. Summary(report, language), .. Settings(report)];

    private static IEnumerable<Complaint> Severities(AssessmentReport report) =>
        from finding in report.Findings
        where finding is { Protocol: MailProtocol.Submission, Severity: Severity.Blocking }
        select new Complaint(CoherenceRule.StateIsTrue, $"{finding.Code} is about sending, and is said to block");

    private static IEnumerable<Complaint> Summary(AssessmentReport report, Language language)
    {
        var tried = report.Endpoints.Where(x => x.Protocol == MailProtocol.Submission).ToList();
        var says = report.Summary.Lines.Any(x => x.Contains(language == Language.German ? "Versand" : "Sending", StringComparison.Ordinal));
        var accepted = tried.Exists(x => x.SignIn.Outcome == SignInOutcome.Accepted);
        var refused = !accepted && tried.Exists(x => x.SignIn.Outcome == SignInOutcome.Rejected);
        if ((accepted || refused) && !says) yield return new(CoherenceRule.FirstLinesTellOfTheSignIn, "sending was tested, and the first lines do not say how that went");
        if (says && tried.Count == 0 && !report.Findings.Any(x => x.Protocol == MailProtocol.Submission))
            yield return new(CoherenceRule.AbsenceWasAsked, "the first lines tell of sending, and nobody looked");
    }

    private static IEnumerable<Complaint> Settings(AssessmentReport report)
    {
        if (report.Recommendation.Outgoing is not { } told) yield break;
        var tried = report.Endpoints.FirstOrDefault(x => (x.Protocol, x.Host, x.Port, x.Security) == (MailProtocol.Submission, told.Host, told.Port, told.Security));
        if ((told.State == ServerState.Tested) != (tried?.SignIn.Outcome == SignInOutcome.Accepted))
            yield return new(CoherenceRule.StateIsTrue, $"the server for sending is said to be {told.State}, and its sign-in was {tried?.SignIn.Outcome}");
        if (told.State == ServerState.DoesNotWork && report.Endpoints.Any(x => x is { Protocol: MailProtocol.Submission, Trusted: true, Usable: true }))
            yield return new(CoherenceRule.StateIsTrue, "a dead server for sending is told, and another one works");
    }
}
