using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor;

/// <summary>
/// The main path: discover the endpoints, probe them, sign in where that is safe, measure. One instance serves all runs of a process and holds what they share: the
/// politeness towards each target host, and the probes in flight.
/// </summary>
public sealed class MailboxAssessor : IDisposable
{
    // The caller still has to turn facts into a report: that is its share of the deadline.
    private static readonly TimeSpan ReportMargin = TimeSpan.FromMilliseconds(150);

    // That it was our own queue in which the time went must still be told.
    private static readonly TimeSpan TurnMargin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _clock;
    private readonly Action<Exception>? _unexpected;
    private readonly DnsLookup _dns;
    private readonly HostResolver _resolver;
    private readonly MailDialer _dialer;
    private readonly EndpointProbe _probe;
    private readonly TargetGate _gate;
    private readonly ProbesInFlight _inFlight;
    private readonly GuardedHttp _web;

    /// <summary>An assessor for these surroundings.</summary>
    public MailboxAssessor(AssessorOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        var policy = new AddressPolicy(options.Targets);
        var trust = new CertificateTrust(options.TrustedRoots, clock);
        _clock = clock;
        _unexpected = options.Unexpected;
        _dns = new DnsLookup(options.DnsServers, options.DnsTimeout, clock, options.TrustAuthenticatedDns);
        _resolver = new HostResolver(policy, _dns, clock);
        _gate = new TargetGate(options.Targets.PerHost, clock);
        _dialer = new MailDialer(policy, clock, new TargetGate(options.Targets.PerAddress, clock));
        _probe = new EndpointProbe(_dialer, new CertificateJudge(trust), _gate, clock, options.Unexpected);
        _inFlight = new ProbesInFlight((endpoint, deadline) => ProbeAsync(endpoint, keepOpen: false, deadline), options.ProbeKeep, clock);
        _web = new GuardedHttp(options.Targets, options.WebPorts, _resolver, trust, clock, options.Unexpected) { CatalogueHost = options.Catalogue.Address?.IdnHost };
        Discovery = new EndpointDiscovery(policy, _dns, _web, options.Catalogue, options.Patience, clock, options.Unexpected);
    }

    /// <summary>Finds the endpoints of an address.</summary>
    internal EndpointDiscovery Discovery { get; }

    /// <summary>Runs one assessment. Remote failures are facts, never exceptions; only the caller's own cancellation throws.</summary>
    /// <param name="subject">What to look at.</param>
    /// <param name="progress">Told of each result as soon as it is known; called from several threads, one at a time.</param>
    /// <param name="cancellationToken">The caller's: cancels the run.</param>
    /// <returns>Everything learned by the deadline.</returns>
    public Task<AssessmentFacts> AssessAsync(
        AssessmentSubject subject, IProgress<AssessmentEvent>? progress = null, CancellationToken cancellationToken = default) =>
        AssessAsync(subject, progress, (_, _) => true, cancellationToken);

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
        using var deadline = new Deadline(subject.Limits.Deadline - ReportMargin - LastWords, _clock, cancellationToken);
        var board = new FactBoard(progress, _clock);
        await FinishAsync(new AssessmentRun(this, new RunContext(subject, board, deadline, maySignIn, _unexpected)).RunAsync(), deadline);
        return board.Close(deadline.Reached);
    }

    /// <summary>Finds a domain's mail servers, without probing them. Remote failures are facts; only the caller's own cancellation throws.</summary>
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
        return await Discovery.DiscoverAsync(question, deadline, attempt => progress?.Report(new AssessmentEvent.SourceAsked(attempt)));
    }

    /// <summary>Probes one endpoint for this run alone; the connection stays open where it is usable.</summary>
    internal Task<Probed> ProbeToSignInAsync(MailEndpoint endpoint, Deadline deadline) => ProbeAsync(endpoint, keepOpen: true, deadline);

    /// <summary>Probes one endpoint without credentials; identical probes share one run.</summary>
    internal Task<Probed> ProbeSharedAsync(MailEndpoint endpoint, bool again, Deadline deadline) => _inFlight.JoinAsync(endpoint, again, deadline);

    private async Task<Probed> ProbeAsync(MailEndpoint endpoint, bool keepOpen, Deadline deadline)
    {
        var host = await _resolver.ResolveAsync(endpoint.Host, deadline);
        using var turn = new Deadline(deadline.Left is var left && left > TurnMargin ? left - TurnMargin : left, _clock, deadline.Token);
        Probed Busy() => EndpointProbe.NotDialled(endpoint, host, FailureKind.TargetBusy);
        try
        {
            return await _gate.RunAsync(
                endpoint.Host,
                _ => _probe.ProbeAsync(endpoint, host, keepOpen, deadline),
                outcome => outcome.Result.Failure is { Step: MailStep.Connect, Kind: FailureKind.TimedOut or FailureKind.HostUnreachable },
                Busy,
                turn.Token);
        }
        catch (OperationCanceledException) when (turn.Token.IsCancellationRequested && !deadline.Token.IsCancellationRequested)
        {
            return Busy(); // the turn did not come in time
        }
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
        _dialer.Dispose();
        _web.Dispose();
        _dns.Dispose();
    }
}
