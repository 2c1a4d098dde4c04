using System.Diagnostics;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Ways to a mailbox beside IMAP and POP3, from the servers that name them to what the reader is told.</summary>
public sealed class OtherWayTests : IAsyncLifetime
{
    private const string Domain = "example.org";
    private const string WellKnown = "/.well-known/jmap";
    private const string OnlyExchange = """
        <clientConfig><emailProvider><domain>example.org</domain>
        <incomingServer type="exchange"><ewsURL>https://mail.example.org/ews</ewsURL><owaURL>https://mail.example.org/owa</owaURL></incomingServer></emailProvider></clientConfig>
        """;

    private SearchWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SearchWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(443, "https://jmap.example.org/.well-known/jmap")]
    [InlineData(8443, "https://jmap.example.org:8443/.well-known/jmap")]
    public async Task An_srv_record_names_jmap(int port, string url)
    {
        _world.Dns.Answer($"_jmap._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)port, "jmap.example.org")));
        Assert.Equal([new OtherWay(OtherWayKind.Jmap, url, DiscoverySource.Srv, false)], (await _world.DiscoverAsync(Domain)).OtherWays);
    }

    [Theory]
    [InlineData(".", 0)]
    [InlineData("jmap.example.org", 0)]
    [InlineData("intranet", 443)]
    [InlineData("localhost", 443)]
    public async Task An_srv_record_that_leads_nowhere_names_nothing(string target, int port)
    {
        _world.Dns.Answer($"_jmap._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)port, target)));
        Assert.Empty((await _world.DiscoverAsync(Domain)).OtherWays);
    }

    [Theory]
    [InlineData("session")]
    [InlineData("sign-in")]
    [InlineData("redirect")]
    public async Task The_well_known_place_names_jmap_where_one_answers_there(string how)
    {
        _world.Serve(Domain, WellKnown, how switch
        {
            "session" => Page.Json("""{"capabilities":{"urn:ietf:params:jmap:core":{},"urn:ietf:params:jmap:mail":{}},"apiUrl":"https://example.org/api"}"""),
            "sign-in" => Page.Empty(401),
            _ => Page.Redirect(_world.Web.Https("jmap.example.org", "/session")),
        }).Serve("jmap.example.org", "/session", Page.Empty(401));
        Assert.Equal(
            [new OtherWay(OtherWayKind.Jmap, "https://example.org/.well-known/jmap", DiscoverySource.Jmap, true)], (await _world.DiscoverAsync(Domain)).OtherWays);
    }

    [Theory]
    [InlineData("home page")]
    [InlineData("nothing")]
    [InlineData("calendars only")]
    [InlineData("a number")]
    [InlineData("half a character")]
    [InlineData("error")]
    [InlineData("down to http")]
    [InlineData("to an inner address")]
    [InlineData("endless")]
    public async Task What_is_no_jmap_is_not_taken_for_it_and_harms_nothing(string what)
    {
        _world.Dns.Answer($"_imaps._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, 1993, "imap.example.org")));
        _world.Serve(Domain, WellKnown, what switch
        {
            "home page" => Page.Html("<!DOCTYPE html><html><body>Welcome</body></html>"),
            "nothing" => Page.Empty(404),
            "calendars only" => Page.Json("""{"capabilities":{"urn:ietf:params:jmap:core":{},"urn:ietf:params:jmap:calendars":{}}}"""),
            "a number" => Page.Json("7"),
            "half a character" => Page.Json("""{"capabilities":{"\ud800":1}}"""),
            "error" => Page.Empty(500),
            "down to http" => Page.Redirect("http://example.org/"),
            "to an inner address" => Page.Redirect("https://10.0.0.1/"),
            _ => Page.Endless,
        });
        var result = await _world.DiscoverAsync(Domain);
        Assert.Empty(result.OtherWays);
        Assert.Equal("imap.example.org", result.Candidates[0].Endpoint.Host.Value);
        Assert.Empty(SearchWorld.Codes(result));
    }

    [Fact]
    public async Task A_site_that_asks_for_a_password_everywhere_says_nothing_by_it()
    {
        _world.Serve(Domain, WellKnown, Page.Empty(401)).Serve(Domain, "/.well-known/autoconfig/mail/config-v1.1.xml", Page.Empty(401));
        Assert.Empty((await _world.DiscoverAsync(Domain)).OtherWays);
    }

    [Fact]
    public async Task Nobody_signs_in_to_another_way()
    {
        _world.Serve(Domain, WellKnown, Page.Empty(401));
        await _world.AssessAsync($"jane@{Domain}", "secret");
        Assert.DoesNotContain(_world.Web.Requests, x => $"{x}".Contains("jane", StringComparison.Ordinal) || $"{x}".Contains("Authorization", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_silent_place_is_not_waited_for_when_the_rest_is_done()
    {
        _world.Publish(Domain, new AutoconfigFile(Domain, new AutoconfigServer("imap", "imap.example.org", 1993, "SSL")).Write()).Serve(Domain, WellKnown, Page.Silent);
        using var assessor = _world.Assessor(patience: Patience.Usual);
        await SearchWorld.DiscoverAsync(assessor, "other.org"); // everything is warm
        var watch = Stopwatch.StartNew();
        var result = await SearchWorld.DiscoverAsync(assessor, Domain);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        var silent = Assert.Single(result.Attempts, x => x.Source == DiscoverySource.Jmap);
        Assert.True(silent.Failure is { Kind: FailureKind.TimedOut, NotAwaited: true });
        Assert.Empty(SearchWorld.Codes(result));
    }

    [Fact]
    public async Task A_place_that_fails_leaves_nothing_open_about_imap_and_pop3()
    {
        _world.Dns.Answer("example.net", "127.0.0.99").Answer(Domain, DnsAnswer.Of(DnsRecord.Mx(10, "mx.example.org"))).Answer($"_jmap._tcp.{Domain}", DnsAnswer.ServerFailure);
        Assert.Equal([FindingCode.DiscoveryNothingFound], SearchWorld.Codes(await _world.DiscoverAsync(Domain)));
    }

    [Fact]
    public async Task Where_only_other_ways_are_offered_the_report_begins_with_them_in_every_language()
    {
        _world.Targets = _world.Targets with { AllowedPorts = [(1, 65535)] };
        _world.Publish(Domain, OnlyExchange).Serve(Domain, WellKnown, Page.Empty(401));
        var facts = await _world.AssessAsync($"jane@{Domain}");
        foreach (var language in Language.All)
        {
            var report = SearchWorld.ReportOn(facts, $"jane@{Domain}", language);
            Assert.Empty(ReportCoherence.Of(report, language));
            Assert.Contains(report.Findings, x => x.Code == FindingCode.OtherWaysOnly);
            Assert.DoesNotContain(report.Findings, x => x.Code is FindingCode.DiscoveryNothingFound or FindingCode.SettingsEmpty);
            Assert.Equal((SummaryState.DoesNotWork, RecommendedProtocol.None), (report.Summary.State, report.Recommendation.Protocol));
            Assert.Equal(report.Summary.Headline, report.Recommendation.Headline);
            Assert.Contains(report.Summary.Lines, x => x.Contains("JMAP (https://example.org/.well-known/jmap)", StringComparison.Ordinal) && x.Contains("https://mail.example.org/ews", StringComparison.Ordinal));
            var text = TextReport.Write(report, language);
            Assert.Contains("https://mail.example.org/owa", text, StringComparison.Ordinal);
            Assert.Contains(BesideWords.In(language).Phrases.OtherWays, text, StringComparison.Ordinal);
        }

        var english = SearchWorld.ReportOn(facts, $"jane@{Domain}");
        Assert.Equal("Neither IMAP nor POP3, but another way", english.Summary.Headline);
        Assert.Contains(english.Summary.Lines, x => x.StartsWith("This account can be reached by JMAP (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_alone_tells_of_them_too()
    {
        _world.Publish(Domain, OnlyExchange);
        var question = new DiscoveryQuestion(HostName.Parse(Domain));
        var reply = DiscoveryReply.From(question, await _world.DiscoverAsync(Domain), TimeSpan.Zero, Language.English);
        Assert.Equal([OtherWayKind.Ews, OtherWayKind.Webmail], reply.Discovery.OtherWays.Select(x => x.Kind));
        var text = string.Join('\n', DiscoveryText.Sections(reply, new ReportWords(Language.English)).SelectMany(x => x.Lines.Prepend(x.Heading)));
        Assert.Contains("Other ways to the mailbox", text, StringComparison.Ordinal);
        Assert.Contains("Exchange Web Services (EWS) (https://mail.example.org/ews)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_inner_networks_are_not_shown_to_strangers()
    {
        var policy = new AddressPolicy(_world.Targets with { AllowedNetworks = [] });
        var attempt = Published.Autoconfig() with
        {
            OtherWays = [new(OtherWayKind.Webmail, "https://mail.corp/"), new(OtherWayKind.Jmap, "https://jmap.intranet/"), new(OtherWayKind.Ews, "https://mail.example.org/")],
            OAuth = [new("login.internal", ["mail"], "https://login.local/", null), new("id.example.org", [], "https://login.home/", null)],
        };
        var allowed = BesideMailServers.Allowed(attempt, policy);
        Assert.Equal([new OtherWayClaim(OtherWayKind.Ews, "https://mail.example.org/")], allowed.OtherWays);
        Assert.Equal(("id.example.org", null), (Assert.Single(allowed.OAuth).Issuer, allowed.OAuth[0].AuthorizationUrl));
    }
}
