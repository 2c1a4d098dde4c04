using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>Where one run's results come together: closed at the deadline with whatever is there, deaf to what comes later.</summary>
internal sealed class FactBoard(AssessmentSubject subject, IProgress<AssessmentEvent>? progress, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly long _start = clock.GetTimestamp();
    private readonly Dictionary<MailEndpoint, EndpointFacts> _endpoints = [];
    private ImapMailbox? _imap;
    private Pop3Maildrop? _pop3;
    private bool _closed;

    /// <summary>An endpoint is finished.</summary>
    internal void Finish(EndpointFacts facts) => Write(() => _endpoints[facts.Probe.Endpoint] = facts, new AssessmentEvent.EndpointFinished(facts));

    /// <summary>What IMAP has shown so far; told to the listener when <paramref name="final"/>.</summary>
    internal void Learn(ImapMailbox mailbox, bool final = false) => Write(() => _imap = mailbox, final ? new AssessmentEvent.ImapMeasured(mailbox) : null);

    /// <summary>What POP3 has shown so far; told to the listener when <paramref name="final"/>.</summary>
    internal void Learn(Pop3Maildrop maildrop, bool final = false) => Write(() => _pop3 = maildrop, final ? new AssessmentEvent.Pop3Measured(maildrop) : null);

    /// <summary>Ends the run: the facts, and nothing more after them.</summary>
    internal AssessmentFacts Close(bool deadlineReached)
    {
        lock (_lock)
        {
            _closed = true;
            var endpoints = subject.Endpoints.Distinct().Select(endpoint => _endpoints.GetValueOrDefault(endpoint) ?? Unfinished(endpoint)).ToList();
            return new AssessmentFacts
            {
                StartedAt = _startedAt,
                DurationMs = clock.GetElapsedTime(_start).TotalMilliseconds,
                Complete = !deadlineReached && !endpoints.Exists(x => x.Probe.Failure?.Kind == FailureKind.DeadlineReached),
                Endpoints = endpoints,
                Imap = _imap,
                Pop3 = _pop3,
            };
        }
    }

    private void Write(Action write, AssessmentEvent? news)
    {
        lock (_lock)
        {
            if (_closed) return;
            write();
            if (news is not null) progress?.Report(news);
        }
    }

    private static EndpointFacts Unfinished(MailEndpoint endpoint)
    {
        var failure = new Failure(MailStep.Connect, FailureKind.DeadlineReached, null, 0);
        var steps = Reconnaissance.PlannedSteps(endpoint.Security).Select(step =>
            step == MailStep.Connect ? new StepResult(step, StepOutcome.Failed, Failure: failure) : new StepResult(step, StepOutcome.NotAttempted));
        return new EndpointFacts(
            new ProbeResult { Endpoint = endpoint, Steps = [.. steps] }, SignInResult.NotAttempted(SignInReason.DeadlineReached), []);
    }
}
