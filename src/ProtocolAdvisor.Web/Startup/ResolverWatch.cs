using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>
/// Whether our name servers answer. They are asked at the start, and again when somebody wants to know and the last answer is old; whoever asks waits a moment for it at most, and
/// without them servers that are named by their address can still be tested.
/// </summary>
internal sealed class ResolverWatch(MailboxAssessor assessor, TimeProvider clock)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Task<bool>? _asked;
    private long _askedAt;
    private string _state = "unknown";
    private long _knownAt;

    /// <summary><c>answers</c>, <c>unanswered</c>, or <c>unknown</c> where the last answer is old and the next not there in a moment.</summary>
    public Task<string> StateAsync(CancellationToken cancellationToken) => StateAsync(Moment, cancellationToken);

    /// <summary>The same for who can wait.</summary>
    /// <param name="patience">How long.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<string> StateAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var asked = Ask();
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(asked, Task.Delay(patience, clock, waiting.Token));
        await waiting.CancelAsync();
        lock (_lock)
        {
            if (asked.IsCompletedSuccessfully) (_state, _knownAt) = (asked.Result ? "answers" : "unanswered", _askedAt);
            return clock.GetElapsedTime(_knownAt) < Old ? _state : "unknown";
        }
    }

    private Task<bool> Ask()
    {
        lock (_lock)
        {
            if (_asked is null || (_asked.IsCompleted && clock.GetElapsedTime(_askedAt) >= AskAgain)) (_asked, _askedAt) = (assessor.CanLookUpAsync(), clock.GetTimestamp());
            return _asked;
        }
    }
}
