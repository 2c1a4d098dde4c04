using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Something that a run has learned, told as soon as it is known: sources, then the discovery as a whole, then endpoints.
/// </summary>
public abstract record AssessmentEvent
{
    private AssessmentEvent()
    {
    }

    /// <summary>What the run knows by now; null as long as every protocol is still to come.</summary>
    public RunSoFar? SoFar { get; init; }

    /// <summary>A source of settings has been asked.</summary>
    /// <param name="Attempt">What it said.</param>
    public sealed record SourceAsked(SourceAttempt Attempt) : AssessmentEvent;

    /// <summary>Every source has been heard, or is no longer waited for.</summary>
    /// <param name="Result">The candidates.</param>
    public sealed record Discovered(DiscoveryResult Result) : AssessmentEvent;

    /// <summary>An endpoint's probe, and the sign-in where there was one, is finished; measuring may go on.</summary>
    /// <param name="Facts">What was learned.</param>
    public sealed record EndpointFinished(EndpointFacts Facts) : AssessmentEvent;

    /// <summary>A run that signs in has come further with a protocol; nothing was learned that the other events do not tell.</summary>
    /// <param name="Protocol">Which.</param>
    /// <param name="Stage">How far.</param>
    public sealed record Advanced(MailProtocol Protocol, ProtocolStage Stage) : AssessmentEvent;

    /// <summary>The mailbox was measured over IMAP.</summary>
    /// <param name="Mailbox">What was learned.</param>
    public sealed record ImapMeasured(ImapMailbox Mailbox) : AssessmentEvent;

    /// <summary>The maildrop was measured over POP3.</summary>
    /// <param name="Maildrop">What was learned.</param>
    public sealed record Pop3Measured(Pop3Maildrop Maildrop) : AssessmentEvent;
}
