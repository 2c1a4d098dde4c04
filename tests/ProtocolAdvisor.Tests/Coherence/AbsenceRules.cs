using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rules 6 and 7: "not there" only where it was asked and answered, and no cure that was taken already.</summary>
internal static class AbsenceRules
{
    private static readonly FailureKind[] Unanswered =
        [FailureKind.LookupFailed, FailureKind.TimedOut, FailureKind.DeadlineReached, FailureKind.TargetBusy, FailureKind.AddressBlocked, FailureKind.AnswerForged, FailureKind.Unexpected];

    public static IEnumerable<Complaint> Of(AssessmentReport report) => [.. NothingFound(report), .. RuledOut(report), .. BeforeTheSignIn(report), .. Tried(report)];

    // Published or not: who was not heard has not said no.
    private static IEnumerable<Complaint> NothingFound(AssessmentReport report) =>
        from finding in report.Findings
        where finding.Code == FindingCode.DiscoveryNothingFound
        let unheard = report.Discovery.Sources.Where(x => x.Source != DiscoverySource.Convention && x.Failure is { } failure && Unanswered.Contains(failure.Kind)).ToList()
        where unheard.Count > 0
        select new Complaint(CoherenceRule.AbsenceWasAsked, $"nothing was found, and {unheard[0].Location} was not heard ({unheard[0].Failure!.Kind})");

    // A protocol is out only by endpoints that were seen not to work.
    private static IEnumerable<Complaint> RuledOut(AssessmentReport report) =>
        from reason in report.Recommendation.Reasons
        where reason.Code == ReasonCode.NoUsableEndpoint
        from protocol in Enum.GetValues<MailProtocol>()
        where reason.Evidence.Contains($"{protocol.ToString().ToLowerInvariant()}.usable=false")
        let unseen = report.Endpoints.FirstOrDefault(x => x.Protocol == protocol && x.Steps.Any(step => step.Failure is { Kind: var kind } && Unanswered.Contains(kind) && kind != FailureKind.TimedOut))
        where unseen is not null
        select new Complaint(CoherenceRule.AbsenceWasAsked, $"{protocol} is ruled out, and {StepRules.Authority(unseen)} could not be looked at");

    // Servers may keep capabilities to themselves before the sign-in.
    private static IEnumerable<Complaint> BeforeTheSignIn(AssessmentReport report) =>
        from finding in report.Findings
        where finding.Code is FindingCode.ImapNoIdle or FindingCode.Pop3NoUidl
        where !report.Endpoints.Any(x => x.Protocol == finding.Protocol && x.SignIn.Outcome == SignInOutcome.Accepted) && (finding.Protocol == MailProtocol.Imap ? report.Mailbox?.Imap is null : report.Mailbox?.Pop3 is null)
        select new Complaint(CoherenceRule.AbsenceWasAsked, $"{finding.Code} is told before anybody signed in");

    private static IEnumerable<Complaint> Tried(AssessmentReport report) =>
        from finding in report.Findings
        from endpoint in report.Endpoints
        where finding.Endpoint == StepRules.Authority(endpoint)
        where finding.Code switch
        {
            FindingCode.ClearSpokenToTlsPort => endpoint.Security == ConnectionSecurity.ImplicitTls,
            FindingCode.AuthTlsRequired => endpoint.Tls is not null,
            _ => false,
        }
        select new Complaint(CoherenceRule.RemedyIsNew, $"{finding.Code} at {finding.Endpoint}: what it proposes was tried");
}
