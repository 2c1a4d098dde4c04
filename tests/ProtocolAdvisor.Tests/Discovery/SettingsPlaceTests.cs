using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>What stands at the places of settings files, and what is said of it.</summary>
public sealed class SettingsPlaceTests : IAsyncLifetime
{
    private const string Domain = "example.org";
    private const string WellKnown = "/.well-known/autoconfig/mail/config-v1.1.xml";
    private SearchWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await SearchWorld.StartAsync();
        _world.Dns.Answer($"_imaps._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, 1993, "imap.example.org")));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Welcome</body></html>")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Welcome</title></head></html>")]
    [InlineData("<script>location='/'</script><p>Welcome")]
    public async Task A_home_page_says_that_nothing_is_published(string page)
    {
        _world.Serve(Domain, WellKnown, Page.Html(page)).Serve($"ua-auto-config.{Domain}", "/.well-known/user-agent-configuration.json", Page.Html(page));
        var result = await _world.DiscoverAsync(Domain);
        Assert.Empty(SearchWorld.Codes(result));
        Assert.Equal(2, result.Attempts.Count(x => x is { Outcome: SourceOutcome.NotFound, Oddities: [{ Code: RemarkCode.WebPage }] }));
    }

    [Fact]
    public async Task A_file_of_whose_servers_none_is_left_is_named_with_the_reasons_in_the_text_too()
    {
        _world.Publish(Domain, new AutoconfigFile(Domain, new AutoconfigServer("imap", "mail.", 993, "SSL"), new AutoconfigServer("pop3", "pop.example.org", 993, "SSL")).Write());
        var report = await _world.ReportAsync("jane@" + Domain, Language.German);
        var finding = Assert.Single(report.Findings, x => x.Code == FindingCode.SettingsEmpty);
        Assert.Contains("hostname „mail.“ hat nur einen Namensteil", finding.Evidence, StringComparison.Ordinal);
        Assert.Contains("Port 993 gehört zu IMAP über TLS", TextReport.Write(report, Language.German), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired", "the certificate is not to be trusted (the certificate has expired)")]
    [InlineData("other name", "the certificate is not to be trusted (the certificate is for another name)")]
    [InlineData("redirect", "it led to a place that we do not follow")]
    [InlineData("error", "the web server refused (500)")]
    public async Task A_fault_of_the_web_server_is_no_lack_of_encryption(string fault, string told)
    {
        var file = Page.Xml(new AutoconfigFile(Domain, new AutoconfigServer("imap", "imap.example.org", 1993, "SSL")).Write());
        var host = $"autoconfig.{Domain}";
        _world.Serve(host, "/mail/config-v1.1.xml", fault switch { "redirect" => Page.Redirect($"http://{host}/x"), "error" => Page.Empty(500), _ => file });
        if (fault == "expired") _world.Web.Show(host, _world.Authority.Expired(host));
        if (fault == "other name") _world.Web.Show(host, _world.Authority.WrongHost());
        _world.Web.ServeHttp(host, "/mail/config-v1.1.xml", file);
        var findings = Diagnosis.Of(await _world.DiscoverAsync(Domain));
        Assert.DoesNotContain(findings, x => x.Code == FindingCode.AutoconfigInsecure);
        Assert.Contains(told, Assert.Single(findings, x => x.Code == FindingCode.SettingsWebFault).Shown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone.example.net", "there is no such name (gone.example.net)")]
    [InlineData("other.example.net", "the certificate is not to be trusted (other.example.net: the certificate has expired)")]
    public async Task A_redirect_to_a_host_with_a_fault_is_no_lack_of_settings_and_names_that_host(string target, string told)
    {
        _world.Serve(Domain, WellKnown, Page.Redirect($"https://{target}/settings.xml")).Serve("other.example.net", "/settings.xml", Page.Empty(404));
        _world.Web.Show("other.example.net", _world.Authority.Expired("other.example.net"));
        Assert.Contains(told, Assert.Single(Diagnosis.Of(await _world.DiscoverAsync(Domain)), x => x.Code == FindingCode.SettingsWebFault).Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_server_at_which_every_name_of_the_domain_arrives_is_hardly_that_of_the_settings()
    {
        foreach (var host in (string[])["autoconfig", "ua-auto-config", "protocol-advisor-no-such-name"]) _world.Serve($"{host}.{Domain}", "/mail/config-v1.1.xml", Page.Empty(403));
        var faults = Diagnosis.Of(await _world.DiscoverAsync(Domain)).Where(x => x.Code == FindingCode.SettingsWebFault).ToList();
        Assert.NotEmpty(faults);
        Assert.All(faults, x => Assert.Equal(Severity.Low, x.Severity));
    }

    [Fact]
    public async Task Where_our_name_server_invents_addresses_no_web_server_of_the_domain_is_blamed()
    {
        _world.Dns.Otherwise = DnsAnswer.Of("127.0.0.99");
        Assert.Equal([FindingCode.DnsAnswersForged], SearchWorld.Codes(await _world.DiscoverAsync(Domain)));
        Assert.DoesNotContain(Diagnosis.Of(await _world.AssessAsync("jane@other.org"), null), x => x.Code == FindingCode.SettingsWebFault);
    }

    [Fact]
    public async Task Where_another_file_of_the_domain_was_read_a_web_fault_is_a_lesser_matter()
    {
        _world.Publish(Domain, new AutoconfigFile(Domain, new AutoconfigServer("imap", "imap.example.org", 1993, "SSL")).Write()).Serve(Domain, WellKnown, Page.Empty(500));
        Assert.Equal(Severity.Low, Assert.Single(Diagnosis.Of(await _world.DiscoverAsync(Domain)), x => x.Code == FindingCode.SettingsWebFault).Severity);
    }

    [Fact]
    public async Task That_the_home_page_is_out_of_reach_matters_only_where_nothing_is_published_elsewhere()
    {
        _world.Dns.Answer(Domain, "127.0.0.99");
        Assert.Empty(SearchWorld.Codes(await _world.DiscoverAsync(Domain)));
        _world.Dns.Answer("other.org", "127.0.0.99");
        Assert.Contains(FindingCode.SettingsWebFault, Diagnosis.Of(await _world.AssessAsync("jane@other.org"), null).Select(x => x.Code));
    }

    [Fact]
    public async Task A_domain_whose_file_is_of_no_use_does_publish_one()
    {
        _world.Publish("other.org", new AutoconfigFile("other.org", new AutoconfigServer("imap", "mail.", 993, "SSL")).Write());
        var report = await _world.ReportAsync("jane@other.org");
        Assert.DoesNotContain(report.Findings, x => x.Code == FindingCode.DiscoveryNothingFound);
        Assert.Contains("name no usable mail server", report.Summary.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.")]
    [InlineData("mail")]
    [InlineData(".example.org")]
    public async Task A_broken_host_name_lets_lower_sources_count(string host)
    {
        _world.Publish(Domain, new AutoconfigFile(Domain, new AutoconfigServer("imap", host, 1993, "SSL")).Write());
        Assert.Equal(["imap.example.org"], (await _world.DiscoverAsync(Domain)).Candidates.Select(x => x.Endpoint.Host.Value));
    }

    [Fact]
    public async Task A_host_at_another_protocols_port_is_guessed_at_the_usual_one()
    {
        _world.Dns.Answer("pop.example.org", "127.0.0.9");
        _world.Publish(Domain, new AutoconfigFile(Domain, new AutoconfigServer("imap", "imap.example.org", 1993, "SSL"), new AutoconfigServer("pop3", "pop.example.org", 993, "SSL")).Write());
        var result = await _world.DiscoverAsync(Domain);
        Assert.Equal([995, 110], result.Candidates.Where(x => x.Endpoint.Host.Value == "pop.example.org").Select(x => x.Endpoint.Port));
        Assert.All(result.Candidates.Where(x => x.Endpoint.Protocol == MailProtocol.Pop3), x => Assert.Equal([DiscoverySource.Convention], x.Sources));
    }

    [Theory]
    [InlineData("_imaps", 995, "belongs to POP3 over TLS")]
    [InlineData("_imaps", 25, "belongs to SMTP")]
    [InlineData("_imap", 110, "belongs to POP3")]
    public async Task A_service_record_with_another_protocols_port_is_told_and_its_host_is_guessed_at_the_usual_one(string service, int port, string why)
    {
        _world.Dns.Answer($"_imaps._tcp.{Domain}", DnsAnswer.NonexistentDomain).Answer($"{service}._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)port, "reading.example.org")))
            .Answer("reading.example.org", "127.0.0.9");
        var result = await _world.DiscoverAsync(Domain);
        Assert.Equal([993, 143], result.Candidates.Where(x => x.Endpoint.Host.Value == "reading.example.org").Select(x => x.Endpoint.Port));
        var finding = Assert.Single(Diagnosis.Of(result), x => x.Code == FindingCode.SettingsEmpty);
        Assert.Contains($"{service}._tcp.{Domain}: reading.example.org: port {port} {why}", finding.Shown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("imap")]
    public async Task A_service_record_that_names_no_host_is_told(string target)
    {
        _world.Dns.Answer($"_imaps._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, 1993, target)));
        Assert.Contains($"{target}:1993: no server", Assert.Single(Diagnosis.Of(await _world.DiscoverAsync(Domain)), x => x.Code == FindingCode.SettingsEmpty).Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_there_for_a_stand_in_is_told_as_that()
    {
        _world.Serve($"autoconfig.{Domain}", "/other", Page.Empty(404));
        var attempt = (await _world.DiscoverAsync(Domain)).Attempts[0];
        Assert.True(attempt.AskedForStandIn);
        Assert.Contains("sendAddress", Assert.Single(attempt.Oddities.Shown()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_provider_of_other_services_is_nothing_odd()
    {
        var others = (string[])["owa", "exchange", "ews", "activesync", "eas", "graph", "jmap", "nntp"];
        _world.Publish(Domain, new AutoconfigFile(Domain, [.. others.Select(x => new AutoconfigServer(x, "outlook.example.org", 443, "SSL")), new AutoconfigServer("imap", "imap.example.org", 1993, "SSL")]).Write());
        Assert.Empty((await _world.DiscoverAsync(Domain)).Attempts[0].Oddities);
    }

    [Fact]
    public async Task A_file_of_the_operators_catalogue_that_leads_nowhere_costs_the_others_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("advisor-catalogue");
        try
        {
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "a"), Path.Combine(folder.FullName, "gone"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "b"), new AutoconfigFile("other.org", new AutoconfigServer("imap", "imap.other.org", 1993, "SSL")).Write(), TestContext.Current.CancellationToken);
            _world.Catalogue = new CatalogueOptions(null, folder.FullName);
            Assert.Equal("imap.other.org", Assert.Single((await _world.DiscoverAsync("other.org")).Candidates).Endpoint.Host.Value);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public async Task A_dot_among_real_service_records_denies_nothing()
    {
        _world.Dns.Answer($"_imaps._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, 0, "."), DnsRecord.Srv(5, 0, 1993, "imap.example.org"), DnsRecord.Srv(1, 0, 0, "broken.example.org")));
        var result = await _world.DiscoverAsync(Domain);
        Assert.Empty(result.NotOffered);
        Assert.Equal(5, result.Attempts.Single(x => x.Location == $"_imaps._tcp.{Domain}").Priority);
        Assert.Equal(["imap.example.org"], result.Candidates.Select(x => x.Endpoint.Host.Value));
    }
}
