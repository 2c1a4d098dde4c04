using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Findings;

/// <summary>Which variant of a finding's remedy fits this run. The sentences are the catalogue's.</summary>
internal static class Remedies
{
    /// <summary>The finding with the remedy that fits.</summary>
    public static Finding Of(Finding finding, Case c) => finding with { Remedy = VariantOf(finding, c) };

    private static RemedyVariant VariantOf(Finding finding, Case c) => finding.Code switch
    {
        TcpRefused or NoGreeting when UsualPortsWereTried(finding, c) => RemedyVariant.PortWasUsual,
        TcpRefused or NoGreeting or DnsNameNotFound or DnsNoAddress when WasFound(c) => RemedyVariant.PlaceWasFound,
        StarttlsNotOffered or StarttlsRefused or StarttlsStrippedSuspected or StarttlsInjection
            or WrongProtocol or TlsSpokenToClearPort or ClearSpokenToTlsPort => TlsPort(finding, c),
        ImplicitTlsMissing when finding.IsOfSending => RemedyVariant.Sending,
        AuthBadCredentials => BadCredentials(finding, c),
        ProviderWantsAppPassword or ProviderWantsAuthorisationCode or ProviderWantsMailPassword or ProviderAccessOff => OfProvider(finding, c),
        ProviderNoStandardProtocol => finding.Remedy,
        AuthMechanismRejected => Tried(SignInOf(finding, c)),
        Pop3NoUidl or MailOutsideInbox or Pop3MailboxInUse =>
            c.Advises(MailProtocol.Pop3) || Fails(MailProtocol.Imap, c) ? RemedyVariant.OtherProtocolFails : RemedyVariant.Usual,
        SrvNotOffered when finding.IsOfSending => RemedyVariant.Sending,
        FetchRefused when RefusesForNow(finding, c) => RemedyVariant.OnlyForNow,
        FetchRefused or SrvNotOffered =>
            finding.Protocol is { } protocol && protocol.ReadsMail() && Fails(protocol.Other(), c) ? RemedyVariant.OtherProtocolFails : RemedyVariant.Usual,
        MessagesUnreadable when c.Facts.Pop3?.Fetch is null && c.Facts.Imap?.Fetch is null => RemedyVariant.NothingWasRead,
        _ => RemedyVariant.Usual,
    };

    private static bool RefusesForNow(Finding finding, Case c) => EndpointOf(finding, c)?.SessionSteps.Any(x => x.Failure is { Step: MailStep.Measure, Reply: { } reply }
        && SignInResult.Passes(SignInRefusal.Known(reply, finding.Protocol!.Value)?.Reason)) == true;

    private static bool WasFound(Case c) => c.Facts.Discovery.Attempts.Any(x => x.Source != DiscoverySource.Explicit);

    // Whoever names a host alone has its four usual ports tried.
    private static bool UsualPortsWereTried(Finding finding, Case c) => !WasFound(c) && c.Hosts.Any(
        host => host.Any(x => IsAt(x, finding)) && MailEndpoint.StandardOf(host.Key).All(x => host.Any(probe => probe.Endpoint == x)));

    // An endpoint that is itself the port for SSL/TLS has been tried, too.
    private static RemedyVariant TlsPort(Finding finding, Case c)
    {
        var hosts = c.Probes.Where(x => IsAt(x, finding)).Select(x => x.Endpoint.Host).ToHashSet();
        var tried = c.Probes
            .Where(x => x.Endpoint.Protocol == finding.Protocol && x.Endpoint.Security == ConnectionSecurity.ImplicitTls
                && hosts.Contains(x.Endpoint.Host)).ToList();
        return tried.Exists(x => x.Usable) ? RemedyVariant.TlsPortWorks
            : tried.Exists(x => !Unexamined.Is(x)) ? RemedyVariant.TlsPortFails
            : finding.IsOfSending ? RemedyVariant.Sending : RemedyVariant.Usual;
    }

    private static RemedyVariant BadCredentials(Finding finding, Case c)
    {
        if (EndpointOf(finding, c) is not { } endpoint) return RemedyVariant.AddressWasTried;
        if (ProviderCause.IsMadeAlready(c, endpoint)) return RemedyVariant.AppPasswordWasTried;
        if (ProviderCause.Of(c, endpoint) is [var cause, ..])
            return cause.Confidence == FindingConfidence.Likely ? RemedyVariant.ProviderIsLikelier : RemedyVariant.AddressWasTried;
        return endpoint.SignIn.NameWasAddress == false && !WantsAnotherName(c, endpoint) ? RemedyVariant.Usual : RemedyVariant.AddressWasTried;
    }

    private static bool WantsAnotherName(Case c, EndpointFacts endpoint) => c.Provider is { } match
        && ProviderReading.Concerns(match, endpoint.Probe) && match.Provider.Login.Any(x =>
        x.Concerns(endpoint.Probe.Endpoint.Protocol) && x.Name is LoginForm.LocalPart or LoginForm.AccountName);

    private static RemedyVariant OfProvider(Finding finding, Case c)
    {
        if (EndpointOf(finding, c) is not { } endpoint) return RemedyVariant.Usual;
        var protocol = endpoint.Probe.Endpoint.Protocol;
        return ProviderCause.Of(c, endpoint).FirstOrDefault(x => x.Code == finding.Code)?.Fact switch
        {
            SwitchFact { State: SwitchState.Administrator } => RemedyVariant.AdministratorDecides,
            SwitchFact { State: SwitchState.Unavailable } => RemedyVariant.PlanLacksIt,
            PasswordFact { WithSecondFactorOnly: true } => RemedyVariant.SecondFactorOnly,
            PasswordFact when c.Provider!.Provider.OAuth.Any(x => x.Concerns(protocol)) => RemedyVariant.OAuthFitsToo,
            _ => RemedyVariant.Usual,
        };
    }

    private static EndpointFacts? EndpointOf(Finding finding, Case c) => c.Facts.Endpoints.FirstOrDefault(x => IsAt(x.Probe, finding));

    private static SignInResult? SignInOf(Finding finding, Case c) => EndpointOf(finding, c)?.SignIn;

    private static RemedyVariant Tried(SignInResult? signIn) => signIn switch
    {
        { Reason: SignInReason.AuthMechanismMissing } or { Mechanism: "XOAUTH2" or "OAUTHBEARER" } => RemedyVariant.TokenWasTried,
        { Mechanism: not null } => RemedyVariant.PasswordWasTried,
        _ => RemedyVariant.Usual,
    };

    private static bool Fails(MailProtocol protocol, Case c) =>
        !c.Facts.Of(protocol).Any(x => x.Probe.Usable && !x.IsRefusedForGood && !x.MailboxStaysShut)
        && (c.Facts.Discovery.NotOffered.Contains(protocol) || c.Facts.Of(protocol).Any(x => !Unexamined.Is(x)));

    private static bool IsAt(ProbeResult probe, Finding finding) =>
        probe.Endpoint.Protocol == finding.Protocol && probe.Endpoint.Authority == finding.Endpoint;
}
