using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>One run's sign-ins, watched to learn whether they failed. A run that was broken off before it was known counts as failed.</summary>
internal sealed class SignInAttempt(int endpoints, Action<bool> ended) : IProgress<AssessmentEvent>, IDisposable
{
    private int _toCome = endpoints;
    private bool _accepted;
    private bool _refused;
    private bool _disposed;

    /// <inheritdoc/>
    public void Report(AssessmentEvent value)
    {
        if (value is not AssessmentEvent.EndpointFinished { Facts.SignIn: var signIn }) return;
        _toCome--;
        _accepted |= signIn.Outcome == SignInOutcome.Accepted || signIn.Reason is SignInReason.Pop3MailboxInUse or SignInReason.Pop3LoginDelay;
        _refused |= signIn.Outcome is SignInOutcome.Rejected or SignInOutcome.Unanswered;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        ended(!_accepted && (_refused || _toCome > 0));
    }
}
