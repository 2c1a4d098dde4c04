using ProtocolAdvisor.Dialing.Certificates;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Web;

/// <summary>
/// GET requests to web servers that strangers name: each hop goes to a vetted address on a web port, https never leads down to http, and everything is
/// bounded: five seconds for all hops, three redirects, 256 KiB. No cookies, no proxy, no credentials. Remote failures are results.
/// </summary>
internal sealed class GuardedHttp : IDisposable
{
    private const int MaxRedirects = 3;

    // Shorter than the whole: a host that does not let us in has to be told from one that is slow to answer. A lost SYN is sent again after one and three seconds.
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(4);
    // Shorter than anybody waits for us: that it was our own queue must still be told.
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WholeLimit = TimeSpan.FromSeconds(5);

    private readonly HostResolver _resolver;
    private readonly WebPorts _ports;
    private readonly WebExchange _exchange;
    private readonly MailDialer _dialer;
    private readonly TargetGate _gate;
    private readonly TargetGate _catalogueGate;
    private readonly KeptFiles _files;
    private readonly Action<Exception>? _unexpected;

    /// <summary>A client with a politeness of its own: a host's web server is seldom its mail server, and bears more.</summary>
    /// <param name="targets">What may be dialled, apart from the ports, and how politely.</param>
    /// <param name="ports">The only ports that are dialled.</param>
    /// <param name="resolver">Judges the addresses.</param>
    /// <param name="trust">Judges the certificates.</param>
    /// <param name="dials">How many connections are dialled at once, those to mail servers included.</param>
    /// <param name="gates">Makes its own limits.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="unexpected">Told of exceptions that are our own fault.</param>
    internal GuardedHttp(TargetOptions targets, WebPorts ports, HostResolver resolver, CertificateTrust trust, TargetGate dials, GateSource gates, TimeProvider clock, Action<Exception>? unexpected)
    {
        (_resolver, _ports, _unexpected) = (resolver, ports, unexpected);
        _exchange = new WebExchange(trust);
        var policy = new AddressPolicy(targets with { AllowedPorts = [(ports.Https, ports.Https), (ports.Http, ports.Http)] });
        _dialer = new MailDialer(policy, clock, gates(GateUse.WebAddress, targets.Catalogue), dials);
        _gate = gates(GateUse.WebHost, targets.Web);
        _catalogueGate = gates(GateUse.Catalogue, targets.Catalogue);
        _files = new KeptFiles(uri => FetchAsync(uri, clock), clock);
    }

    /// <summary>The host of the operator's catalogue: every search asks it, so it has limits of its own. Null where there is none.</summary>
    internal string? CatalogueHost { get; init; }

    /// <summary>Asks as <see cref="GetAsync"/> does, unless the answer is kept or on its way. For a <paramref name="uri"/> that holds nothing of its caller's.</summary>
    /// <param name="uri">What to ask for.</param>
    /// <param name="lifetime">How long an answer is good.</param>
    /// <param name="token">The caller's.</param>
    internal Task<HttpFetch> GetKeptAsync(Uri uri, Func<HttpFetch, TimeSpan> lifetime, CancellationToken token) => _files.GetAsync(uri, lifetime, token);

    /// <summary>Whether <see cref="GetKeptAsync"/> would ask nobody.</summary>
    internal bool IsKept(Uri uri) => _files.Has(uri);

    // For everybody who waits: nobody's cancellation ends it.
    private async Task<HttpFetch> FetchAsync(Uri uri, TimeProvider clock)
    {
        using var limit = new Deadline(WholeLimit + WholeLimit, clock, CancellationToken.None);
        return await GetAsync(uri, limit, CancellationToken.None);
    }

