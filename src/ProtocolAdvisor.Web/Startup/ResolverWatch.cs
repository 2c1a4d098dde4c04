using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>
/// Whether our name servers answer, as it was found last. It is asked again when somebody wants to know and the last answer is old; nobody waits for it, and without
/// them servers that are named by their address can still be tested.
/// </summary>
internal sealed class ResolverWatch(MailboxAssessor assessor, TimeProvider clock)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private Task<bool>? _asked;
    private long _askedAt;
    private string _state = "unknown";

    /// <summary><c>answers</c>, <c>unanswered</c>, or <c>unknown</c> before the first answer.</summary>
    public string State
    {
        get
        {
            lock (_lock)
            {
                if (_asked is { IsCompletedSuccessfully: true, Result: var answers }) _state = answers ? "answers" : "unanswered";
                if (_asked is not { IsCompleted: false } && (_asked is null || clock.GetElapsedTime(_askedAt) >= AskAgain)) (_asked, _askedAt) = (assessor.CanLookUpAsync(), clock.GetTimestamp());
                return _state;
            }
        }
    }
}
