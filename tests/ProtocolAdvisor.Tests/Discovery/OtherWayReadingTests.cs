using System.Text;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.SettingsFiles;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>What settings files say beside IMAP, POP3 and SMTP, and what hostile ones say.</summary>
public sealed class OtherWayReadingTests
{
    private static readonly EmailAddress Jane = EmailAddress.Parse("jane.doe@example.com");

    [Fact]
    public void Exchange_is_named_with_each_of_its_addresses_and_is_no_oddity()
    {
        var settings = ReadServers(Incoming("exchange", "mail.example.com", "443", "SSL",
            "<owaURL>https://mail.example.com/owa/</owaURL><ewsURL>https://mail.example.com/ews/exchange.asmx</ewsURL><easURL>https://mail.example.com/eas</easURL>"));
        Assert.Equal(
            [
                new(OtherWayKind.Ews, "https://mail.example.com/ews/exchange.asmx"), new(OtherWayKind.Webmail, "https://mail.example.com/owa/"),
                new OtherWayClaim(OtherWayKind.ActiveSync, "https://mail.example.com/eas"),
            ],
            settings.OtherWays);
        Assert.Empty(settings.Oddities);
        Assert.False(settings.NamesNoUsableServer);
    }

    [Theory]
    [InlineData("exchange", OtherWayKind.Exchange)]
    [InlineData("EXCHANGE", OtherWayKind.Exchange)]
    [InlineData("mapi", OtherWayKind.Exchange)]
    [InlineData("ews", OtherWayKind.Ews)]
    [InlineData("owa", OtherWayKind.Webmail)]
    [InlineData("activesync", OtherWayKind.ActiveSync)]
    [InlineData("eas", OtherWayKind.ActiveSync)]
    [InlineData("graph", OtherWayKind.Graph)]
    [InlineData("owl", OtherWayKind.Exchange)]
    [InlineData("owl-ews", OtherWayKind.Ews)]
    [InlineData("owl-eas", OtherWayKind.ActiveSync)]
    [InlineData("owl-graph", OtherWayKind.Graph)]
    [InlineData("owl-something", OtherWayKind.Exchange)]
    public void A_way_without_an_address_is_named_all_the_same(string type, OtherWayKind kind)
    {
        var settings = ReadServers($"<incomingServer type=\"{type}\"/><outgoingServer type=\"{type}\"/>");
        Assert.Equal([new OtherWayClaim(kind, null)], settings.OtherWays);
        Assert.Empty(settings.Oddities);
        Assert.False(settings.NamesNoUsableServer);
    }

    [Theory]
    [InlineData("<incomingServer type=\"jmap\"><url>https://jmap.example.com/session</url></incomingServer>", "https://jmap.example.com/session")]
    [InlineData("<incomingServer type=\"jmap\"><hostname>jmap.%EMAILDOMAIN%</hostname><port>443</port></incomingServer>", "https://jmap.example.com/.well-known/jmap")]
    [InlineData("<incomingServer type=\"jmap\"><hostname>jmap.example.com</hostname><port>8443</port></incomingServer>", "https://jmap.example.com:8443/.well-known/jmap")]
    [InlineData("<incomingServer type=\"jmap\"><hostname>10.0.0.1</hostname><port>443</port></incomingServer>", null)]
    [InlineData("<incomingServer type=\"jmap\"/>", null)]
    public void Jmap_is_found_by_its_address_or_its_host(string server, string? url) =>
        Assert.Equal([new OtherWayClaim(OtherWayKind.Jmap, url)], ReadServers(server).OtherWays);

    [Theory]
    [InlineData("caldav")]
    [InlineData("carddav")]
    [InlineData("ldap")]
    [InlineData("nntp")]
    public void What_leads_to_no_mailbox_is_passed_over_in_silence(string type)
    {
        var settings = ReadServers($"<incomingServer type=\"{type}\"><url>https://x.example.com/</url></incomingServer>");
        Assert.Empty(settings.OtherWays);
        Assert.Empty(settings.Oddities);
    }

    [Fact]
    public void Webmail_and_oauth_stand_in_the_provider_or_beside_it()
    {
        const string Beside = """
            <webMail><loginPage url="https://webmail.example.com/"/><loginPageInfo url="https://other.example.com/"/></webMail>
            <oAuth2><issuer>id.example.com</issuer><scope>mail offline_access
              mail https://example.com/mail</scope><authURL>https://id.example.com/auth</authURL><tokenURL>https://id.example.com/token</tokenURL></oAuth2>
            """;
        foreach (var file in new[] { Autoconfig(Beside), Autoconfig("").Replace("</clientConfig>", Beside + "</clientConfig>", StringComparison.Ordinal) })
        {
            var settings = Read(file);
            Assert.Equal([new OtherWayClaim(OtherWayKind.Webmail, "https://webmail.example.com/")], settings.OtherWays);
            var offer = Assert.Single(settings.OAuth);
            Assert.Equal(("id.example.com", "https://id.example.com/auth", "https://id.example.com/token"), (offer.Issuer, offer.AuthorizationUrl, offer.TokenUrl));
            Assert.Equal(["mail", "offline_access", "https://example.com/mail"], offer.Scopes);
            Assert.False(settings.NamesNoUsableServer);
        }
    }

