using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// What the server refuses behind a sign-in that it has accepted: the mailbox itself, or its messages. Where its words name a cause that is known, as "switched off for this
/// account", that is what is told, and by <see cref="SignInDetector"/>.
/// </summary>
internal static class MailboxDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from endpoint in c.Facts.Endpoints
        where endpoint.SignIn.Outcome == SignInOutcome.Accepted
        from step in endpoint.SessionSteps
        let code = step.Failure is { } failure ? CodeOf(endpoint, failure) : null
        where code is not null
        select Found.At(endpoint.Probe, code.Value, Seen.Quote(step.Failure!.Reply));

    private static FindingCode? CodeOf(EndpointFacts endpoint, Failure failure) => failure switch
    {
        { Kind: FailureKind.FolderListRefused } => FindingCode.FoldersNotListed,
        { Step: MailStep.Measure, Kind: FailureKind.CommandRefused or FailureKind.CapabilityMissing or FailureKind.SignInRejected } => FindingCode.FetchRefused,
        _ when EndpointFacts.IsRefusalOfMailbox(failure) && endpoint.SecondThought is null => FindingCode.MailboxNotOpened,
        _ => null,
    };
}
