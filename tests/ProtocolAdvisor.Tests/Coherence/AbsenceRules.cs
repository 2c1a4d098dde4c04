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
        where finding.Code is FindingCode.DiscoveryNothingFound or FindingCode.OtherWaysOnly
        let unheard = report.Discovery.Sources
            .Where(x => x.Source is not (DiscoverySource.Convention or DiscoverySource.Jmap) && !x.Location.StartsWith("_jmap.", StringComparison.Ordinal))
            .Where(x => x.Failure is { } failure && Unanswered.Contains(failure.Kind)).ToList()
        where unheard.Count > 0
        select new Complaint(CoherenceRule.AbsenceWasAsked, $"nothing was found, and {unheard[0].Location} was not heard ({unheard[0].Failure!.Kind})");

    // A protocol is out only by endpoints that were seen not to work.
    private static IEnumerable<Complaint> RuledOut(AssessmentReport report) =>
        from reason in report.Recommendation.Reasons
        where reason.Code == ReasonCode.NoUsableEndpoint
        from protocol in MailProtocols.Compared
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

    // By what the remedy says, in every language, whatever the code: each phrase with the case in which it was tried, or was not the reader's doing.
    private static IEnumerable<Complaint> Tried(AssessmentReport report) =>
        from finding in report.Findings
        from endpoint in report.Endpoints
        where endpoint.Protocol == finding.Protocol && finding.Endpoint == StepRules.Authority(endpoint)
        from proposal in Proposals
        where proposal.Words.Any(x => finding.Remedy.Contains(x, StringComparison.OrdinalIgnoreCase)) && proposal.WasTried(report, endpoint)
        select new Complaint(CoherenceRule.RemedyIsNew, $"{finding.Code} at {finding.Endpoint}: what it proposes was tried, or not typed: {finding.Remedy}");

    private static readonly (string[] Words, Func<AssessmentReport, EndpointReport, bool> WasTried)[] Proposals =
    [
        (["Use port 993", "Choose port 993", "993 for IMAP", "Verwenden Sie Port 993", "Wählen Sie Port 993", "993 für IMAP", "Choose SSL/TLS as connection security", "SSL/TLS als Verbindungssicherheit"], (report, at) => report.Endpoints.Any(
            x => (x.Protocol, x.Host) == (at.Protocol, at.Host) && x is { Security: ConnectionSecurity.ImplicitTls, Usable: false } && !x.Steps.Any(step => step.Failure is { Kind: var kind } && IsOurs(kind)))),
        (["Use STARTTLS", "Wählen Sie STARTTLS"], (report, at) => report.Endpoints.Any(x => (x.Protocol, x.Host) == (at.Protocol, at.Host) && x is { Security: ConnectionSecurity.StartTls, Usable: false })
            && !report.Endpoints.Any(x => (x.Protocol, x.Host) == (at.Protocol, at.Host) && x is { Security: ConnectionSecurity.StartTls, Usable: true })),
        (["port number", "Portnummer", "spelling", "Schreibweise", "Check port", "Prüfen Sie Port"], (report, _) => report.Discovery.Sources.Any(x => x.Source != DiscoverySource.Explicit)),
        (["port number", "Portnummer"], (report, at) => MailEndpoint.StandardOf(HostName.Parse(at.Host)).All(x => report.Endpoints.Any(y => (y.Protocol, y.Host, y.Port) == (x.Protocol, at.Host, x.Port)))),
        (["whole e-mail address as user name", "vollständige E-Mail-Adresse als Benutzernamen"], (report, at) => at.SignIn.Outcome == SignInOutcome.Rejected && report.Recommendation.Endpoint?.Username == "%EMAILADDRESS%"),
        (["“normal password”", "„Passwort, normal“"], (_, at) => at.SignIn is { Outcome: SignInOutcome.Rejected, Mechanism: "PLAIN" or "LOGIN" or "USER" or "IMAP LOGIN" }),
        (["Use IMAP", "Verwenden Sie IMAP"], (report, at) => at.Protocol == MailProtocol.Pop3 && report.Endpoints.Any(x => x.Protocol == MailProtocol.Imap && !x.Steps.Any(step => step.Failure is { Kind: var kind } && Unanswered.Contains(kind))) && !report.Endpoints.Any(x => x is { Protocol: MailProtocol.Imap, Usable: true })),
    ];

    private static bool IsOurs(FailureKind kind) => Unanswered.Contains(kind) && kind != FailureKind.TimedOut;
}