    [Fact]
    public void What_stands_beside_several_providers_is_nobodys()
    {
        const string File = """
            <clientConfig><emailProvider><domain>example.com</domain></emailProvider><emailProvider><domain>other.example</domain></emailProvider>
            <webMail><loginPage url="https://webmail.other.example/"/></webMail></clientConfig>
            """;
        Assert.Empty(Read(File).OtherWays);
    }

    public static TheoryData<string> HostileAddresses =>
    [
        "javascript:alert(1)", "data:text/html,x", "http://webmail.example.com/", "ftp://webmail.example.com/", "//webmail.example.com/", "webmail.example.com", "",
        "https://jane:secret@webmail.example.com/", "https://webmail.example.com@evil.example/", "https://10.0.0.1/", "https://127.0.0.1/", "https://0x7f000001/", "https://127.1/",
        "https://169.254.169.254/latest/meta-data/", "https://[::1]/", "https://[fe80::1]/", "https://[::ffff:10.0.0.1]/", "https://localhost/", "https://x.localhost/", "https://intranet/", "https:///x",
        "https://webmail.example.com/" + new string('a', 600), "https://webmail.example.com/" + new string('ä', 200), "https://webmail.example.com/a b", "https://webmail.example.com/#\u202Egpj.exe", "https://web\u202Email.example.com/", "https://-bad-.example.com/",
    ];

    [Theory]
    [MemberData(nameof(HostileAddresses))]
    public void A_hostile_address_is_left_out_and_not_quoted(string url)
    {
        var written = System.Security.SecurityElement.Escape(url);
        var settings = ReadServers($"""
            <webMail><loginPage url="{written}"/></webMail><incomingServer type="exchange"><ewsURL>{written}</ewsURL><owaURL>https://mail.example.com/</owaURL></incomingServer>
            <oAuth2><issuer>{written}</issuer><scope>mail</scope><authURL>{written}</authURL><tokenURL>{written}</tokenURL></oAuth2>
            """);
        Assert.Equal([new OtherWayClaim(OtherWayKind.Webmail, "https://mail.example.com/")], settings.OtherWays);
        Assert.All(settings.OAuth, x => Assert.Equal(("webmail.example.com", null, null), (x.Issuer, x.AuthorizationUrl, x.TokenUrl))); // a name alone is an issuer
        Assert.All(settings.Oddities.Shown(), x => Assert.DoesNotContain("javascript", x, StringComparison.Ordinal));
        Assert.NotEmpty(settings.Oddities);
    }

    [Theory]
    [InlineData("https://bücher.example.com/päth?q=ü#ö", "https://xn--bcher-kva.example.com/p%C3%A4th?q=%C3%BC#%C3%B6")]
    [InlineData("HTTPS://Webmail.Example.COM:443/Login", "https://webmail.example.com/Login")]
    [InlineData("https://webmail.example.com:8443", "https://webmail.example.com:8443/")]
    [InlineData("https://webmail.example.com/<script>\"'", "https://webmail.example.com/%3Cscript%3E%22'")]
    [InlineData("https://[2a00:1450:4001::1]/", "https://[2a00:1450:4001::1]/")]
    public void An_address_comes_out_in_plain_letters(string written, string shown) => Assert.Equal(shown, PublishedUrl.Read(written));

    [Theory]
    [InlineData("https://webmail.example.com/?user=jane.doe%40example.com", "https://webmail.example.com/")]
    [InlineData("https://webmail.example.com/login/JANE.DOE@example.com", "https://webmail.example.com/")]
    [InlineData("https://webmail.example.com/login?user=jane.doe&x=1", "https://webmail.example.com/login")]
    [InlineData("https://webmail.example.com/login?lang=de", "https://webmail.example.com/login?lang=de")]
    public void The_users_address_is_taken_out_of_servers_that_write_it_in(string written, string shown) => Assert.Equal(shown, PublishedUrl.Read(written, Jane));

