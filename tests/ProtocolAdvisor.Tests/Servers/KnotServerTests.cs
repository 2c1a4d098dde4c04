using System.Diagnostics;
using System.Globalization;
using DnsClient;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class KnotServerTests(KnotServerTests.Zones zones) : IClassFixture<KnotServerTests.Zones>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_kind_of_record_is_answered_over_udp_and_tcp(bool tcp)
    {
        var client = zones.Client(tcp);

        var srv = Assert.Single((await client.QueryAsync("_imaps._tcp.example.com", QueryType.SRV, cancellationToken: Cancel)).Answers.SrvRecords());
        Assert.Equal((0, 1, 27993, "imap.example.com."), (srv.Priority, srv.Weight, srv.Port, srv.Target.Value));
        var none = Assert.Single((await client.QueryAsync("_pop3._tcp.example.com", QueryType.SRV, cancellationToken: Cancel)).Answers.SrvRecords());
        Assert.Equal((0, "."), (none.Port, none.Target.Value));
        var mx = Assert.Single((await client.QueryAsync("example.com", QueryType.MX, cancellationToken: Cancel)).Answers.MxRecords());
        Assert.Equal((10, "mx.hoster.example."), (mx.Preference, mx.Exchange.Value));
        var txt = Assert.Single((await client.QueryAsync("_ua-auto-config.example.com", QueryType.TXT, cancellationToken: Cancel)).Answers.TxtRecords());
        Assert.Equal("v=UAAC1; a=sha256; d=AAAA", Assert.Single(txt.Text));
    }

    [Fact]
    public async Task A_wildcard_answers_for_names_that_nobody_wrote_down()
    {
        var answer = await zones.Client().QueryAsync("pop3.wild.example", QueryType.A, cancellationToken: Cancel);

        Assert.Equal("127.0.0.1", Assert.Single(answer.Answers.ARecords()).Address.ToString());
    }

    [Theory]
    [InlineData("nothing.example.com")]
    [InlineData("nobody-serves.example.org")]
    public async Task Under_the_root_zone_every_other_name_does_not_exist(string name)
    {
        var answer = await zones.Client().QueryAsync(name, QueryType.A, cancellationToken: Cancel);

        Assert.Equal(DnsHeaderResponseCode.NotExistentDomain, answer.Header.ResponseCode);
    }

    [Fact]
    public async Task Without_the_root_zone_other_names_are_refused()
    {
        await using var server = await KnotServer.StartAsync([new("example.com")]);

        var answer = await ClientOf(server, tcp: false).QueryAsync("example.org", QueryType.A, cancellationToken: Cancel);

        Assert.Equal(DnsHeaderResponseCode.Refused, answer.Header.ResponseCode);
    }

    [Fact]
    public async Task A_failing_zone_is_a_server_failure()
    {
        var answer = await zones.Client().QueryAsync("imap.failing.example", QueryType.A, cancellationToken: Cancel);

        Assert.Equal(DnsHeaderResponseCode.ServerFailure, answer.Header.ResponseCode);
    }

    [Fact]
    public async Task A_large_answer_is_cut_over_udp_and_whole_over_tcp()
    {
        var cut = await Assert.ThrowsAsync<DnsResponseException>(
            () => zones.Client(useTcpFallback: false).QueryAsync("large.example.com", QueryType.TXT, cancellationToken: Cancel));
        var whole = await zones.Client().QueryAsync("large.example.com", QueryType.TXT, cancellationToken: Cancel);

        Assert.Contains("truncated", cut.Message, StringComparison.Ordinal);
        Assert.Equal(30, whole.Answers.TxtRecords().Count());
        Assert.True(whole.MessageSize > 1232);
    }

    [Fact]
    public async Task An_international_domain_is_served_under_its_a_label()
    {
        var answer = await zones.Client().QueryAsync("xn--bcher-kva.example", QueryType.MX, cancellationToken: Cancel);

        Assert.Equal("mx.xn--bcher-kva.example.", Assert.Single(answer.Answers.MxRecords()).Exchange.Value);
    }

    [Fact]
    public async Task A_mistake_in_a_zone_is_told_with_the_log()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => KnotServer.StartAsync([new("example.com", "@ MX mx 10")]));

        Assert.Contains("knot cannot load example.com", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 5", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_of_a_server_that_was_ended()
    {
        var server = await KnotServer.StartAsync([DnsZone.Root]);
        var folder = Directory.GetParent(server.Log.Split('\'').First(part => part.EndsWith("server.conf", StringComparison.Ordinal)))!;
        using var process = Process.GetProcessById(server.ProcessId);
        Assert.True(folder.Exists);

        await server.DisposeAsync();

        Assert.True(process.HasExited);
        Assert.False(Directory.Exists(folder.FullName));
    }

    private static LookupClient ClientOf(KnotServer server, bool tcp, bool useTcpFallback = true) =>
        new(new LookupClientOptions(server.EndPoint) { UseCache = false, UseTcpOnly = tcp, UseTcpFallback = useTcpFallback });

    /// <summary>One knot for all of these tests.</summary>
    public sealed class Zones : IAsyncLifetime
    {
        private KnotServer server = null!;

        public async ValueTask InitializeAsync() => server = await KnotServer.StartAsync(
        [
            DnsZone.Root,
            new("example.com",
            [
                "_imaps._tcp SRV 0 1 27993 imap",
                "_pop3._tcp SRV 0 0 0 .",
                "@ MX 10 mx.hoster.example.",
                "_ua-auto-config TXT \"v=UAAC1; a=sha256; d=AAAA\"",
                .. Enumerable.Range(10, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"large TXT \"{i} {new string('x', 60)}\"")),
            ]),
            new("wild.example", "* A 127.0.0.1"),
            new("bücher.example", "@ MX 10 mx"),
            DnsZone.Failing("failing.example"),
        ]);

        public ValueTask DisposeAsync() => server.DisposeAsync();

        internal LookupClient Client(bool tcp = false, bool useTcpFallback = true) => ClientOf(server, tcp, useTcpFallback);
    }
}
