using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Who receives a domain's mail is kept: it tells whose mailboxes they are.</summary>
public sealed class MailExchangerTests : IAsyncLifetime
{
    private const string File = """
        <clientConfig version="1.1"><emailProvider id="own.org"><domain>own.org</domain>
          <incomingServer type="imap"><hostname>imap.own.org</hostname><port>993</port><socketType>SSL</socketType></incomingServer>
        </emailProvider></clientConfig>
        """;

    private SearchWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SearchWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_most_preferred_stands_first_and_each_once()
    {
        _world.Dns.Answer("own.org", DnsAnswer.Of(
            DnsRecord.Mx(20, "b.hoster.net"), DnsRecord.Mx(10, "c.hoster.net"), DnsRecord.Mx(10, "A.hoster.net"), DnsRecord.Mx(30, "c.hoster.net")));
        var result = await _world.DiscoverAsync("own.org");
        Assert.Equal(["a.hoster.net", "c.hoster.net", "b.hoster.net"], result.MailExchangers.Select(x => x.Value));
    }

    [Fact]
    public async Task They_are_known_too_where_a_better_source_names_the_servers()
    {
        _world.Publish("own.org", File).Dns.Answer("own.org", DnsAnswer.Of(DnsRecord.Mx(0, "own-org.r-v1.mx.microsoft")));
        var result = await _world.DiscoverAsync("own.org");
        Assert.Equal("imap.own.org", result.Candidates[0].Endpoint.Host.Value);
        Assert.Equal(["own-org.r-v1.mx.microsoft"], result.MailExchangers.Select(x => x.Value));
        Assert.Equal("microsoft-365", ProviderRecognition.Of(new ProviderClues { MailExchangers = result.MailExchangers })!.Provider.Key);
    }

    [Fact]
    public async Task Of_endless_many_a_few_are_kept()
    {
        _world.Dns.Answer("own.org", DnsAnswer.Of([.. Enumerable.Range(10, 40).Select(i => DnsRecord.Mx((ushort)i, $"mx{i}.hoster.net"))]));
        var result = await _world.DiscoverAsync("own.org");
        Assert.Equal(MxSource.MaxExchangers, result.MailExchangers.Count);
        Assert.Equal("mx10.hoster.net", result.MailExchangers[0].Value);
    }

    [Fact]
    public async Task A_domain_that_takes_no_mail_has_none()
    {
        _world.Dns.Answer("own.org", DnsAnswer.Of(DnsRecord.Mx(0, ".")));
        Assert.Empty((await _world.DiscoverAsync("own.org")).MailExchangers);
    }
}
