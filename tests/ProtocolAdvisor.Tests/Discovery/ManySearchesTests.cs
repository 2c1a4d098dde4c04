using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Many searches at once cost none of them an answer, and web servers few requests.</summary>
public sealed class ManySearchesTests : IAsyncLifetime
{
    private const int Many = 140;
    private SearchWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SearchWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_catalogue_answers_each_of_many_domains_within_a_minute()
    {
        for (var i = 0; i < Many; i++) _world.Enter($"d{i}.org", FileOf($"d{i}.org"));
        using var assessor = _world.Assessor();
        var results = await SearchAsync(assessor, i => $"d{i}.org");
        Assert.All(results, x => Assert.Single(x.Candidates));
        Assert.All(results, x => Assert.Empty(SearchWorld.Codes(x)));
    }

    [Fact]
    public async Task One_domain_searched_many_times_costs_its_web_servers_one_request_a_place()
    {
        _world.Enter("example.org", FileOf("example.org")).Publish("example.org", FileOf("example.org")).Serve("example.org", "/", Page.Empty(404));
        using var assessor = _world.Assessor();
        var results = await SearchAsync(assessor, _ => "example.org");
        Assert.All(results, x => Assert.Equal([DiscoverySource.Autoconfig, DiscoverySource.Catalogue], x.Candidates[0].Sources));
        var places = _world.Web.Requests.Where(x => x.Scheme == "https").CountBy(x => x.Host + x.Path).ToList();
        Assert.Equal(4, places.Count); // both places of settings, the catalogue, and JMAP's
        Assert.All(places, x => Assert.Equal(1, x.Value));
    }

    [Fact]
    public async Task Many_domains_of_one_hoster_are_found_too()
    {
        for (var i = 0; i < Many; i++) _world.Dns.Answer($"d{i}.org", ScriptedServers.DnsAnswer.Of(ScriptedServers.DnsRecord.Mx(10, "mx.hoster.net")));
        _world.Publish("hoster.net", FileOf("hoster.net"));
        using var assessor = _world.Assessor();
        var results = await SearchAsync(assessor, i => $"d{i}.org");
        Assert.All(results, x => Assert.Equal("imap.hoster.net", Assert.Single(x.Candidates).Endpoint.Host.Value));
    }

    [Fact]
    public async Task Where_we_hold_back_all_the_same_that_is_told_and_nothing_else()
    {
        _world.Targets = _world.Targets with { CataloguePerMinute = 1 };
        _world.Enter("a.org", FileOf("a.org")).Enter("b.org", FileOf("b.org"));
        _world.Dns.Answer("b.org", ScriptedServers.DnsAnswer.Of(ScriptedServers.DnsRecord.Mx(10, "mx.b.org")));
        using var assessor = _world.Assessor();
        Assert.Single((await SearchWorld.DiscoverAsync(assessor, "a.org")).Candidates);
        var held = await SearchWorld.DiscoverAsync(assessor, "b.org");
        Assert.Equal([FindingCode.TargetBusy], SearchWorld.Codes(held));
    }

    [Fact]
    public async Task What_holds_a_users_address_is_asked_for_each_time_and_shared_with_nobody()
    {
        _world.Publish("example.org", FileOf("example.org"));
        using var assessor = _world.Assessor();
        foreach (var local in (string[])["jane", "jane", "joan"])
            await assessor.DiscoverAsync(
                new DiscoveryQuestion(HostName.Parse("example.org"), EmailAddress.Parse($"{local}@example.org"), MaySendAddress: true), TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(["jane", "jane", "joan"], _world.Web.Requests.Where(x => x.Scheme == "https" && x.Query.Length > 0).Select(x => x.Query.Split('=')[1].Split('%')[0]));
    }

    // Within a minute, and not more at once than a small machine can shake hands for in time.
    private static async Task<DiscoveryResult[]> SearchAsync(MailboxAssessor assessor, Func<int, string> domain)
    {
        var results = new DiscoveryResult[Many];
        await Parallel.ForEachAsync(Enumerable.Range(0, Many), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => results[i] = await SearchWorld.DiscoverAsync(assessor, domain(i)));
        return results;
    }

    private static string FileOf(string domain) => new AutoconfigFile(domain, new AutoconfigServer("imap", $"imap.{domain}", 1993, "SSL")).Write();
}
