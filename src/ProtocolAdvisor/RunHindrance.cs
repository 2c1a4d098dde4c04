using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor;

/// <summary>What on our side kept a run without credentials from knowing. Pure.</summary>
public static class RunHindrance
{
    /// <summary>The gravest cause: name servers before limits, limits before time, because each brings about those behind it.</summary>
    /// <param name="facts">What the run learned.</param>
    public static Hindrance Of(AssessmentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var causes = facts.Endpoints.Select(x => OfEndpoint(x.Probe.Failure)).Concat(facts.Discovery.Attempts.Select(OfSource)).ToHashSet();
        return facts.LookupWasImpossible || causes.Contains(Hindrance.Resolver) ? Hindrance.Resolver
            : causes.Contains(Hindrance.OwnLimits) ? Hindrance.OwnLimits
            : causes.Contains(Hindrance.Deadline) || !facts.Complete ? Hindrance.Deadline
            : Hindrance.None;
    }

    private static Hindrance OfEndpoint(Failure? failure) => failure switch
    {
        null => Hindrance.None,
        { Step: MailStep.Resolve, Kind: FailureKind.TimedOut } => Hindrance.Resolver,
        { Kind: var kind } => OfKind(kind),
    };

    // What is asked beside mail servers leaves nothing open about them. Name servers that answer at all give up a name before a source's
    // time is over, and that is told as a failed look-up:
    // silence until then is theirs.
    private static Hindrance OfSource(SourceAttempt attempt) => attempt switch
    {
        { Failure: null } => Hindrance.None,
        _ when JmapSource.Asked(attempt) => Hindrance.None,
        { Failure.NotAwaited: true } => Hindrance.Deadline,
        { Failure.Kind: FailureKind.TimedOut } when SearchState.IsLookup(attempt) => Hindrance.Resolver,
        _ => OfKind(attempt.Failure.Kind),
    };

    private static Hindrance OfKind(FailureKind kind) => kind switch
    {
        FailureKind.LookupImpossible => Hindrance.Resolver,
        FailureKind.TargetBusy or FailureKind.LocalFault or FailureKind.Unexpected => Hindrance.OwnLimits,
        FailureKind.DeadlineReached => Hindrance.Deadline,
        FailureKind.HostNotFound or FailureKind.NoAddress or FailureKind.LookupFailed or FailureKind.AnswerForged or FailureKind.AddressBlocked or FailureKind.ConnectionRefused or FailureKind.ConnectionReset
            or FailureKind.HostUnreachable or FailureKind.TimedOut or FailureKind.TlsFailed or FailureKind.CertificateUntrusted or FailureKind.GreetingRejected or FailureKind.WrongProtocol
            or FailureKind.ProtocolViolation or FailureKind.ResponseTooLarge or FailureKind.HttpStatus or FailureKind.RedirectRefused or FailureKind.DocumentInvalid or FailureKind.DigestMismatch
            or FailureKind.CapabilityMissing or FailureKind.StartTlsRefused or FailureKind.SignInRejected or FailureKind.MailboxRefused or FailureKind.CommandRefused
            or FailureKind.FolderListRefused => Hindrance.None,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a place here."),
    };
}
