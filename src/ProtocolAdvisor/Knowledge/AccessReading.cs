using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Knowledge;

/// <summary>
/// Reads out of a run whether a protocol can be used. Unknown is not "unusable": only a named cause that lasts speaks against a protocol.
/// </summary>
internal static class AccessReading
{
    /// <summary>Whether the protocol has an endpoint that can be spoken to securely.</summary>
    internal static Access OfProtocol(AssessmentFacts facts, MailProtocol protocol)
    {
        var endpoints = facts.Of(protocol).ToList();
        if (facts.Discovery.NotOffered.Contains(protocol) || HasProviderWithout(facts)) return Access.Unusable(AccessCause.NotOffered);
        return endpoints.Count == 0 ? OfUnnamed(facts, protocol) : OfTried(facts, endpoints);
    }

    /// <summary>
    /// Whether the mailbox behind an accepted sign-in can be opened. An Inbox that was counted is open, even where the list of folders was
    /// refused; beside such a list its count may come from outside (STATUS).
    /// </summary>
    internal static Access OfMailbox(AssessmentFacts facts, MailProtocol protocol)
    {
        var counted = protocol switch
        {
            MailProtocol.Imap => facts.Imap is { InboxMessages: not null, Folders: null },
            MailProtocol.Pop3 => facts.Pop3 is { Messages: not null },
            MailProtocol.Submission => throw protocol.IsNotCompared(),
        };
        if (counted) return Access.Usable;
        var accepted = facts.Of(protocol).Where(x => x.SignIn.Outcome == SignInOutcome.Accepted).ToList();
        return accepted.Exists(x => x.MailboxStaysShut) ? Access.Unusable(AccessCause.MailboxStaysShut)
            : accepted.Exists(x => x.IsOpen) ? Access.Usable
            : Access.Unknown(accepted.Exists(x => x.MailboxRefused) ? AccessCause.MayPass : AccessCause.NotTried);
    }

    /// <summary>
    /// How the sign-in ended. A busy mailbox, a broken server, and words that nobody knows have told us nothing about whether signing in
    /// works here, be it the sign-in or the mailbox behind it that was refused so; neither has a server that did not answer, or was spared
    /// a second failure, nor one that let the user in and cannot be used any more.
    /// </summary>
    internal static SignInOutcome? OfSignIn(AssessmentFacts facts, MailProtocol protocol)
    {
        var endpoints = facts.Of(protocol).ToList();
        return endpoints.Exists(x => x.IsAccepted && x.Probe.Usable && (!x.MailboxRefused || OfMailbox(facts, protocol).State == AccessState.Usable)) ? SignInOutcome.Accepted
            : endpoints.Exists(x => x.IsRefusedForGood) ? SignInOutcome.Rejected
            : endpoints.Exists(x => x.SignIn is { Outcome: SignInOutcome.Unanswered, Reason: SignInReason.AuthUnanswered }) ? SignInOutcome.Unanswered
            : endpoints.Exists(x => x.SignIn.Outcome is SignInOutcome.Accepted or SignInOutcome.Rejected or SignInOutcome.Unanswered
                || x.SignIn.Reason == SignInReason.OtherProtocolRefused)
                ? null : SignInOutcome.NotAttempted;
    }

    /// <summary>
    /// Whether the obstacle may be gone in another moment: a server that is busy refuses in its greeting, hangs up or falls silent. Where
    /// nothing listens, or another protocol answers, waiting does not help.
    /// </summary>
    internal static bool MayPass(ProbeResult probe) => probe.Failure is { } failure
        && (probe.WasTurnedAway || (failure.Kind == FailureKind.TimedOut && failure.Step > MailStep.Connect));

    // A server that answers is stronger than what is known of its provider.
    private static bool HasProviderWithout(AssessmentFacts facts) =>
        !facts.HasUsable && ProviderReading.Of(facts) is { Provider.StandardAccess: not null } match
        && ProviderReading.ConcernsMailbox(match, facts);

    // A protocol that nobody named was not looked at. Where what was looked at cannot be used, though, there is nothing to recommend: a way
    // that nobody has seen is no way out.
    private static Access OfUnnamed(AssessmentFacts facts, MailProtocol protocol)
    {
        if (SearchedInVain(facts)) return Access.Unusable(AccessCause.NotPublished);
        var seen = facts.Of(protocol.Other()).ToList();
        var isShut = seen.Count > 0
            && (facts.Discovery.NotOffered.Contains(protocol.Other()) || OfTried(facts, seen).State == AccessState.Unusable
            || OfMailbox(facts, protocol.Other()).State == AccessState.Unusable);
        return isShut ? Access.Unusable(AccessCause.NoWayOut) : Access.Unknown(AccessCause.NotTried);
    }

    private static Access OfTried(AssessmentFacts facts, List<EndpointFacts> endpoints) =>
        endpoints.Exists(x => x.Probe.Usable) ? Access.Usable
        : endpoints.Exists(Unexamined.Is) ? Access.Unknown(AccessCause.NotExamined)
        : endpoints.Exists(x => MayPass(x.Probe)) ? Access.Unknown(AccessCause.MayPass)
        : endpoints.TrueForAll(x => IsGuess(facts, x)) && !SearchState.IsHeardOut(facts.Discovery) ? Access.Unknown(AccessCause.OnlyGuessed)
        : Access.Unusable(AccessCause.ServerFails);

    // Where every source has answered, what none of them names is not there; and where the domain does not exist, nothing is.
    private static bool SearchedInVain(AssessmentFacts facts) =>
        facts.Discovery.Attempts is { Count: > 0 } attempts && attempts.All(x => x.Source != DiscoverySource.Explicit)
        && (SearchState.IsHeardOut(facts.Discovery) || SearchState.IsDomainMissing(facts.Discovery));

    // A guess that does not answer says nothing while a source that may know better has not been heard.
    private static bool IsGuess(AssessmentFacts facts, EndpointFacts endpoint) =>
        facts.Discovery.Candidates.Any(x => x.Endpoint == endpoint.Probe.Endpoint && x.IsGuess);
}
