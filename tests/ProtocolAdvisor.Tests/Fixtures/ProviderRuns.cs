using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Runs at providers that ship with the product: at the server, or the domain, by which each is known.</summary>
internal static class ProviderRuns
{
    public const string General = "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)";

    public static SignInResult Wrong { get; } = new(SignInOutcome.Rejected, "PLAIN", 61, General, SignInReason.AuthBadCredentials)
    {
        KnownBy = RefusalSign.Hint,
        NameWasAddress = false,
    };

    public static SignInResult Accepted { get; } = new(SignInOutcome.Accepted, "PLAIN", 61, "OK signed in") { NameWasAddress = true };

    public static Provider Known(string key) => ProviderCatalogue.Official.First(x => x.Key == key);

    /// <summary>The record's first host, or one below the first end of hosts; a name of nobody's where it has none.</summary>
    public static string HostOf(Provider provider) => Mark(provider, MarkKind.MailHost) ?? "mail.example.com";

    public static HostName? DomainOf(Provider provider) => Mark(provider, MarkKind.Domain) is { } domain ? HostName.Parse(domain) : null;

    /// <summary>A run at the provider's own server, found by its domain where it has one, else by its mail exchanger.</summary>
    public static AssessmentFacts At(Provider provider, SignInResult? imap = null, SignInResult? pop3 = null)
    {
        var host = HostOf(provider);
        EndpointFacts Endpoint(MailProtocol protocol, int port, SignInResult? signIn) => Facts.With(
            Facts.Healthy(Facts.At(protocol, port, ConnectionSecurity.ImplicitTls, host)), signIn,
            signIn is { Outcome: SignInOutcome.Rejected } ? [new(MailStep.SignIn, StepOutcome.Failed, 61, 1, new(MailStep.SignIn, FailureKind.SignInRejected, signIn.Reply, 61))] : []);
        return Facts.Run([Endpoint(MailProtocol.Imap, 993, imap), Endpoint(MailProtocol.Pop3, 995, pop3)]) with { Discovery = Search(provider, Published.Imaps(host), Published.Pop3s(host)) };
    }

    /// <summary>A search for the provider's domain, and what a source named there.</summary>
    public static DiscoveryResult Search(Provider provider, params IncomingClaim[] claims)
    {
        var exchanger = Mark(provider, MarkKind.MailExchanger) is { } mark ? HostName.Parse(mark) : null;
        var mx = Published.Found(DiscoverySource.Mx, $"example.com MX {exchanger}", false) with { MailExchangers = exchanger is null ? [] : [exchanger] };
        return Published.Ranked(claims.Length > 0 ? [Published.Catalogue(claims), mx] : [mx]) with { MailDomain = DomainOf(provider) ?? Published.Domain };
    }

    public static AssessedRun Run(AssessmentFacts facts, bool withToken = false)
    {
        var given = facts.Endpoints.Any(x => x.SignIn.Outcome != SignInOutcome.NotAttempted);
        AuthenticationKind? authentication = !given ? null : withToken ? AuthenticationKind.Oauth2 : AuthenticationKind.Password;
        var domain = facts.Discovery.MailDomain?.Value ?? "example.com";
        return new(new ReportHeading("id", TimeSpan.FromDays(7), new SubjectReport($"j***@{domain}", domain), given ? "%EMAILLOCALPART%" : null, !given, authentication), facts, new Usage { Devices = 2 });
    }

    private static string? Mark(Provider provider, MarkKind kind) => provider.Marks.FirstOrDefault(x => x.Kind == kind)?.Values[0];
}
