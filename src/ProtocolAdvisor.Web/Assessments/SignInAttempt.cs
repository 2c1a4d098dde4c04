using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// One run's sign-ins, watched to learn at which hosts they failed: a host that accepts a password says nothing about another one's account. What was
/// broken off before it was known counts as failed.
/// </summary>
internal sealed class SignInAttempt(IEnumerable<HostName> endpointHosts, Action<SignInAttempt> ended) : IProgress<AssessmentEvent>, IDisposable
{
    private readonly Dictionary<string, Verdict> _verdicts =
        endpointHosts.GroupBy(x => x.Value).ToDictionary(x => x.Key, x => new Verdict { ToCome = x.Count() });

    private bool _withdrawn;
    private bool _disposed;

    /// <summary>Whether the sign-in failed at any host.</summary>
    public bool HasFailed => _verdicts.Keys.Any(HasFailedAt);

    /// <summary>Whether the sign-in failed at this host.</summary>
    public bool HasFailedAt(string host) => !_withdrawn && _verdicts[host].Failed;

    /// <summary>The run did not begin: no password left us, so none was wrong.</summary>
    public void Withdraw() => _withdrawn = true;

    /// <inheritdoc/>
    public void Report(AssessmentEvent value)
    {
        if (value is not AssessmentEvent.EndpointFinished { Facts: { SignIn: var signIn, Probe.Endpoint.Host: var host } }) return;
        var verdict = _verdicts[host.Value];
        verdict.ToCome--;
        if (signIn.Outcome == SignInOutcome.Accepted || signIn.Reason is SignInReason.Pop3MailboxInUse or SignInReason.Pop3LoginDelay) verdict.Accepted = true;
        else if (signIn.Outcome is SignInOutcome.Rejected or SignInOutcome.Unanswered) verdict.Refused = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        ended(this);
    }

    private sealed class Verdict
    {
        public int ToCome { get; set; }

        public bool Accepted { get; set; }

        public bool Refused { get; set; }

        public bool Failed => !Accepted && (Refused || ToCome > 0);
    }
}
