using System.Net;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Running;
using ServiceRecord = ProtocolAdvisor.RealServers.ServiceRecord;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>A park of providers of every kind behind a real name server, a real web server and a real Dovecot, and an assessor that may reach them.</summary>
public sealed class Providers : IAsyncLifetime
{
    private static readonly MailProvider[] All =
    [
        MailProvider.Exemplary("exemplary.example"),
        new("srv-only.example") { Services = ServiceRecord.All },
        new("elsewhere.example") { Services = [new("imaps") { Host = "imap.exemplary.example" }, new("pop3s") { Host = "pop3.exemplary.example" }] },
        new("well-known.example") { Autoconfig = AutoconfigPlaces.WellKnown, AutoconfigServers = servers => servers.Select(x => x with { Username = "%EMAILLOCALPART%" }), Users = Local },
        new("hosted.example") { MailExchangers = ["mx1.hoster.example"] },
        new("hoster.example") { Autoconfig = AutoconfigPlaces.Catalogue, MailExchangers = ["mx1.hoster.example"], FurtherNames = ["mx1"] },
        new("silent.example") { FurtherNames = ["mail"] },
        new("nobody.example") { ImapHost = "imap.hoster.example", Pop3Host = "pop3.hoster.example", SubmissionHost = "smtp.hoster.example" },
        new("denied.example") { Services = [new("imaps"), ServiceRecord.NotOffered("pop3s"), ServiceRecord.NotOffered("pop3")] },
        new("torn.example") { Autoconfig = AutoconfigPlaces.Subdomain, AutoconfigServers = servers => [servers[0] with { Host = "old.torn.example" }, servers[2]], Services = [new("imaps"), new("pop3s")] },
        new("plain.example") { Autoconfig = AutoconfigPlaces.Http },
        new("edited.example") { Pacc = PaccPublication.WrongDigest, Services = [new("imaps")] },
        new("wild.example") { Records = ["* A %WEB%"], ImapHost = "imap.hoster.example", Pop3Host = "pop3.hoster.example", SubmissionHost = "smtp.hoster.example" },
        new("brand.co.uk") { MailExchangers = ["mx.brand.co.uk"], Services = [new("imaps")] },
        new("bücher.example") { Autoconfig = AutoconfigPlaces.Subdomain, Users = new Dictionary<string, string> { ["jörg@bücher.example"] = "geheim", ["jörg@xn--bcher-kva.example"] = "geheim" } },
        new("broken.example") { Autoconfig = AutoconfigPlaces.Subdomain, Services = [new("imaps")] },
        new("slow.example") { Autoconfig = AutoconfigPlaces.Subdomain | AutoconfigPlaces.WellKnown },
        new("moved.example") { Autoconfig = AutoconfigPlaces.Subdomain, AutoconfigServers = Dead("old.moved.example"), FurtherNames = ["old"] },
        new("left.example")
        {
            Autoconfig = AutoconfigPlaces.Subdomain, AutoconfigServers = Dead("old.left.example"), FurtherNames = ["old"], MailExchangers = ["mail.silent.example"],
            ImapHost = "imap.hoster.example", Pop3Host = "pop3.hoster.example", SubmissionHost = "smtp.hoster.example",
        },
        new("crowded.example") { Autoconfig = AutoconfigPlaces.Subdomain | AutoconfigPlaces.Http },
    ];

    // Nobody listens on port 1025 of the park's address.
    private static Func<IReadOnlyList<AutoconfigServer>, IEnumerable<AutoconfigServer>> Dead(string host) => servers =>
        [servers[0] with { Host = host, Port = 1025 }, servers[2] with { Host = host, Port = 1025 }];

    private static IReadOnlyDictionary<string, string> Local => new Dictionary<string, string> { ["jane"] = "secret" };

    internal ProviderPark Park { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!ProviderPark.Available) throw new InvalidOperationException(ProviderPark.Missing);
        Park = await ProviderPark.StartAsync(All);
        Park.Web.Serve("autoconfig.broken.example", "/mail/config-v1.1.xml", Page.Xml("<!DOCTYPE clientConfig [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><clientConfig>&e;</clientConfig>"));
    }

    public ValueTask DisposeAsync() => Park.DisposeAsync();

    // Whoever tests what is found, not how fast, is not disturbed by a busy machine.
    private static readonly Patience Long = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)) { ForAsides = TimeSpan.FromSeconds(10) };

    /// <summary>An assessor that resolves by the park's name server, or another.</summary>
    internal MailboxAssessor Assessor(IPEndPoint? dns = null, params IPNetwork[] denied) => new(
        new AssessorOptions
        {
            Targets = Fixtures.Loopback.Targets with { DeniedNetworks = denied },
            TrustedRoots = [Park.Authority.Root],
            DnsServers = [dns ?? Park.Dns.EndPoint],
            DnsTimeout = TimeSpan.FromSeconds(1),
            WebPorts = new WebPorts(Park.Web.HttpsPort, Park.Web.HttpPort),
            Patience = Long,
            Catalogue = new CatalogueOptions(new Uri(Park.Catalogue)),
        },
        TimeProvider.System);

    /// <summary>What is found for a domain.</summary>
    internal async Task<DiscoveryResult> DiscoverAsync(string domain, EmailAddress? email = null, bool maySend = false)
    {
        using var assessor = Assessor();
        return await assessor.DiscoverAsync(new DiscoveryQuestion(HostName.Parse(domain), email, maySend), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    /// <summary>An assessment by the address alone.</summary>
    internal async Task<AssessmentFacts> AssessAsync(string email, string? password = null, MaySignIn? maySignIn = null, Action<AssessmentEvent>? told = null)
    {
        using var assessor = Assessor();
        var address = EmailAddress.Parse(email);
        var subject = new AssessmentSubject(
            [], password is null ? null : Credentials.WithPassword(email, new Secret(password)), AssessmentLimits.Default with { Samples = 0, Deadline = TimeSpan.FromSeconds(30) }, address)
        {
            UsernameIsPresumed = true,
        };
        return await assessor.AssessAsync(subject, told is null ? null : new Listener(told), maySignIn ?? ((_, _, _) => Task.FromResult(true)), TestContext.Current.CancellationToken);
    }

    private sealed class Listener(Action<AssessmentEvent> told) : IProgress<AssessmentEvent>
    {
        public void Report(AssessmentEvent value) => told(value);
    }
}