    /// <summary>Asks for <paramref name="uri"/> and follows redirects. Throws only when the caller or <paramref name="token"/> cancels.</summary>
    internal async Task<HttpFetch> GetAsync(Uri uri, Deadline deadline, CancellationToken token)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, token);
        using var limit = new Deadline(WholeLimit, deadline.Clock, cut.Token);
        var (answer, secure) = (WebAnswer.Failed(FailureKind.DeadlineReached), false);
        try
        {
            (answer, secure) = await FollowAsync(uri, limit);
            if (answer.Failure == FailureKind.DeadlineReached) answer = WebAnswer.Failed(FailureKind.TimedOut);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested && !deadline.Caller.IsCancellationRequested)
        {
            // The run's time is up.
        }

        return new HttpFetch(answer.Status, answer.Body, secure, answer.LastModified, answer.Failure, answer.Detail)
        {
            MaxAge = answer.MaxAge,
            Remark = answer.Remark,
        };
    }

    private async Task<(WebAnswer Answer, bool Secure)> FollowAsync(Uri uri, Deadline limit)
    {
        if (WebTarget.Of(uri, _ports) is not { } target) return (WebAnswer.Failed(FailureKind.AddressBlocked, Origin(uri)), false);
        var (asked, secure) = (target.Host, target.IsSecure);
        for (var redirects = 0; ; redirects++)
        {
            var answer = await VisitAsync(target, limit);
            if (answer.Location is not { } location) return (target.Host == asked ? answer : At(target.Host, answer), secure && answer.Failure is null);
            if (redirects == MaxRedirects || target.Redirected(location, _ports) is not { } next) return (WebAnswer.Failed(FailureKind.RedirectRefused, Origin(location)), false);
            (target, secure) = (next, secure && next.IsSecure);
        }
    }

    private async Task<WebAnswer> VisitAsync(WebTarget target, Deadline limit)
    {
        var host = await _resolver.ResolveAsync(target.Host, limit);
        if (host.Failure is { } failure) return WebAnswer.Failed(failure.Kind, failure.Reply);
        using var turn = new Deadline(TurnLimit, limit.Clock, limit.Token);
        WebAnswer Busy() => WebAnswer.Failed(FailureKind.TargetBusy, target.Host.Value);
        try
        {
            // These two kinds come from dialling only: whatever takes too long later runs into the limit for the whole.
            var gate = target.Host.Value == CatalogueHost ? _catalogueGate : _gate;
            return await gate.RunAsync(
                target.Host, _ => AskAsync(target, host, limit), answer => answer.Failure is FailureKind.TimedOut or FailureKind.HostUnreachable, Busy, turn.Token);
        }
        catch (OperationCanceledException) when (!limit.Caller.IsCancellationRequested)
        {
            return Busy(); // the turn did not come in time
        }
    }

    private async Task<WebAnswer> AskAsync(WebTarget target, ResolvedHost host, Deadline limit)
    {
        var dial = await _dialer.DialAsync(host.Addresses, target.Port, ConnectLimit, limit, dialsAll: false);
        if (dial.Connection is not { } connection) return WebAnswer.Failed(dial.Failure!.Kind);
        using (connection)
        {
            try
            {
                return await _exchange.RunAsync(target, connection, limit.Token);
            }
            catch (Exception e)
            {
                var kind = FailureClassifier.KindOf(e, limit) ?? throw new OperationCanceledException(limit.Caller);
                if (kind == FailureKind.Unexpected) _unexpected?.Invoke(e);
                return WebAnswer.Failed(kind, FailureClassifier.DetailOf(e)) with { Remark = FailureClassifier.RemarkOf(e) };
            }
        }
    }

    // The fault of another host than the one that was asked: it has to be named.
    private static WebAnswer At(HostName host, WebAnswer answer) => answer.Failure is null || answer.Detail == host.Value ? answer
        : answer.Remark is { } remark ? answer with { Remark = remark with { Place = host.Value } }
        : answer with { Detail = answer.Detail is { } detail ? $"{host}: {detail}" : host.Value };

    private static string Origin(Uri uri) => uri.IsAbsoluteUri ? uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : uri.OriginalString;

    public void Dispose()
    {
        _dialer.Dispose();
        _files.Dispose();
    }
}
