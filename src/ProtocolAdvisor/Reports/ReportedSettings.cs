using System.Xml;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Reports;

/// <summary>Client settings as a report bears them out: only servers that were spoken to securely and may be given a password.</summary>
internal sealed class ReportedSettings
{
    private readonly AssessmentReport _report;
    private readonly MailProtocol _recommended;

    private ReportedSettings(AssessmentReport report, MailProtocol recommended) => (_report, _recommended) = (report, recommended);

    /// <summary>The settings with this protocol first; null where the report knows no server of it that may be used.</summary>
    public static ClientSettings? Of(AssessmentReport report, MailProtocol recommended, MailProtocol first)
    {
        var reported = new ReportedSettings(report, recommended);
        var incoming = Enum.GetValues<MailProtocol>().OrderByDescending(x => x == first).SelectMany(reported.Servers).ToList();
        return incoming.Count > 0 && incoming[0].Endpoint.Protocol == first ? reported.Settings(incoming) : null;
    }

    /// <summary>The recommended protocol; null for none.</summary>
    public static MailProtocol? Recommended(AssessmentReport report) => report.Recommendation.Protocol switch
    {
        RecommendedProtocol.Imap => MailProtocol.Imap,
        RecommendedProtocol.Pop3 => MailProtocol.Pop3,
        _ => null,
    };

    private ClientSettings Settings(List<IncomingServer> incoming)
    {
        // The plan was made for the recommended protocol, and says nothing of the other.
        var plan = incoming[0].Endpoint.Protocol == _recommended ? _report.Recommendation.Plan : null;
        return new ClientSettings
        {
            MailDomain = _report.Subject.Domain is { } domain && HostName.TryParse(domain, null, out var host) ? host : null,
            Incoming = incoming,
            Outgoing = Outgoing(incoming),
            Recommended = _recommended,
            FirstThingToFix = _report.FirstThingToFix,
            Backup = plan?.Backup is { } backup ? new BackupPlan(backup.Needed, XmlConvert.ToTimeSpan(backup.Every).Days) : null,
            LeaveOnServerDays = plan?.LeaveOnServer?.Days,
            Archive = plan is { Archive: { Needed: true, BytesToFree: { } bytes } archive } ? new ArchivePlan(archive.Before, bytes) : null,
        };
    }

    // One host for each protocol, the best one: the others are other ways to the same mailbox, and guessed ones among them.
    private IEnumerable<IncomingServer> Servers(MailProtocol protocol)
    {
        if (_report.Endpoints.Any(x => x.Protocol == protocol && IsRefusedForGood(x.SignIn)) && IsAccepted(_recommended)) return [];
        var sound = _report.Endpoints.Where(x => x.Protocol == protocol && x is { Usable: true, Trusted: true, Security: not ConnectionSecurity.Cleartext })
            .OrderByDescending(IsRecommended).ThenBy(x => x.Security).ToList();
        return sound.Where(x => x.Host == sound[0].Host).Select(Server).OfType<IncomingServer>();
    }

    private bool IsAccepted(MailProtocol protocol) => _report.Endpoints.Any(x => x.Protocol == protocol && x.SignIn.Outcome == SignInOutcome.Accepted);

    // A busy server may take the sign-in tomorrow.
    private static bool IsRefusedForGood(SignInResult signIn) => signIn.Outcome == SignInOutcome.Rejected && SignInResult.Lasts(signIn.Reason);

    private IncomingServer? Server(EndpointReport endpoint)
    {
        if (!HostName.TryParse(endpoint.Host, null, out var host)) return null;
        var candidate = _report.Discovery.Candidates.FirstOrDefault(
            x => (x.Protocol, x.Host, x.Port, x.Security) == (endpoint.Protocol, endpoint.Host, endpoint.Port, endpoint.Security));
        var address = new MailEndpoint(endpoint.Protocol, host, endpoint.Port, endpoint.Security);
        var methods = TakesNoPlainPassword(address) ? Offered(endpoint.SaslMechanisms) : Methods(candidate?.Authentication ?? []);
        return methods.Count == 0 ? null : new IncomingServer(address, Name(_report.Recommendation.Endpoint?.Username ?? candidate?.Username), methods);
    }

