using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// How one signs in at a run's servers, best first. What the server accepted comes before what is published; what it cannot take is never
/// told. Each protocol has a state of its own: one may take passwords while the other takes tokens only.
/// </summary>
/// <param name="facts">What was learned.</param>
/// <param name="provider">Whose mailbox it is; null where that is not known. What a server accepts beats what is known of its provider.</param>
/// <param name="withToken">Whether the caller signed in with an OAuth 2.0 access token.</param>
internal sealed class SignInWays(AssessmentFacts facts, ProviderMatch? provider, bool withToken)
{
    /// <summary>The ways at an endpoint; empty where it takes nothing that settings have a word for.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="published">What its best source says; empty where none does.</param>
    public IReadOnlyList<AuthenticationMethod> At(EndpointFacts endpoint, IReadOnlyList<AuthenticationMethod> published)
    {
        var protocol = endpoint.Probe.Endpoint.Protocol;
        return Accepted(protocol) is null && LoginOfferDetector.Lacking(endpoint.Probe) is SignInReason.AuthNoUsableMechanism or SignInReason.AuthLegacyMechanismsOnly
            ? Offered(endpoint.Probe.Capabilities!.SaslMechanisms)
            : Offered(endpoint.Probe, Of(protocol, published, TakesNoPassword(endpoint)));
    }

    /// <summary>
    /// The ways at an outgoing server that let nobody in: where its sources leave it open, those of the incoming server that gets the
    /// same password.
    /// </summary>
    /// <param name="best">The incoming server.</param>
    /// <param name="host">The outgoing server's host.</param>
    /// <param name="published">What its best source says; empty where none does.</param>
    public IReadOnlyList<AuthenticationMethod> Outgoing(IncomingServer best, HostName host, IReadOnlyList<AuthenticationMethod> published) =>
        published.Count == 0 ? best.Authentication
        : published.Contains(AuthenticationMethod.OAuth2) || IsKnownToTakeNone(MailProtocol.Submission, host)
            ? Of(best.Endpoint.Protocol, published, IsKnownToTakeNone(MailProtocol.Submission, host)) : published;

    /// <summary>Which password signs in at a server: what it said itself, else what is known of its provider.</summary>
    /// <param name="protocol">What is spoken there.</param>
    /// <param name="host">The server.</param>
    public PasswordKind PasswordAt(MailProtocol protocol, HostName host)
    {
        var known = KnownAt(protocol, host)?.SignIn switch
        {
            PasswordSignIn.AppPassword => PasswordKind.AppPassword,
            PasswordSignIn.AuthorisationCode => PasswordKind.AuthorisationCode,
            PasswordSignIn.MailPassword => PasswordKind.MailPassword,
            PasswordSignIn.Yes when provider!.Provider.PasswordWithSecondFactorFor(protocol)?.SignIn == PasswordSignIn.AppPassword =>
                PasswordKind.AppPasswordWithSecondFactor,
            _ => PasswordKind.Own,
        };
        if (facts.Endpoints.Any(x => x.IsAccepted && !x.SignIn.IsOfToken)) return known == PasswordKind.Own ? known : PasswordKind.AsTested;
        var said = PasswordSaid.In(facts);
        return known != PasswordKind.Own && said is PasswordKind.Own or PasswordKind.NotTheRefused ? known : said;
    }

    /// <summary>Whether the server let the user in with a password although its sources name OAuth 2.0 only.</summary>
    public bool PasswordBeatsPublished(MailProtocol protocol, IReadOnlyList<AuthenticationMethod> published) =>
        Accepted(protocol) is { } way && IsPassword(way) && published.Count > 0 && published.All(x => x == AuthenticationMethod.OAuth2);

    /// <summary>
    /// Whether nothing but OAuth 2.0 lets anybody in over this protocol, as far as is known: the server offers no other way or refused a
    /// password as such, its provider is known to take none, or nothing else is published and no password was accepted.
    /// </summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="published">What the best source says of each server; empty where none does.</param>
    public bool TakesOnlyOAuth(MailProtocol protocol, IEnumerable<IReadOnlyList<AuthenticationMethod>> published)
    {
        if (Accepted(protocol) is { } way && IsPassword(way)) return false;
        var named = published.ToList();
        return RefusesPasswords(protocol) || facts.Of(protocol).Any(TakesNoPassword)
            || (named.Count > 0 && named.TrueForAll(x => x.Count > 0 && x.All(one => one == AuthenticationMethod.OAuth2)));
    }

    private PasswordFact? KnownAt(MailProtocol protocol, HostName host) =>
        provider is not null && ProviderReading.Concerns(provider, facts, host) ? provider.Provider.PasswordFor(protocol) : null;

    private bool IsKnownToTakeNone(MailProtocol protocol, HostName host) => KnownAt(protocol, host)?.SignIn == PasswordSignIn.No;

