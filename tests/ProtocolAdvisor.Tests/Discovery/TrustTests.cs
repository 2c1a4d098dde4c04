using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Where the password goes, and where it does not.</summary>
public sealed class TrustTests : IAsyncLifetime
{
    private SearchWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SearchWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("uk.com")]
    [InlineData("eu.org")]
    [InlineData("lima-city.de")]
    [InlineData("github.io")]
    [InlineData("co.uk")]
    [InlineData("kawasaki.jp")]
    [InlineData("x.kawasaki.jp")]
    [InlineData("compute.amazonaws.com")]
    public async Task A_domain_below_which_names_are_given_out_owns_none_of_them(string domain)
    {
        var host = $"imap.{domain}";
        _world.Dns.Answer($"_imaps._tcp.{domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)_world.Imap(host), host)));
        var facts = await _world.AssessAsync($"jane@{domain}", "secret");
        Assert.Equal(SignInReason.CredentialsWithheld, Assert.Single(facts.Endpoints).SignIn.Reason);
    }

    [Fact]
    public async Task Names_below_such_a_domain_that_publish_its_settings_may_be_a_strangers()
    {
        const string File = """<clientConfig><emailProvider id="x"><incomingServer type="imap"><hostname>imap.stranger.net</hostname><port>{0}</port><socketType>SSL</socketType></incomingServer></emailProvider></clientConfig>""";
        var port = _world.Imap("imap.stranger.net");
        _world.Publish("uk.com", string.Format(System.Globalization.CultureInfo.InvariantCulture, File, port))
            .Serve("ua-auto-config.uk.com", "/.well-known/user-agent-configuration.json", Page.Json("""{"protocols":{"pop3":{"host":"pop3.stranger.net"}}}"""));
        var facts = await _world.AssessAsync("jane@uk.com", "secret");
        Assert.All(facts.Discovery.Candidates, x => Assert.False(x.Trusted));
        Assert.Equal(SignInReason.CredentialsWithheld, facts.Endpoints[0].SignIn.Reason);
    }

    [Theory]
    [InlineData("example.org", "imap.example.org", true)]
    [InlineData("mail.example.org", "imap.example.org", true)]
    [InlineData("example.co.uk", "imap.example.co.uk", true)]
    [InlineData("example.co.uk", "imap.other.co.uk", false)]
    [InlineData("shop.uk.com", "imap.shop.uk.com", true)]
    [InlineData("shop.uk.com", "imap.uk.com", false)]
    [InlineData("amazonaws.com", "imap.amazonaws.com", true)]
    [InlineData("amazonaws.com", "imap.x.compute.amazonaws.com", false)]
    [InlineData("example.org", "badexample.org", false)]
    [InlineData("example.org", "192.0.2.1", false)]
    public async Task A_server_of_ones_own_has_the_same_registrable_domain(string domain, string host, bool own)
    {
        var result = await _world.DiscoverAsync(domain);
        Assert.Equal(own, result.IsOwn(HostName.Parse(host)));
    }

    [Fact]
    public async Task A_file_of_two_houses_speaks_for_each_domain_by_its_own_provider()
    {
        var (a, b) = (_world.Imap("imap.house-a.net"), _world.Imap("imap.house-b.net"));
        var file = $"<clientConfig>{House("a-mail.net", "imap.house-a.net", a)}{House("b-mail.net", "imap.house-b.net", b)}</clientConfig>";
        _world.Enter("b-mail.net", file).Enter("a-mail.net", file).Publish("b-mail.net", file);
        var facts = await _world.AssessAsync("jane@b-mail.net", "secret");
        Assert.Equal("imap.house-b.net", Assert.Single(facts.Endpoints).Probe.Endpoint.Host.Value);
        Assert.Equal(["imap.house-a.net"], (await _world.DiscoverAsync("a-mail.net")).Candidates.Select(x => x.Endpoint.Host.Value));
    }

    [Fact]
    public async Task A_folder_of_files_is_read_by_domain_too()
    {
        var folder = Directory.CreateTempSubdirectory("catalogue");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "houses"), $"<clientConfig>{House("a-mail.net", "imap.house-a.net", 1993)}{House("b-mail.net", "imap.house-b.net", 1993)}</clientConfig>",
            TestContext.Current.CancellationToken);
        _world.Catalogue = new CatalogueOptions(Folder: folder.FullName);
        Assert.Equal(["imap.house-b.net"], (await _world.DiscoverAsync("b-mail.net")).Candidates.Select(x => x.Endpoint.Host.Value));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("other-mail.net", "third-mail.net")]
    [InlineData("", "")]
    public async Task A_file_that_does_not_say_which_provider_is_meant_is_told_and_not_used(string first, string second)
    {
        var file = $"<clientConfig>{House(first, "imap.house-a.net", 1993)}{House(second, "imap.house-b.net", 1993)}</clientConfig>";
        _world.Enter("b-mail.net", file).Publish("b-mail.net", file);
        var result = await _world.DiscoverAsync("b-mail.net");
        Assert.Empty(result.Candidates);
        Assert.Equal(2, result.Attempts.Count(x => x.Oddities.Shown().Contains("speaks for other domains than b-mail.net; not used")));
    }

    [Fact]
    public async Task One_provider_without_a_domain_is_meant_for_whoever_else_asks()
    {
        _world.Enter("b-mail.net", $"<clientConfig>{House("a-mail.net", "imap.house-a.net", 1993)}{House("", "imap.house-b.net", 1993)}</clientConfig>");
        Assert.Equal(["imap.house-b.net"], (await _world.DiscoverAsync("b-mail.net")).Candidates.Select(x => x.Endpoint.Host.Value));
    }

    [Fact]
    public async Task A_single_provider_of_other_domains_counts_at_the_domains_own_place_and_not_in_the_catalogue()
    {
        _world.Publish("own-mail.net", $"<clientConfig>{House("hoster.net", "imap.hoster.net", 1993)}</clientConfig>")
            .Enter("listed-mail.net", $"<clientConfig>{House("hoster.net", "imap.hoster.net", 1993)}</clientConfig>");
        Assert.Single((await _world.DiscoverAsync("own-mail.net")).Candidates);
        Assert.Empty((await _world.DiscoverAsync("listed-mail.net")).Candidates);
    }

    [Fact]
    public async Task An_exchangers_provider_speaks_by_its_own_name_or_the_asked_one_and_no_third()
    {
        _world.Dns.Answer("own.org", DnsAnswer.Of(DnsRecord.Mx(10, "mx.hoster.net"))).Answer("third.org", DnsAnswer.Of(DnsRecord.Mx(10, "mx.other-hoster.net")));
        _world.Publish("hoster.net", $"<clientConfig>{House("hoster.net", "imap.hoster.net", 1993)}</clientConfig>")
            .Publish("other-hoster.net", $"<clientConfig>{House("somebody.net", "imap.somebody.net", 1993)}</clientConfig>");
        Assert.Equal(["imap.hoster.net"], (await _world.DiscoverAsync("own.org")).Candidates.Select(x => x.Endpoint.Host.Value));
        Assert.Empty((await _world.DiscoverAsync("third.org")).Candidates);
    }

    [Theory]
    [InlineData("customer-org.r-v1.mx.microsoft")]
    [InlineData("customer-org.mail.protection.outlook.com")]
    public async Task Microsofts_exchangers_lead_to_its_entry_in_the_catalogue(string exchanger)
    {
        _world.Dns.Answer("customer.org", DnsAnswer.Of(DnsRecord.Mx(0, exchanger)));
        var file = $"<clientConfig><emailProvider id=\"office365.com\"><domain>office365.com</domain><domain>mail.protection.outlook.com</domain>{Server("outlook.office365.com", 1993)}</emailProvider></clientConfig>";
        _world.Enter("office365.com", file).Enter("mail.protection.outlook.com", file);
        Assert.Equal(["outlook.office365.com"], (await _world.DiscoverAsync("customer.org")).Candidates.Select(x => x.Endpoint.Host.Value));
    }

    private static string House(string domain, string host, int port) =>
        $"<emailProvider id=\"x\">{(domain.Length > 0 ? $"<domain>{domain}</domain>" : null)}{Server(host, port)}</emailProvider>";

    private static string Server(string host, int port) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"<incomingServer type=\"imap\"><hostname>{host}</hostname><port>{port}</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>");
}
