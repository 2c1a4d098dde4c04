using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// Which of a run's servers a client is told of, each with its own user name and its own ways to sign in. The report's endpoint and every
/// file are made from this one choice, so that they cannot contradict each other.
/// </summary>
/// <param name="facts">What was learned.</param>
/// <param name="requested">What the caller told of signing in.</param>
internal sealed class ServerChoice(AssessmentFacts facts, RequestedSignIn requested)
{
    private readonly SignInWays _ways = new(facts, ProviderReading.Of(facts), requested.WithToken);

    /// <summary>
    /// The protocol's servers that were spoken to securely, the best first: one that a file may name, one that let the user in, then by
    /// rank.
    /// </summary>
    public IReadOnlyList<ChosenServer> Of(MailProtocol protocol) =>
    [
        .. facts.Of(protocol).Where(x => x.Probe.Usable).Select(Chosen)
            .OrderByDescending(x => x.MayBeTold).ThenByDescending(x => x.Facts.IsAccepted).ThenByDescending(x => x.Facts.Trusted),
    ];

    /// <summary>
    /// The protocol's servers that a file may name. One host, the best one: the others are other ways to the same mailbox, and guessed ones
    /// among them. None where the server keeps the user out of this protocol and lets him in over the other.
    /// </summary>
    public IReadOnlyList<IncomingServer> ToTell(MailProtocol protocol)
    {
        if (facts.Of(protocol).Any(x => x.IsRefusedForGood) && facts.Of(protocol.Other()).Any(x => x.IsAccepted)) return [];
        var servers = Of(protocol).Where(x => x.MayBeTold).Select(x => x.Server).ToList();
        return [.. servers.Take(1), .. servers.Skip(1).Where(x => x.Endpoint.Host == servers[0].Endpoint.Host).OrderBy(x => x.Endpoint.Security)];
    }

    /// <summary>
    /// The same as a second choice: none where the protocol is switched off for this account, which somebody must change first.
    /// </summary>
    public IReadOnlyList<IncomingServer> Beside(MailProtocol protocol) =>
        facts.Of(protocol).Any(x => (x.SecondThought?.Reason ?? x.SignIn.Reason) is SignInReason.AccountImapDisabled or SignInReason.AccountPop3Disabled)
            ? [] : ToTell(protocol);

    /// <summary>
    /// The outgoing server to tell; null where none may be told. It gets the password, too: so it must be one that nobody could put there
    /// unseen. One that let the user in is told before one that was only spoken to, that one before what nobody has tried, and a dead one
    /// only where nothing else is known.
    /// </summary>
    /// <param name="incoming">The incoming servers, at least one.</param>
    /// <param name="domain">The mail domain; null when no address was given.</param>
    public OutgoingServer? Outgoing(IReadOnlyList<IncomingServer> incoming, HostName? domain) => Published().Concat(Guessed())
        .Where(x => x.Server.Security != ConnectionSecurity.Cleartext && (x.Trusted || IsAtHome(x.Server.Host, incoming, domain)))
        .Select(x => Told(x.Server, facts.Of(MailProtocol.Submission).FirstOrDefault(tried => tried.Probe.Endpoint == x.Server.Endpoint), incoming[0]))
        .OrderBy(x => x.State)
        .FirstOrDefault();

    private IEnumerable<(OutgoingClaim Server, bool Trusted)> Published() => facts.Discovery.Outgoing.Select(x => (x.Server, x.Trusted));

    // A name that nobody published is a server only once it has answered as one.
    private IEnumerable<(OutgoingClaim Server, bool Trusted)> Guessed() => facts.Of(MailProtocol.Submission)
        .Where(x => x.Probe.Usable && !facts.Discovery.Outgoing.Any(named => named.Server.Endpoint == x.Probe.Endpoint))
        .Select(x => (OutgoingClaim.At(x.Probe.Endpoint), x.Trusted));

    private OutgoingServer Told(OutgoingClaim server, EndpointFacts? tried, IncomingServer best) => new(
        server.Host, server.Port, server.Security, server.Username is { } name ? LoginName.Of(name) : best.LoginName, Ways(server, tried, best))
    {
        State = ServerStates.Of(tried),
        MaxMessageBytes = tried is { Probe.Usable: true } ? SubmissionOffer.Of(tried.Probe)?.MaxMessageBytes : null,
        Password = _ways.PasswordAt(MailProtocol.Submission, server.Host),
    };

    private IReadOnlyList<AuthenticationMethod> Ways(OutgoingClaim server, EndpointFacts? tried, IncomingServer best) =>
        tried is not null && (tried.IsAccepted || LoginOfferDetector.Lacking(tried.Probe) is not null)
            && _ways.At(tried, server.Authentication) is { Count: > 0 } seen ? seen : _ways.Outgoing(best, server.Host, server.Authentication);

    /// <summary>
    /// The user name at an endpoint. One that the caller typed counts before published forms. Where it is one of them, they are right, and
    /// each server keeps its own.
    /// </summary>
    public LoginName NameAt(MailEndpoint endpoint)
    {
        var published = PublishedAt(endpoint)?.Username is { } form ? LoginName.Of(form) : null;
        return (requested.NameIsPresumed || IsPublishedElsewhere(endpoint) ? published ?? requested.Name : requested.Name)
            ?? LoginName.Usual;
    }

    /// <summary>Whether the user was let in with a password although OAuth 2.0 alone is published there.</summary>
    public bool PasswordBeatsPublished(MailEndpoint endpoint) =>
        _ways.PasswordBeatsPublished(endpoint.Protocol, PublishedAt(endpoint)?.Authentication ?? []);

    private bool IsPublishedElsewhere(MailEndpoint endpoint) => requested.Name?.Template is { } typed
        && facts.Discovery.Candidates.Any(x => x.Username == typed)
        && !facts.Endpoints.Any(x => x.Probe.Endpoint == endpoint && x.IsAccepted);

    private ChosenServer Chosen(EndpointFacts x) =>
        new(x, new IncomingServer(x.Probe.Endpoint, NameAt(x.Probe.Endpoint), _ways.At(x, PublishedAt(x.Probe.Endpoint)?.Authentication ?? []))
        {
            State = ServerStates.Of(x),
            Password = _ways.PasswordAt(x.Probe.Endpoint.Protocol, x.Probe.Endpoint.Host),
            LacksCramMd5 = PasswordOffer.IsKnown(x.Probe) && !PasswordOffer.TakesItself(x.Probe) && !PasswordOffer.TakesCommonlyEncrypted(x.Probe),
        });

    private EndpointCandidate? PublishedAt(MailEndpoint endpoint) => facts.Discovery.Candidates.FirstOrDefault(x => x.Endpoint == endpoint);

    // Its certificate must then be good for a name of the domain, or of the server that was looked at.
    private static bool IsAtHome(HostName host, IReadOnlyList<IncomingServer> incoming, HostName? domain) =>
        incoming.Any(x => x.Endpoint.Host == host)
        || (domain is not null && (host == domain || host.Value.EndsWith($".{domain.Value}", StringComparison.Ordinal)));
}

/// <summary>A server as the choice sees it.</summary>
/// <param name="Facts">What was learned of it.</param>
/// <param name="Server">The same as a client is told of it; its ways to sign in may be none.</param>
internal sealed record ChosenServer(EndpointFacts Facts, IncomingServer Server)
{
    /// <summary>
    /// Whether a file may name it: it may be given a password over an encrypted connection, and there is a way to sign in.
    /// </summary>
    public bool MayBeTold => Facts.Trusted && Server.Endpoint.Security != ConnectionSecurity.Cleartext && Server.Authentication.Count > 0;
}
