using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Finds a domain's mail servers: every source is asked at once, and the answers are ranked.</summary>
internal sealed class EndpointDiscovery
{
    private readonly AutoconfigSource _autoconfig;
    private readonly PaccSource _pacc;
    private readonly SrvSource _srv;
    private readonly CatalogueSource _catalogue;
    private readonly MxSource _mx;
    private readonly ConventionSource _convention;
    private readonly JmapSource _jmap;
    private readonly PublicSuffixList _suffixes = PublicSuffixList.Official;
    private readonly Patience _patience;
    private readonly Action<Exception>? _unexpected;
    private readonly AddressPolicy _policy;
    private readonly GuardedHttp _web;

    // The public catalogue is a gift: five questions a second for all audits.
    private readonly EvenPace _catalogueTurns;

    /// <summary>Discovery with these means.</summary>
    internal EndpointDiscovery(AddressPolicy policy, DnsLookup dns, GuardedHttp web, CatalogueOptions catalogue, Patience patience, TimeProvider clock, Action<Exception>? unexpected)
    {
        (_policy, _web) = (policy, web);
        _catalogueTurns = new EvenPace(TimeSpan.FromMilliseconds(200), clock);
        _convention = new ConventionSource(dns, policy);
        var files = new PublishedFiles(web, _convention.UsualPortsOf);
        _autoconfig = new AutoconfigSource(files, _suffixes);
        _pacc = new PaccSource(web, dns, _suffixes);
        _srv = new SrvSource(dns, _convention.UsualPortsOf);
        _catalogue = new CatalogueSource(files, catalogue, clock);
        _jmap = new JmapSource(dns, web);
        _mx = new MxSource(dns, files, _catalogue, _suffixes);
        (_patience, _unexpected) = (patience, unexpected);
    }

    /// <summary>
    /// Waits until an audit's question may be asked: each file of the catalogue's web server that it will want and that is not kept has a turn. It comes before the run, whose time would
    /// pass in the queue.
    /// </summary>
    /// <param name="question">Whose servers are looked for; another's than an audit's waits for nothing.</param>
    /// <param name="token">Ends the waiting.</param>
    internal async Task ReadyAsync(DiscoveryQuestion question, CancellationToken token)
    {
        if (question.Audit is not { CatalogueFromNetwork: true } || _catalogue.PlaceOnWeb(question.Domain, question) is null || !_policy.Allows(question.Domain)) return;
        foreach (var provider in (await _mx.ProvidersAsync(question.Domain, token)).Prepend(question.Domain))
        {
            if (_catalogue.PlaceOnWeb(provider, question) is { } place && !_web.IsKept(place)) await _catalogueTurns.TurnAsync(token);
        }
    }

    /// <summary>Asks every source.</summary>
    /// <param name="question">Whose servers are looked for.</param>
    /// <param name="deadline">The run's time.</param>
    /// <param name="told">Told of each attempt as soon as it is over; one call at a time.</param>
    internal async Task<DiscoveryResult> DiscoverAsync(DiscoveryQuestion question, Deadline deadline, Action<SourceAttempt>? told = null)
    {
        using var round = new InquiryRound(question.Audit is null ? _patience : Patience.OfAudits, deadline, told, _unexpected);
        var inquiries = Inquiries(question, deadline);
        var attempts = await round.RunAsync(_policy.Allows(question.Domain) ? [.. inquiries.Select(Judged)] : [.. inquiries.Select(Blocked)]);
        return Ranking.Of(attempts, _suffixes.GivesNamesOut(question.Domain) ? null : _suffixes.RegistrableDomain(question.Domain)) with
        {
            MailDomain = question.Domain,
        };
    }

    // Wherever an answer leads.
    private Inquiry Judged(Inquiry inquiry) => inquiry with
    {
        AskAsync = async token => await inquiry.AskAsync(token) switch
        {
            var (attempt, then) => new Answer(BesideMailServers.Allowed(attempt, _policy), [.. then.Select(Judged)]),
        },
    };

    // Names of our own network are nobody's mail domain: strangers would learn from us which of them exist.
    private static Inquiry Blocked(Inquiry inquiry) => inquiry with { AskAsync = _ => Task.FromResult(new Answer(inquiry.Place.Failed(FailureKind.AddressBlocked))) };

    /// <summary>The caller has named the servers: nothing is asked, and they are trusted because he said so.</summary>
    internal static DiscoveryResult Named(IReadOnlyList<MailEndpoint> endpoints, HostName? domain) => Ranking.Of(
        [
            new SourceAttempt
            {
                Source = DiscoverySource.Explicit,
                Location = string.Join(", ", endpoints.Select(x => x.Host.Value).Distinct()),
                Outcome = SourceOutcome.Found,
                Secure = true,
                ElapsedMs = 0,
                Incoming = [.. endpoints.Where(x => x.Protocol.ReadsMail()).Select(x => new IncomingClaim(x, null, []))],
                Outgoing = [.. endpoints.Where(x => !x.Protocol.ReadsMail()).Select(OutgoingClaim.At)],
            },
        ],
        domain) with
    {
        MailDomain = domain,
    };

    // In the order of precedence. Http comes last among what is published, because it can be forged more easily than the other sources.
    private List<Inquiry> Inquiries(DiscoveryQuestion question, Deadline deadline) =>
    [
        .. _autoconfig.For(question, deadline),
        _pacc.For(question, deadline),
        .. _srv.For(question),
        .. _catalogue.For(question, deadline),
        _mx.For(question, deadline),
        _autoconfig.OverHttp(question, deadline),
        .. _convention.For(question),
        .. _jmap.For(question),
    ];
}