    private bool TakesNoPlainPassword(MailEndpoint endpoint) =>
        _report.Findings.Any(x => x.Endpoint == endpoint.Authority && x.Code is FindingCode.AuthNoUsableMechanism or FindingCode.AuthLegacyMechanismsOnly);

    // What is published may be older than what the server offers.
    private static IReadOnlyList<AuthenticationMethod> Offered(IReadOnlyList<string> mechanisms) => [.. mechanisms.Select(MethodOf).OfType<AuthenticationMethod>().Distinct().Order()];

    private static AuthenticationMethod? MethodOf(string mechanism) => mechanism switch
    {
        "CRAM-MD5" or "DIGEST-MD5" => AuthenticationMethod.PasswordEncrypted,
        "NTLM" => AuthenticationMethod.Ntlm,
        "GSSAPI" or "GSS-SPNEGO" or "KERBEROS_V4" => AuthenticationMethod.Gssapi,
        "EXTERNAL" => AuthenticationMethod.TlsClientCert,
        _ => null,
    };

    private bool IsRecommended(EndpointReport endpoint) => _report.Recommendation.Endpoint is { } best
        && (best.Protocol, best.Host, best.Port, best.Security) == (endpoint.Protocol, endpoint.Host, endpoint.Port, endpoint.Security);

    // What a source says; with nothing said, as the run signed in.
    private IReadOnlyList<AuthenticationMethod> Methods(IReadOnlyList<AuthenticationMethod> said) => _report.Recommendation.Endpoint?.Authentication switch
    {
        AuthenticationKind.Oauth2 => [AuthenticationMethod.OAuth2, .. said.Where(x => x != AuthenticationMethod.OAuth2 && !(PasswordsAreRefused && IsPassword(x)))],
        _ => said.Count > 0 ? said : [AuthenticationMethod.PasswordCleartext],
    };

    // Sources may go on naming what the provider has switched off.
    private bool PasswordsAreRefused => _report.Findings.Any(x => x.Code is FindingCode.AuthOauthOnly or FindingCode.AuthBasicBlocked);

    private static bool IsPassword(AuthenticationMethod method) => method is AuthenticationMethod.PasswordCleartext or AuthenticationMethod.PasswordEncrypted;

    // What was found out of the incoming server holds for this one only where its sources do not say otherwise.
    private IReadOnlyList<AuthenticationMethod> OutgoingMethods(IReadOnlyList<AuthenticationMethod> said, List<IncomingServer> incoming) =>
        said.Count == 0 && _report.Recommendation.Endpoint?.Authentication == AuthenticationKind.Other ? incoming[0].Authentication
        : said.Count == 0 || said.Contains(AuthenticationMethod.OAuth2) ? Methods(said) : said;

    // It gets the password, too, and nobody has looked at it: so it must be one that nobody could put there unseen.
    private OutgoingServer? Outgoing(List<IncomingServer> incoming) => _report.Discovery.Outgoing
        .Where(x => x.Security != ConnectionSecurity.Cleartext && (x.Trusted || IsAtHome(x.Host, incoming)))
        .Select(x => HostName.TryParse(x.Host, null, out var host)
            ? new OutgoingServer(host, x.Port, x.Security, x.Username is { } name ? Name(name) : incoming[0].LoginName, OutgoingMethods(x.Authentication, incoming)) : null)
        .FirstOrDefault(x => x is not null);

    // Its certificate must then be good for a name of the domain, or of the server that was looked at.
    private bool IsAtHome(string host, List<IncomingServer> incoming) =>
        incoming.Exists(x => x.Endpoint.Host.Value == host)
        || (_report.Subject.Domain is { } domain && (host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal)));

    private static LoginName Name(string? shown) => shown switch
    {
        null => LoginName.Usual,
        _ when NameForm.IsMasked(shown) => LoginName.OnlyUserKnows,
        _ => LoginName.Of(shown),
    };
}
