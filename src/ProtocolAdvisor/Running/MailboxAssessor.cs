using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Certificates;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Assesses mailboxes; <see cref="AssessmentRun"/> is the main path. One instance serves all runs of a process and holds what they share:
/// the politeness towards each target host, the probes in flight, and the answers that are kept.
/// </summary>
public sealed class MailboxAssessor : IDisposable
{
    // The caller still has to turn facts into a report: that is its share of the deadline.
    private static readonly TimeSpan ReportMargin = TimeSpan.FromMilliseconds(150);

    // How long a server may think over a question that is no part of its probe. In an audit, which asks many at once, our own load is in it.
    private static readonly TimeSpan SomebodyWaits = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan NobodyWaits = EndpointProbe.LegacyLimit;

    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _clock;
    private readonly Action<Exception>? _unexpected;
    private readonly DnsLookup _dns;
    private readonly GuardedHttp _web;
    private readonly EndpointDiscovery _discovery;
    private readonly OldTlsRefusals _oldTls;
    private readonly PoliteProbe _probe;
    private readonly ProbesInFlight _shared;
    private readonly AuditProbes _audits;

    /// <summary>An assessor for these surroundings, with limits of its own.</summary>
    public MailboxAssessor(AssessorOptions options, TimeProvider clock)
        : this(options, clock, (_, limits) => new LocalGate(limits, clock))
    {
    }

    /// <summary>An assessor whose limits may be shared with others, and its probes of audits with those of other nodes.</summary>
    internal MailboxAssessor(AssessorOptions options, TimeProvider clock, GateSource gates, AskNode? nodes = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var policy = new AddressPolicy(options.Targets);
        var trust = new CertificateTrust(options.TrustedRoots, clock);
        _clock = clock;
        _unexpected = options.Unexpected;
        _dns = new DnsLookup(options.DnsServers, options.DnsTimeout, clock, options.TrustAuthenticatedDns);
        var resolver = new HostResolver(policy, _dns, clock);
        var dials = new LocalGate(options.Targets.Dials, clock);
        _web = new GuardedHttp(options.Targets, options.WebPorts, resolver, trust, dials, gates, clock, options.Unexpected) { CatalogueHost = options.Catalogue.Address?.IdnHost };
        _discovery = new EndpointDiscovery(policy, _dns, _web, options.Catalogue, options.Patience, clock, options.Unexpected);
        var (host, address, judge) = (gates(GateUse.MailHost, options.Targets.PerHost), gates(GateUse.MailAddress, options.Targets.PerAddress), new CertificateJudge(trust));
        _oldTls = new OldTlsRefusals(clock);
        _probe = Through(host, address, SomebodyWaits);
        _shared = new ProbesInFlight((endpoint, _, _, deadline) => _probe.ProbeAsync(endpoint, keepOpen: false, deadline), ProbeKeep.ForPeople(options.ProbeKeep), clock);
        _audits = new AuditProbes(options.Targets, (x, y) => Through(x, y, NobodyWaits), gates, host, address, nodes, clock);

        PoliteProbe Through(TargetGate perHost, TargetGate perAddress, TimeSpan patience)
        {
            var dialer = new MailDialer(policy, clock, perAddress, dials);
            return new PoliteProbe(resolver, perHost, new EndpointProbe(dialer, judge, perHost, _oldTls, patience, clock, options.Unexpected), dialer);
        }
    }

    /// <summary>Runs one assessment. Remote failures are facts, never exceptions; only the caller's own cancellation throws.</summary>
    /// <param name="subject">What to look at.</param>
    /// <param name="progress">Told of each result as soon as it is known; called from several threads, one at a time.</param>
    /// <param name="cancellationToken">The caller's: cancels the run.</param>
    /// <returns>Everything learned by the deadline.</returns>
    public Task<AssessmentFacts> AssessAsync(
        AssessmentSubject subject, IProgress<AssessmentEvent>? progress = null, CancellationToken cancellationToken = default) =>
        AssessAsync(subject, progress, (_, _, _) => Task.FromResult(true), cancellationToken);

