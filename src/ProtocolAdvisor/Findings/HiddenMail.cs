using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Findings;

/// <summary>
/// What keeps the user from all of his mail behind a sign-in that works: the server hangs up, falls silent, breaks the rules or refuses
/// before a single message was read, over every protocol that let him in.
/// </summary>
internal static class HiddenMail
{
    // By themselves. The others are told of other things, too, and count where the session ended by them.
    private static readonly FindingCode[] Refusals = [MessagesUnreadable, FetchRefused, MailboxNotOpened];
    private static readonly FindingCode[] Ends = [ServerClosedEarly, ServerBusy, CommandUnanswered, ProtocolViolation, ResponseTooLarge];

    /// <summary>The cause; null where a message was read, or nothing kept us from reading one.</summary>
    /// <param name="facts">The run.</param>
    /// <param name="findings">What is told of it.</param>
    /// <param name="advised">The protocol whose cause is told where there are several; null for any.</param>
    public static Finding? CauseOf(AssessmentFacts facts, IReadOnlyList<Finding> findings, MailProtocol? advised)
    {
        if (facts.Imap?.Fetch is not null || facts.Pop3?.Fetch is not null) return null;
        var causes = facts.Incoming.Where(x => x.SignIn.Outcome == SignInOutcome.Accepted)
            .OrderByDescending(x => x.Probe.Endpoint.Protocol == advised).Select(x => At(x, findings)).ToList();
        return causes.Contains(null) ? null : causes.FirstOrDefault();
    }

    /// <summary>The findings, those as blocking that keep the user from all of his mail.</summary>
    /// <param name="findings">What is told.</param>
    /// <param name="facts">The run.</param>
    public static IReadOnlyList<Finding> Raised(IReadOnlyList<Finding> findings, AssessmentFacts facts)
    {
        if (CauseOf(facts, findings, null) is null) return findings;
        var causes = facts.Incoming.Select(x => At(x, findings)).OfType<Finding>()
            .Where(x => x.Confidence != FindingConfidence.Possible).ToHashSet();
        return [.. findings.Select(x => causes.Contains(x) ? x with { Severity = Severity.Blocking } : x)];
    }

    /// <summary>
    /// Whether it stays open that nothing can be read: silence, a hang-up and what the server itself calls passing may be gone in another
    /// moment, and a cause that is only possible is none yet.
    /// </summary>
    /// <param name="facts">The run.</param>
    /// <param name="cause">The cause.</param>
    public static bool IsOpen(AssessmentFacts facts, Finding cause) => cause.Confidence == FindingConfidence.Possible
        || cause.Code is ServerClosedEarly or ServerBusy or CommandUnanswered
        || facts.Endpoints.Where(x => IsAt(cause, x)).SelectMany(x => x.SessionSteps).Any(x => x.Failure is { Reply: { } reply }
            && SignInRefusal.Known(reply, cause.Protocol!.Value)?.Reason is { } reason
            && (SignInResult.Passes(reason) || reason == SignInReason.AuthServerFault));

    private static Finding? At(EndpointFacts endpoint, IReadOnlyList<Finding> findings) =>
        endpoint.SignIn.Outcome != SignInOutcome.Accepted ? null : findings.FirstOrDefault(
            x => IsAt(x, endpoint) && (Refusals.Contains(x.Code) || (Ends.Contains(x.Code) && Broke(endpoint))));

    // What is the mailbox's, whichever endpoint leads there, has none.
    private static bool IsAt(Finding finding, EndpointFacts endpoint) => finding.Protocol == endpoint.Probe.Endpoint.Protocol
        && (finding.Endpoint is null || finding.Endpoint == endpoint.Probe.Endpoint.Authority);

    // Our own time and our own faults keep nobody from his mail.
    private static bool Broke(EndpointFacts endpoint) => endpoint.SessionSteps.Any(x => x.Failure is
    {
        Step: MailStep.OpenMailbox or MailStep.Measure,
        Kind: not (FailureKind.DeadlineReached or FailureKind.Unexpected or FailureKind.FolderListRefused),
    });
}
