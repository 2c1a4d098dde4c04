using System.Net;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>A name server, web servers and mail servers that a test sets up name by name, and an assessor with the limits of an ordinary installation.</summary>
public sealed class SearchWorld : IAsyncDisposable
{
    private const string CatalogueHost = "catalogue.test-house.net";
    private readonly List<IAsyncDisposable> _servers = [];

    private SearchWorld(TestCertificates authority, ProviderWeb web) => (Authority, Web) = (authority, web);

    internal ScriptedDnsServer Dns { get; } = ScriptedDnsServer.Start();

    internal TestCertificates Authority { get; }

    internal ProviderWeb Web { get; }

    /// <summary>Whom the assessor asks, where it is not <see cref="Dns"/>.</summary>
    internal IPEndPoint? Resolver { get; set; }

    internal CatalogueOptions Catalogue { get; set; } = new();

    internal TargetOptions Targets { get; set; } = new() { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], AllowedPorts = [(1024, 65535)] };

    internal static async Task<SearchWorld> StartAsync()
    {
        var authority = new TestCertificates();
        return new SearchWorld(authority, await ProviderWeb.StartAsync(authority));
    }

    /// <summary>Serves a page over https under its name.</summary>
    internal SearchWorld Serve(string host, string path, Page page)
    {
        Dns.Answer(host, $"{Web.Address}");
        Web.Serve(host, path, page);
        return this;
    }

    /// <summary>Serves the domain's own settings file.</summary>
    internal SearchWorld Publish(string domain, string file) => Serve($"autoconfig.{domain}", "/mail/config-v1.1.xml", Page.Xml(file));

    /// <summary>Serves an entry of the catalogue.</summary>
    internal SearchWorld Enter(string domain, string file)
    {
        Catalogue = new CatalogueOptions(new Uri(Web.Https(CatalogueHost, "/v1.1/")));
        return Serve(CatalogueHost, $"/v1.1/{domain}", Page.Xml(file));
    }

    /// <summary>A mail server of this script under a name; gives its port.</summary>
    internal int Serve(string host, Func<TestCertificate, MailScript> script)
    {
        var server = ScriptedMailServer.Start(script(Authority.Good(host)));
        _servers.Add(server);
        Mail.Add(server);
        Dns.Answer(host, $"{server.Address}");
        return server.Port;
    }

    /// <summary>The mail servers of scripts, in the order in which they were started.</summary>
    internal List<ScriptedMailServer> Mail { get; } = [];

    /// <summary>An IMAP server with a certificate for this name; gives its port.</summary>
    internal int Imap(string host)
    {
        var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = Authority.Good(host) });
        _servers.Add(server);
        Dns.Answer(host, $"{server.Address}");
        return server.Port;
    }

    // Whoever tests what is found, not how fast, is not disturbed by a busy machine.
    private static readonly Patience Long = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)) { ForAsides = TimeSpan.FromSeconds(10) };

    internal MailboxAssessor Assessor(TimeProvider? clock = null, Patience? patience = null) => new(
        new AssessorOptions
        {
            Targets = Targets,
            TrustedRoots = [Authority.Root],
            DnsServers = [Resolver ?? Dns.EndPoint],
            DnsTimeout = TimeSpan.FromMilliseconds(500),
            WebPorts = new WebPorts(Web.HttpsPort, Web.HttpPort),
            Patience = patience ?? Long,
            Catalogue = Catalogue,
        },
        clock ?? TimeProvider.System);

    internal async Task<DiscoveryResult> DiscoverAsync(string domain)
    {
        using var assessor = Assessor();
        return await DiscoverAsync(assessor, domain);
    }

    internal static Task<DiscoveryResult> DiscoverAsync(MailboxAssessor assessor, string domain) =>
        assessor.DiscoverAsync(new DiscoveryQuestion(HostName.Parse(domain)), TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    internal async Task<AssessmentFacts> AssessAsync(string email, string? password = null)
    {
        using var assessor = Assessor();
        var address = EmailAddress.Parse(email);
        var limits = AssessmentLimits.Default with { Samples = 0 };
        var subject = new AssessmentSubject([], password is null ? null : Credentials.WithPassword(email, new Secret(password)), limits, address) { UsernameIsPresumed = true };
        return await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
    }

    /// <summary>The whole report on an address.</summary>
    internal async Task<AssessmentReport> ReportAsync(string email, Language? language = null) => ReportOn(await AssessAsync(email), email, language);

    internal static AssessmentReport ReportOn(AssessmentFacts facts, string email, Language? language = null)
    {
        var address = EmailAddress.Parse(email);
        var heading = ReportHeading.Of(ReportId.New(), TimeSpan.FromDays(7), address, new AssessmentSubject([], null, AssessmentLimits.Default, address));
        return new AssessedRun(heading, facts, new Usage { Devices = 2 }).Report(language ?? Language.English);
    }

    /// <summary>The codes that a search shows.</summary>
    internal static IEnumerable<FindingCode> Codes(DiscoveryResult result) => Diagnosis.Of(result).Select(x => x.Code);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        await Dns.DisposeAsync();
        await Web.DisposeAsync();
        Authority.Dispose();
    }
}