    /// <summary>The same for a caller who counts failed sign-ins.</summary>
    /// <param name="subject">What to look at.</param>
    /// <param name="progress">Told of each result.</param>
    /// <param name="maySignIn">Asked before credentials go to an endpoint.</param>
    /// <param name="cancellationToken">The caller's: cancels the run.</param>
    /// <returns>Everything learned by the deadline.</returns>
    public async Task<AssessmentFacts> AssessAsync(
        AssessmentSubject subject, IProgress<AssessmentEvent>? progress, MaySignIn maySignIn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Question is { } question) await _discovery.ReadyAsync(question, cancellationToken);
        using var deadline = new Deadline(subject.Limits.Deadline - ReportMargin - LastWords, _clock, cancellationToken);
        var board = new FactBoard(progress, _clock);
        var run = new RunContext(subject, board, deadline, maySignIn, _unexpected);
        await FinishAsync(new AssessmentRun(run, _discovery, subject switch
        {
            { Credentials: not null } => ProbeToSignIn,
            { Audit: { } audit } => (endpoint, again) => _audits.JoinAsync(audit, endpoint, again, deadline),
            _ => SharedProbe,
        }).RunAsync(), deadline);
        return board.Close(deadline.Reached);

        // Without credentials identical probes of all runs share one; a connection that is to be signed in over is the run's own.
        Task<Probed> SharedProbe(MailEndpoint endpoint, bool again) => _shared.JoinAsync(endpoint, again, deadline);
        Task<Probed> ProbeToSignIn(MailEndpoint endpoint, bool again) => _probe.ProbeAsync(endpoint, keepOpen: true, deadline);
    }

    /// <summary>Probes for audits of all nodes, where this node is asked to; see <see cref="AskNode"/>.</summary>
    internal Task<string> AnswerAsync(string order, CancellationToken cancellationToken) => _audits.AnswerAsync(order, cancellationToken);

    /// <summary>Whether the name servers answer, whatever they say.</summary>
    public Task<bool> CanLookUpAsync() => _dns.AnswersAsync();

    /// <summary>
    /// Finds a domain's mail servers, without probing them. Remote failures are facts; only the caller's own cancellation throws.
    /// </summary>
    /// <param name="question">Whose servers are looked for.</param>
    /// <param name="limit">When the answer must be there.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>Everything learned in that time.</returns>
    public Task<DiscoveryResult> DiscoverAsync(DiscoveryQuestion question, TimeSpan limit, CancellationToken cancellationToken = default) =>
        DiscoverAsync(question, limit, null, cancellationToken);

    /// <summary>The same for a caller who wants to hear of each source.</summary>
    /// <param name="question">Whose servers are looked for.</param>
    /// <param name="limit">When the answer must be there.</param>
    /// <param name="progress">Told of each source as soon as it has been asked; called from several threads, one at a time.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>Everything learned in that time.</returns>
    public async Task<DiscoveryResult> DiscoverAsync(
        DiscoveryQuestion question, TimeSpan limit, IProgress<AssessmentEvent>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var deadline = new Deadline(limit, _clock, cancellationToken);
        return await _discovery.DiscoverAsync(question, deadline, attempt => progress?.Report(new AssessmentEvent.SourceAsked(attempt)));
    }

    // Tasks that heed their token end with it; one that is deaf must not hold the report up.
    private static async Task FinishAsync(Task work, Deadline deadline)
    {
        using var over = new TimeLimit(deadline.Left + LastWords, deadline.Clock, CancellationToken.None);
        using var leaving = deadline.Caller.UnsafeRegister(static limit => ((TimeLimit)limit!).Shorten(LastWords), over);
        if (await Task.WhenAny(work, Task.Delay(Timeout.InfiniteTimeSpan, deadline.Clock, over.Token)) == work) await work;
        deadline.Caller.ThrowIfCancellationRequested();
    }

    /// <summary>Frees the limits of all targets and what was kept of answers.</summary>
    public void Dispose()
    {
        _probe.Dispose();
        _audits.Dispose();
        _oldTls.Dispose();
        _web.Dispose();
        _dns.Dispose();
    }
}
