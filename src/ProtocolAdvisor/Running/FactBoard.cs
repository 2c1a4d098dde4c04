using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Where one run's results come together: closed at the deadline with whatever is there, deaf to what comes later. The listener hears of
/// sources, then of the discovery as a whole, and only then of endpoints, although probing begins earlier.
/// </summary>
internal sealed class FactBoard(IProgress<AssessmentEvent>? progress, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly long _start = clock.GetTimestamp();
    private readonly List<SourceAttempt> _attempts = [];
    private readonly List<MailEndpoint> _begun = [];
    private readonly Dictionary<MailEndpoint, EndpointFacts> _endpoints = [];
    private readonly Dictionary<MailEndpoint, IReadOnlyList<AddressResult>> _addresses = [];
    private readonly Dictionary<MailEndpoint, bool> _oldTls = [];
    private readonly Dictionary<MailEndpoint, string> _userInClear = [];
    private DiscoveryResult? _discovery;
    private ImapMailbox? _imap;
    private Pop3Maildrop? _pop3;
    private readonly Dictionary<MailProtocol, ProtocolStage> _stages = [];
    private bool _closed;

    /// <summary>A source has been asked.</summary>
    internal void Learn(SourceAttempt attempt) => Write(() => _attempts.Add(attempt), new AssessmentEvent.SourceAsked(attempt));

    /// <summary>The candidates are settled; once more, where guesses were added because nothing lived: then every protocol is to come again.</summary>
    internal void Learn(DiscoveryResult discovery) => Write(
        () =>
        {
            _discovery = discovery;
            _stages.Clear();
        },
        new AssessmentEvent.Discovered(discovery));

    /// <summary>An endpoint is being probed: the report will have it, however far that comes.</summary>
    internal void Begin(MailEndpoint endpoint) => Write(() => _begun.Add(endpoint), null);

    /// <summary>More was learned of an endpoint that has been told of already.</summary>
    internal void Complete(EndpointFacts facts) => Write(() => _endpoints[facts.Probe.Endpoint] = facts, null);

    /// <summary>How dialling the addresses of an endpoint's host went; a closer look at them stands above it.</summary>
    internal void LearnDialled(MailEndpoint endpoint, IReadOnlyList<AddressResult> addresses) =>
        Write(() => _addresses.TryAdd(endpoint, addresses), null);

    /// <summary>What is known of the addresses of an endpoint's host; it may come before the endpoint's facts, or after.</summary>
    internal void Learn(MailEndpoint endpoint, IReadOnlyList<AddressResult> addresses) =>
        Write(() => _addresses[endpoint] = addresses, null);

    /// <summary>Whether an endpoint takes old TLS, too.</summary>
    internal void LearnOldTls(MailEndpoint endpoint, bool taken) => Write(() => _oldTls[endpoint] = taken, null);

    /// <summary>What an endpoint answers to USER without TLS.</summary>
    internal void LearnUserInClear(MailEndpoint endpoint, string reply) => Write(() => _userInClear[endpoint] = reply, null);

    /// <summary>An endpoint is finished: probed, and signed in to where that was its part.</summary>
    internal void Finish(EndpointFacts facts) =>
        Write(() => _endpoints[facts.Probe.Endpoint] = facts, new AssessmentEvent.EndpointFinished(facts));

    /// <summary>What IMAP has shown so far; told to the listener when <paramref name="final"/>.</summary>
    internal void Learn(ImapMailbox mailbox, bool final = false) =>
        Write(() => _imap = mailbox, final ? new AssessmentEvent.ImapMeasured(mailbox) : null);

    /// <summary>What POP3 has shown so far; told to the listener when <paramref name="final"/>.</summary>
    internal void Learn(Pop3Maildrop maildrop, bool final = false) =>
        Write(() => _pop3 = maildrop, final ? new AssessmentEvent.Pop3Measured(maildrop) : null);

    /// <summary>The mailbox behind an endpoint's sign-in is open; told to the listener.</summary>
    internal void Open(EndpointFacts facts) => Write(
        () =>
        {
            _endpoints[facts.Probe.Endpoint] = facts;
            _stages[facts.Probe.Endpoint.Protocol] = ProtocolStage.Opened;
        },
        new AssessmentEvent.Advanced(facts.Probe.Endpoint.Protocol, ProtocolStage.Opened));

    /// <summary>Nothing more comes of a protocol; the listener sees it with the next event.</summary>
    internal void End(MailProtocol protocol) => Write(() => _stages[protocol] = ProtocolStage.Ended, null);

    /// <summary>The same, told to the listener at once.</summary>
    internal void TellEnd(MailProtocol protocol) => Write(() => _stages[protocol] = ProtocolStage.Ended, new AssessmentEvent.Advanced(protocol, ProtocolStage.Ended));

    /// <summary>Ends the run: the facts, and nothing more after them.</summary>
    internal AssessmentFacts Close(bool deadlineReached)
    {
        lock (_lock)
        {
            _closed = true;
            return Facts(deadlineReached);
        }
    }

    private AssessmentFacts Facts(bool deadlineReached)
    {
        var discovery = _discovery ?? Ranking.Of(_attempts, null);
        var endpoints = InOrder(discovery)
            .Select(endpoint => Whole(_endpoints.GetValueOrDefault(endpoint) ?? Unfinished(endpoint))).ToList();
        return new AssessmentFacts
        {
            StartedAt = _startedAt,
            DurationMs = clock.GetElapsedTime(_start).TotalMilliseconds,
            Complete = !deadlineReached && !SearchState.IsImpossible(discovery) && !endpoints.Exists(x => x.WasCut),
            Discovery = discovery,
            Endpoints = endpoints,
            Imap = _imap,
            Pop3 = _pop3,
        };
    }

    // Before the candidates are settled, nothing is.
    private RunSoFar? SoFar() => _discovery is null || _stages.Count == 0 ? null
        : new(Facts(deadlineReached: false), _stages.GetValueOrDefault(MailProtocol.Imap), _stages.GetValueOrDefault(MailProtocol.Pop3));

    // With what was learned behind the probe.
    private EndpointFacts Whole(EndpointFacts facts) => facts with
    {
        Probe = facts.Probe with
        {
            Addresses = _addresses.GetValueOrDefault(facts.Probe.Endpoint) ?? facts.Probe.Addresses,
            LegacyTlsOffered = _oldTls.TryGetValue(facts.Probe.Endpoint, out var taken) ? taken : null,
            UserInClearReply = _userInClear.GetValueOrDefault(facts.Probe.Endpoint),
        },
    };

    // The order of the caller who named them, else the best candidate first; should the deadline have cut discovery off, as they were
    // begun.
    private IEnumerable<MailEndpoint> InOrder(DiscoveryResult discovery) =>
        discovery.Attempts.Where(x => x.Source == DiscoverySource.Explicit).SelectMany(x => x.Incoming).Select(x => x.Endpoint)
            .Concat(discovery.Candidates.Select(x => x.Endpoint)).Where(_begun.Contains).Concat(_begun.Where(x => x.Protocol.ReadsMail()))
            .Concat(discovery.Submission.Select(x => x.Endpoint).Where(_begun.Contains)).Concat(_begun).Distinct();

    private void Write(Action write, AssessmentEvent? news)
    {
        lock (_lock)
        {
            if (_closed) return;
            write();
            if (news is not null) progress?.Report(news with { SoFar = SoFar() });
        }
    }

    private static EndpointFacts Unfinished(MailEndpoint endpoint)
    {
        var failure = new Failure(MailStep.Connect, FailureKind.DeadlineReached, null, 0);
        var steps = Reconnaissance.PlannedSteps(endpoint.Security).Select(step =>
            step == MailStep.Connect
                ? new StepResult(step, StepOutcome.Failed, Failure: failure) : new StepResult(step, StepOutcome.NotAttempted));
        return new EndpointFacts(
            new ProbeResult { Endpoint = endpoint, Steps = [.. steps] }, SignInResult.NotAttempted(SignInReason.DeadlineReached), []);
    }
}
