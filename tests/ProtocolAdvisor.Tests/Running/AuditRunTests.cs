using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>The runs of one audit: what its domains have in common is asked once, and what is a domain's own is judged for each.</summary>
public sealed class AuditRunTests : IAsyncLifetime
{
    private const string House = "big-house.net";
    private const string MailHost = "mail." + House;
    private const int Customers = 30;
    private SearchWorld _world = null!;
    private int _port;

    public async ValueTask InitializeAsync()
    {
        _world = await SearchWorld.StartAsync();
        _port = _world.Serve(MailHost, certificate => new ImapScript { ImplicitTls = certificate });
        Publish(House, MailHost);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task One_set_of_connections_serves_all_domains_of_a_mail_host_and_each_has_its_own_judgement()
    {
        foreach (var customer in Enumerable.Range(0, Customers)) Publish($"customer{customer}.net", MailHost);
        Publish("own-name.net", "mail.own-name.net");
        _world.Dns.Answer("mail.own-name.net", $"{_world.Mail[0].Address}");
        using var assessor = _world.Assessor(patience: Patience.Usual);
        var domains = Enumerable.Range(0, Customers).Select(x => $"customer{x}.net").Append(House).Append("own-name.net").ToList();
        var facts = await Task.WhenAll(domains.Select(domain => AuditAsync(assessor, domain)));

        Assert.All(facts, x => Assert.Equal(Hindrance.None, RunHindrance.Of(x)));
        var (house, ownName, customers) = (Only(facts[^2]), Only(facts[^1]), facts[..Customers].Select(Only).ToList());
        Assert.All(customers, x => Assert.True(x.Probe.Usable));
        Assert.All(customers, x => Assert.False(x.Trusted)); // another's server, named by what can be forged
        Assert.True(house.Trusted);
        Assert.Equal([CertificateStatus.Trusted], house.Probe.Tls!.Certificate.Status);
        Assert.Contains(CertificateStatus.NameMismatch, ownName.Probe.Tls!.Certificate.Status);
        Assert.Equal("mail.own-name.net", ownName.Probe.Endpoint.Host.Value);

        // A probe, and the question for old TLS, for each of the two names.
        Assert.Equal(4, _world.Mail[0].Connections.Count);
        await AuditAsync(assessor, "customer7.net");
        Assert.Equal(4, _world.Mail[0].Connections.Count);
    }

    [Fact]
    public async Task Whoever_asks_for_himself_is_told_nothing_old()
    {
        using var assessor = _world.Assessor(patience: Patience.Usual);
        await AuditAsync(assessor, House);
        var before = _world.Mail[0].Connections.Count;
        await assessor.AssessAsync(Subject(House, null), null, TestContext.Current.CancellationToken);
        Assert.Equal(2 * before, _world.Mail[0].Connections.Count);
        await AuditAsync(assessor, House, new AuditPoliteness { Since = TimeProvider.System.GetUtcNow() });
        Assert.Equal(3 * before, _world.Mail[0].Connections.Count);
    }

    [Fact]
    public async Task However_many_audits_have_a_pace_of_their_own_each_keeps_its_limits_and_what_it_has_learned()
    {
        const int Paces = 12;
        var made = 0;
        using var assessor = new MailboxAssessor(
            new AssessorOptions { Targets = Loopback.Targets },
            TimeProvider.System,
            (use, limits) =>
            {
                if (use == GateUse.AuditedHost) made++;
                return new LocalGate(limits, TimeProvider.System);
            });
        for (var audit = 0; audit < 2 * Paces; audit++)
        {
            var politeness = new AuditPoliteness { PerHostPerMinute = 100 + (audit % Paces) };
            await assessor.AssessAsync(Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, _port, ConnectionSecurity.ImplicitTls)]) with { Audit = politeness }, null, TestContext.Current.CancellationToken);
        }

        Assert.Equal(Paces, made);
    }

    [Fact]
    public async Task A_providers_settings_file_is_fetched_once_for_all_whose_mail_it_receives()
    {
        _world.Publish(House, File(House));
        foreach (var customer in Enumerable.Range(0, 5)) _world.Dns.Answer($"customer{customer}.net", DnsAnswer.Of(DnsRecord.Mx(10, $"mx.{House}")));
        using var assessor = _world.Assessor(patience: Patience.Usual);
        foreach (var customer in Enumerable.Range(0, 5))
        {
            var facts = await AuditAsync(assessor, $"customer{customer}.net");
            var attempt = Assert.Single(facts.Discovery.Attempts, x => x.Source == DiscoverySource.Mx && x.Location.StartsWith("https", StringComparison.Ordinal));
            Assert.Equal((SourceOutcome.Found, MailHost), (attempt.Outcome, attempt.Incoming[0].Endpoint.Host.Value));
        }

        Assert.Single(_world.Web.Requests, x => x.Host.StartsWith("autoconfig." + House, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_web_server_that_answers_nobody_is_not_asked_by_each_of_its_customers()
    {
        _world.Serve($"autoconfig.{House}", "/mail/config-v1.1.xml", Page.Empty(500));
        foreach (var customer in Enumerable.Range(0, 5)) _world.Dns.Answer($"customer{customer}.net", DnsAnswer.Of(DnsRecord.Mx(10, $"mx.{House}")));
        using var assessor = _world.Assessor(patience: Patience.Usual);
        foreach (var customer in Enumerable.Range(0, 5)) await AuditAsync(assessor, $"customer{customer}.net");
        Assert.Single(_world.Web.Requests, x => x.Host.StartsWith("autoconfig." + House, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task The_catalogues_web_server_is_asked_only_where_the_audit_wants_it(bool fromNetwork, int times)
    {
        _world.Enter("customer.net", File("customer.net"));
        using var assessor = _world.Assessor(patience: Patience.Usual);
        for (var run = 0; run < 3; run++)
        {
            var facts = await AuditAsync(assessor, "customer.net", new AuditPoliteness { CatalogueFromNetwork = fromNetwork });
            Assert.Equal(times, facts.Discovery.Attempts.Count(x => x.Source == DiscoverySource.Catalogue));
        }

        Assert.Equal(times, _world.Web.Requests.Count(x => x.Path.EndsWith("customer.net", StringComparison.Ordinal)));
    }

    private void Publish(string domain, string host) => _world.Dns.Answer($"_imaps._tcp.{domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)_port, host)));

    private string File(string domain) => new AutoconfigFile(domain, new AutoconfigServer("imap", MailHost, _port, "SSL")).Write();

    // Its usual ports are guessed, and may not be dialled here.
    private EndpointFacts Only(AssessmentFacts facts) => Assert.Single(facts.Endpoints, x => x.Probe.Endpoint.Port == _port);

    private static AssessmentSubject Subject(string domain, AuditPoliteness? audit) => new([], null, AssessmentLimits.Default, null, HostName.Parse(domain)) { Audit = audit };

    private static Task<AssessmentFacts> AuditAsync(MailboxAssessor assessor, string domain, AuditPoliteness? audit = null) =>
        assessor.AssessAsync(Subject(domain, audit ?? new AuditPoliteness()), null, TestContext.Current.CancellationToken);
}
