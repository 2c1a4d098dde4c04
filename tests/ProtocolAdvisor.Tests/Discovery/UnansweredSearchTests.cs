using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>What could not be asked is not "not there".</summary>
public sealed class UnansweredSearchTests : IAsyncLifetime
{
    private static readonly string[] Blames = ["Check the address", "does not publish", "No mail server was found", "rules", "Prüfen Sie die Adresse", "veröffentlicht keine", "wurde kein Mailserver gefunden", "scheidet"];
    private SearchWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SearchWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("closed port")]
    [InlineData("server failure")]
    [InlineData("refused")]
    [InlineData("silent")]
    [InlineData("garbage")]
    [InlineData("other questions")]
    public async Task Where_no_name_can_be_looked_up_nothing_is_said_of_the_address(string fault)
    {
        if (fault == "closed port") _world.Resolver = ClosedPort();
        _world.Dns.Otherwise = fault switch
        {
            "server failure" => DnsAnswer.ServerFailure,
            "refused" => DnsAnswer.Refused,
            "garbage" => DnsAnswer.Of("127.0.0.1") with { Garbage = [0x3F, 0x3F, 0x3F] },
            "other questions" => DnsAnswer.NonexistentDomain with { Misquoted = "evil.example.net" },
            _ => DnsAnswer.None,
        };
        var facts = await _world.AssessAsync("jane@example.org");
        Assert.Equal([FindingCode.LookupImpossible], Diagnosis.Of(facts, null).Select(x => x.Code));
        Assert.False(facts.Complete);
        foreach (var language in Language.All)
        {
            var report = SearchWorld.ReportOn(facts, "jane@example.org", language);
            Assert.Contains(FindingWords.In(language).Of(FindingCode.LookupImpossible).Title, report.Summary.Lines[0], StringComparison.Ordinal);
            Assert.NotEqual(AdviceConfidence.High, report.Recommendation.Confidence);
            Assert.All(Blames, blame => Assert.DoesNotContain(blame, TextReport.Write(report, language), StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_named_server_is_not_blamed_for_our_name_server_either()
    {
        _world.Resolver = ClosedPort();
        using var assessor = _world.Assessor();
        var subject = new AssessmentSubject(MailEndpoint.StandardOf(HostName.Parse("mail.example.org")), null, AssessmentLimits.Default);
        _world.Targets = _world.Targets with { AllowedPorts = [(1, 65535)] };
        var facts = await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
        Assert.Equal([FindingCode.LookupImpossible], Diagnosis.Of(facts, null).Select(x => x.Code));
        Assert.Null(KnownFacts.From(facts).Imap?.Usable);
    }

    [Fact]
    public async Task Where_only_the_domains_own_name_servers_fail_they_are_named_and_nothing_else_is_said()
    {
        foreach (var name in (string[])["example.org", "autoconfig.example.org", "ua-auto-config.example.org", "_ua-auto-config.example.org", "imap.example.org", "pop.example.org", "pop3.example.org", "mail.example.org", "protocol-advisor-no-such-name.example.org"])
            _world.Dns.Answer(name, DnsAnswer.ServerFailure);
        foreach (var service in (string[])["imaps", "imap", "pop3s", "pop3", "submissions", "submission"]) _world.Dns.Answer($"_{service}._tcp.example.org", DnsAnswer.ServerFailure);
        var report = await _world.ReportAsync("jane@example.org");
        Assert.Equal(["dns-lookup-failed"], report.Findings.Select(x => Json.Of(x.Code).Trim('"')));
        Assert.Contains("could not be looked up", report.Summary.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_source_that_was_not_heard_is_enough_not_to_say_that_nothing_is_published()
    {
        _world.Dns.Answer("_imaps._tcp.example.org", DnsAnswer.ServerFailure).Answer("example.org", DnsAnswer.Of(DnsRecord.Mx(10, "mx.example.org")));
        Assert.Equal([FindingCode.DnsLookupFailed], SearchWorld.Codes(await _world.DiscoverAsync("example.org")));
    }

    [Fact]
    public async Task A_name_that_was_lost_in_several_questions_is_told_once()
    {
        _world.Dns.Answer("example.org", DnsAnswer.ServerFailure).Answer("_imaps._tcp.example.org", DnsAnswer.Of(DnsRecord.Srv(0, 0, 1993, "imap.example.org")));
        var evidence = Assert.Single(Diagnosis.Of(await _world.DiscoverAsync("example.org")), x => x.Code == FindingCode.DnsLookupFailed).Shown()!;
        Assert.Single(evidence.Split(", "), x => x == "example.org");
    }

    [Fact]
    public async Task A_domain_that_does_not_exist_is_said_to_and_a_slip_is_still_suspected()
    {
        var report = await _world.ReportAsync("jane@gmial.com");
        Assert.Equal([FindingCode.DomainNotFound, FindingCode.HostLikelyMisspelled], report.Findings.Select(x => x.Code));
        Assert.Equal("gmial.com", report.Findings[0].Evidence);
        Assert.Contains("gmail.com", report.Summary.Lines[0], StringComparison.Ordinal);
        Assert.Equal((RecommendedProtocol.None, AdviceConfidence.High), (report.Recommendation.Protocol, report.Recommendation.Confidence));
    }

    [Fact]
    public async Task That_nothing_is_there_is_said_once_every_source_has_answered()
    {
        _world.Dns.Answer("example.org", DnsAnswer.Of(DnsRecord.Mx(10, "mx.example.org")));
        Assert.Equal([FindingCode.DiscoveryNothingFound], SearchWorld.Codes(await _world.DiscoverAsync("example.org")));
    }

    [Fact]
    public async Task A_web_server_that_refuses_connections_has_not_said_that_there_is_nothing()
    {
        _world.Dns.Answer("autoconfig.example.org", "127.0.0.99").Answer("example.org", DnsAnswer.Of(DnsRecord.Mx(10, "mx.example.org")));
        var report = await _world.ReportAsync("jane@example.org");
        Assert.DoesNotContain(report.Findings, x => x.Code == FindingCode.DiscoveryNothingFound);
        Assert.Contains(report.Findings, x => x.Code == FindingCode.SettingsWebFault && x.Evidence!.Contains("the connection was refused", StringComparison.Ordinal));
        Assert.Contains("web server for mail settings", report.Summary.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_name_what_we_may_not_dial_leave_the_protocol_unknown()
    {
        var pop3 = new AutoconfigServer("pop3", "127.0.0.1", ((IPEndPoint)ClosedPort()).Port, "SSL");
        _world.Targets = _world.Targets with { AllowedPorts = [(1024, 65535)] };
        _world.Publish("blocked.example.org", new AutoconfigFile("blocked.example.org", new AutoconfigServer("imap", "10.0.0.1", 1993, "SSL"), pop3).Write())
            .Publish("port.example.org", new AutoconfigFile("port.example.org", new AutoconfigServer("imap", "127.0.0.1", 22, "SSL"), pop3).Write());
        foreach (var domain in (string[])["blocked.example.org", "port.example.org"])
        {
            var facts = await _world.AssessAsync($"jane@{domain}");
            Assert.Null(KnownFacts.From(facts).Imap?.Usable);
            var report = SearchWorld.ReportOn(facts, $"jane@{domain}");
            Assert.Contains(report.Findings, x => x.Code == FindingCode.NotExamined);
            Assert.DoesNotContain(report.Findings, x => x.Code == FindingCode.TargetNotAllowed);
            Assert.DoesNotContain(report.Recommendation.Reasons, x => x.Code == ReasonCode.NoUsableEndpoint && x.Favours == MailProtocol.Pop3);
            Assert.NotEqual(RecommendedProtocol.Pop3, report.Recommendation.Protocol);
        }
    }

    [Theory]
    [InlineData("dc1.intranet")]
    [InlineData("gw.private")]
    [InlineData("1.0.10.in-addr.arpa")]
    public async Task Names_of_private_networks_are_not_looked_up_for_strangers(string domain)
    {
        _world.Targets = _world.Targets with { AllowedNetworks = [] };
        _world.Dns.Answer("example.org", DnsAnswer.Of(DnsRecord.Mx(10, $"mail.{domain}")));
        Assert.Equal([FindingCode.NotExamined], SearchWorld.Codes(await _world.DiscoverAsync(domain)));
        await _world.DiscoverAsync("example.org");
        Assert.DoesNotContain(_world.Dns.Queries, x => x.Name.EndsWith(domain, StringComparison.Ordinal));
    }

    private static IPEndPoint ClosedPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }
}