    [Fact]
    public void Their_number_is_bounded_and_so_are_scopes()
    {
        var pages = string.Concat(Enumerable.Range(0, 500).Select(x => $"<loginPage url=\"https://{x}.example.com/\"/>"));
        var offers = string.Concat(Enumerable.Range(0, 500).Select(x => $"<oAuth2><issuer>{x}.example.com</issuer><scope>{new string('s', 200)} \"bad\" \u202Ebad {string.Join(' ', Enumerable.Range(0, 60))}</scope></oAuth2>"));
        var settings = Read(Autoconfig($"<webMail>{pages}</webMail>{offers}"));
        Assert.InRange(settings.OtherWays.Count, 1, 10);
        Assert.InRange(settings.OAuth.Count, 1, 3);
        Assert.All(settings.OAuth, x => Assert.Equal(Enumerable.Range(0, 20).Select(n => $"{n}"), x.Scopes));
        var result = Published.Ranked([.. Enumerable.Range(0, 5).Select(x => Published.Found(DiscoverySource.Mx, $"{x}", false) with
        {
            OtherWays = [.. settings.OtherWays.Select(way => way with { Url = $"{way.Url}{x}" })], OAuth = [.. settings.OAuth.Select(offer => offer with { TokenUrl = $"https://{x}.example.com/" })],
        })]);
        Assert.Equal((BesideMailServers.MostWays, BesideMailServers.MostOffers), (result.OtherWays.Count, result.OAuth.Count));
    }

    [Fact]
    public void A_file_of_nothing_but_broken_addresses_names_nothing()
    {
        var settings = ReadServers("<incomingServer type=\"exchange\"><ewsURL>javascript:1</ewsURL></incomingServer>");
        Assert.Empty(settings.OtherWays);
        Assert.True(settings.NamesNoUsableServer);
        Assert.StartsWith("incomingServer 1: ewsURL is not a web address that may be shown", Assert.Single(settings.Oddities.Shown()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_for_others_tells_of_no_way() =>
        Assert.Empty(AutoconfigReader.Read(Encoding.UTF8.GetBytes(Autoconfig("<incomingServer type=\"exchange\"/>")), HostName.Parse("other.example"), null, [HostName.Parse("other.example")]).OtherWays);

    [Fact]
    public void Pacc_names_jmap_and_its_issuer_and_keeps_calendars_out()
    {
        var settings = Pacc("""
            { "protocols": { "jmap": { "url": "https://jmap.example.com/session" }, "caldav": { "url": "https://dav.example.com/" }, "carddav": { "url": "https://dav.example.com/" } },
              "authentication": { "oauth-public": { "issuer": "https://id.example.com" } } }
            """);
        Assert.Equal([new OtherWayClaim(OtherWayKind.Jmap, "https://jmap.example.com/session")], settings.OtherWays);
        Assert.Equal("https://id.example.com/", Assert.Single(settings.OAuth).Issuer);
        Assert.Empty(settings.Oddities);
    }

    [Theory]
    [InlineData("""{"protocols":{"jmap":{"host":"jmap.example.com"}}}""", "https://jmap.example.com/.well-known/jmap")]
    [InlineData("""{"protocols":{"jmap":{}}}""", null)]
    [InlineData("""{"protocols":{"jmap":{"url":7}}}""", null)]
    public void Paccs_jmap_needs_no_address(string document, string? url) => Assert.Equal([new OtherWayClaim(OtherWayKind.Jmap, url)], Pacc(document).OtherWays);

    [Theory]
    [InlineData("""{"protocols":{"jmap":{"url":"javascript:alert(1)"}},"oAuthPublic":{"issuer":"http://id.example.com"}}""")]
    [InlineData("""{"protocols":{"jmap":{"url":"https://10.0.0.1/"}},"authentication":{"oauth-public":{"issuer":"https://a:b@id.example.com"}}}""")]
    public void Paccs_hostile_addresses_are_left_out(string document)
    {
        var settings = Pacc(document);
        Assert.Empty(settings.OtherWays);
        Assert.Empty(settings.OAuth);
        Assert.Equal(2, settings.Oddities.Count(x => x.Code == RemarkCode.UrlInvalid));
    }

    [Fact]
    public void The_same_way_from_several_sources_is_told_once_by_the_best()
    {
        var way = new OtherWayClaim(OtherWayKind.Jmap, "https://jmap.example.com/");
        var result = Published.Ranked(
            Published.OverHttp() with { OtherWays = [way, new(OtherWayKind.Exchange, null)] },
            Published.Catalogue() with { OtherWays = [way, new(OtherWayKind.Jmap, null)] });
        Assert.Equal(
            [new(OtherWayKind.Jmap, "https://jmap.example.com/", DiscoverySource.Autoconfig, true), new OtherWay(OtherWayKind.Exchange, null, DiscoverySource.Autoconfig, false)], result.OtherWays);
    }

    private static PublishedSettings Pacc(string document) => PaccReader.Read(Encoding.UTF8.GetBytes(document));
}
