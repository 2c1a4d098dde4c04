using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// One run's sign-ins, watched to learn at which hosts they failed: a host that accepts a password says nothing about another one's account, nor one name about
/// another. What was broken off before it was known counts as failed. Hosts that the request names are counted from the beginning; those that discovery finds, from when
/// a password is to go there, and each name by itself: settings files may say another one for each protocol.
/// </summary>
/// <param name="named">The endpoints that the request names.</param>
/// <param name="admits">
/// Whether an endpoint may be signed in to under this name: its address, and where the last is true its host, which the request did not name.
/// </param>
/// <param name="ended">Told of the end.</param>
internal sealed class SignInAttempt(IEnumerable<MailEndpoint> named, Func<MailEndpoint, string, string, bool, Task<bool>> admits, Func<SignInAttempt, Task> ended)
    : IProgress<AssessmentEvent>, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Verdict> _verdicts = named.GroupBy(x => x.Host.Value).ToDictionary(x => x.Key, x => new Verdict { ToCome = [.. x] });
    private bool _withdrawn;
    private bool _disposed;

    /// <summary>Whether the sign-in failed at any host.</summary>
    public bool HasFailed
    {
        get { lock (_lock) return !_withdrawn && _verdicts.Values.Any(x => x.Failed); }
    }

    /// <summary>Whether the sign-in failed at this host.</summary>
    public bool HasFailedAt(string host)
    {
        lock (_lock) return !_withdrawn && _verdicts.TryGetValue(host, out var verdict) && verdict.Failed;
    }

    /// <summary>Whether a password may go to this endpoint now; each asks once.</summary>
    public async Task<bool> AdmitsAsync(MailEndpoint endpoint, string username, string address) =>
        FoundUnder(endpoint, username) is { } found && await admits(endpoint, username, address, found) && Expect(endpoint, username);

    // Whether its host was found, and not under this name yet; null for a run that nobody waits for any more.
    private bool? FoundUnder(MailEndpoint endpoint, string username)
    {
        lock (_lock)
        {
            if (_disposed) return null;
            return _verdicts.GetValueOrDefault(endpoint.Host.Value) is not { } verdict || (verdict.Found && !verdict.Names.Contains(username));
        }
    }

    private bool Expect(MailEndpoint endpoint, string username)
    {
        lock (_lock)
        {
            if (_disposed) return false;
            if (!_verdicts.TryGetValue(endpoint.Host.Value, out var verdict)) verdict = _verdicts[endpoint.Host.Value] = new Verdict { Found = true };
            if (!verdict.Found) return true;
            verdict.Names.Add(username);
            verdict.ToCome.Add(endpoint);
            return true;
        }
    }

    /// <summary>The run did not begin: no password left us, so none was wrong.</summary>
    public void Withdraw() => _withdrawn = true;

    /// <inheritdoc/>
    public void Report(AssessmentEvent value)
    {
        if (value is not AssessmentEvent.EndpointFinished { Facts: { SignIn: var signIn, Probe.Endpoint: var endpoint } }) return;
        lock (_lock)
        {
            if (!_verdicts.TryGetValue(endpoint.Host.Value, out var verdict)) return;
            verdict.ToCome.Remove(endpoint);
            if (signIn.Outcome == SignInOutcome.Accepted || signIn.Reason is SignInReason.Pop3MailboxInUse or SignInReason.Pop3LoginDelay) verdict.Accepted = true;
            else if (signIn.Outcome is SignInOutcome.Rejected or SignInOutcome.Unanswered) verdict.Refused = true;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_disposed) return;
            _disposed = true;
        }

        await ended(this);
    }

    private sealed class Verdict
    {
        public bool Found { get; init; }

        public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        public HashSet<MailEndpoint> ToCome { get; init; } = [];

        public bool Accepted { get; set; }

        public bool Refused { get; set; }

        public bool Failed => (!Accepted || Names.Count > 1) && (Refused || ToCome.Count > 0);
    }
}