    // A server that offers nothing but passwords contradicts what is known of its provider, as long as it has refused none.
    private bool TakesNoPassword(EndpointFacts endpoint) =>
        IsKnownToTakeNone(endpoint.Probe.Endpoint.Protocol, endpoint.Probe.Endpoint.Host)
        && (facts.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Rejected) || !PasswordOffer.IsKnown(endpoint.Probe)
            || endpoint.Probe.Capabilities!.SaslMechanisms.Any(x => x is "OAUTHBEARER" or "XOAUTH2"));

    private IReadOnlyList<AuthenticationMethod> Of(MailProtocol protocol, IReadOnlyList<AuthenticationMethod> published, bool takesNoPassword)
    {
        if (Accepted(protocol) is { } way) return First(way, published);
        if (takesNoPassword || RefusesPasswords(protocol)) return First(AuthenticationMethod.OAuth2, published.Where(x => !IsPassword(x)));
        if (withToken && TakesTokens(protocol)) return First(AuthenticationMethod.OAuth2, published);
        return published.Count > 0 ? published : [AuthenticationMethod.PasswordCleartext];
    }

    // Sources may name a kind of password that the server does not take, or no longer. An encrypted one that few clients have gives way to the password itself.
    private static IReadOnlyList<AuthenticationMethod> Offered(ProbeResult probe, IReadOnlyList<AuthenticationMethod> ways) =>
        !PasswordOffer.IsKnown(probe) ? ways
        : !PasswordOffer.TakesItself(probe) && PasswordOffer.TakesEncrypted(probe) ? Instead(ways, AuthenticationMethod.PasswordCleartext, AuthenticationMethod.PasswordEncrypted)
        : PasswordOffer.TakesItself(probe) && !PasswordOffer.TakesCommonlyEncrypted(probe) ? Instead(ways, AuthenticationMethod.PasswordEncrypted, AuthenticationMethod.PasswordCleartext)
        : ways;

    private static IReadOnlyList<AuthenticationMethod> Instead(IReadOnlyList<AuthenticationMethod> ways, AuthenticationMethod named, AuthenticationMethod meant) =>
        [.. ways.Select(x => x == named ? meant : x).Distinct()];

    private static IReadOnlyList<AuthenticationMethod> First(AuthenticationMethod way, IEnumerable<AuthenticationMethod> others) => [way, .. others.Where(x => x != way)];

    private AuthenticationMethod? Accepted(MailProtocol protocol) => facts.Of(protocol).FirstOrDefault(x => x.IsAccepted)?.SignIn.Mechanism switch
    {
        null => facts.Of(protocol).Any(x => x.IsAccepted) ? Asked : null,
        "OAUTHBEARER" or "XOAUTH2" => AuthenticationMethod.OAuth2,
        { } name when name.StartsWith("SCRAM-", StringComparison.Ordinal) => AuthenticationMethod.PasswordEncrypted,
        _ => AuthenticationMethod.PasswordCleartext,
    };

    private AuthenticationMethod Asked => withToken ? AuthenticationMethod.OAuth2 : AuthenticationMethod.PasswordCleartext;

    // Sources may go on naming what the provider has switched off.
    private bool RefusesPasswords(MailProtocol protocol) => facts.Of(protocol).Any(x =>
        LoginOfferDetector.Lacking(x.Probe) == SignInReason.AuthOauthOnly
        || new[] { x.SignIn.Reason, x.SignIn.OrElse, x.SecondThought?.Reason }.Any(reason => reason is SignInReason.AuthOauthOnly or SignInReason.AuthBasicBlocked));

    private bool TakesTokens(MailProtocol protocol) => !facts.Of(protocol).Any(x => x.SignIn.Reason == SignInReason.AuthMechanismMissing);

    private static bool IsPassword(AuthenticationMethod method) => method is AuthenticationMethod.PasswordCleartext or AuthenticationMethod.PasswordEncrypted;

    // What is published may be older than what the server offers.
    private IReadOnlyList<AuthenticationMethod> Offered(IReadOnlyList<string> mechanisms) =>
        [.. mechanisms.Select(MethodOf).OfType<AuthenticationMethod>().Distinct().OrderByDescending(x => withToken && x == AuthenticationMethod.OAuth2).ThenBy(x => x)];

    private static AuthenticationMethod? MethodOf(string mechanism) => mechanism switch
    {
        "CRAM-MD5" or "DIGEST-MD5" => AuthenticationMethod.PasswordEncrypted,
        "NTLM" => AuthenticationMethod.Ntlm,
        "GSSAPI" or "GSS-SPNEGO" or "KERBEROS_V4" => AuthenticationMethod.Gssapi,
        "EXTERNAL" => AuthenticationMethod.TlsClientCert,
        "OAUTHBEARER" or "XOAUTH2" => AuthenticationMethod.OAuth2,
        _ => null,
    };
}
