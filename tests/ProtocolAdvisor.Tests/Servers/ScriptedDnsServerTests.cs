using DnsClient;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class ScriptedDnsServerTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_DnsClient_from_its_table()
    {
        await using var server = ScriptedDnsServer.Start();
        server.Answer("mail.example.com", "203.0.113.7", "2001:db8::7")
            .Answer("rebind.example.com", DnsAnswer.Of("203.0.113.8"), DnsAnswer.Of("127.0.0.1"))
            .Answer("_imaps._tcp.example.com", DnsAnswer.Of(DnsRecord.Srv(1, 2, 993, "mail.example.com")))
            .Answer("broken.example.com", DnsAnswer.ServerFailure);
        var client = Client(server);

        Assert.Equal("203.0.113.7", await FirstAsync(client, "mail.example.com"));
        Assert.Equal("2001:db8::7", (await client.QueryAsync("mail.example.com", QueryType.AAAA, cancellationToken: Cancel)).Answers.AaaaRecords().Single().Address.ToString());
        Assert.Equal("203.0.113.8", await FirstAsync(client, "rebind.example.com"));
        Assert.Equal("127.0.0.1", await FirstAsync(client, "rebind.example.com"));
        Assert.Equal("127.0.0.1", await FirstAsync(client, "rebind.example.com"));
        var service = (await client.QueryAsync("_imaps._tcp.example.com", QueryType.SRV, cancellationToken: Cancel)).Answers.SrvRecords().Single();
        Assert.Equal((1, 2, 993, "mail.example.com."), (service.Priority, service.Weight, service.Port, service.Target.Value));
        Assert.Equal(DnsHeaderResponseCode.NotExistentDomain, (await client.QueryAsync("nobody.example.com", QueryType.A, cancellationToken: Cancel)).Header.ResponseCode);
        Assert.Equal(DnsHeaderResponseCode.ServerFailure, (await client.QueryAsync("broken.example.com", QueryType.A, cancellationToken: Cancel)).Header.ResponseCode);
        Assert.Equal(new RecordedQuery("mail.example.com", DnsType.A, OverTcp: false), server.Queries[0]);
    }

    [Fact]
    public async Task Says_nothing_where_told_so_and_sends_to_tcp_where_told_so()
    {
        await using var server = ScriptedDnsServer.Start();
        server.Answer("silent.example.com", DnsAnswer.None).Answer("long.example.com", "203.0.113.9");

        await Assert.ThrowsAsync<DnsResponseException>(() => Client(server).QueryAsync("silent.example.com", QueryType.A, cancellationToken: Cancel));
        server.TruncatesUdp = true;
        Assert.Equal("203.0.113.9", await FirstAsync(Client(server), "long.example.com"));
        Assert.Contains(server.Queries, question => question is { Name: "long.example.com", OverTcp: true });
    }

    private static LookupClient Client(ScriptedDnsServer server) => new(new LookupClientOptions(server.EndPoint)
    {
        UseCache = false,
        Retries = 0,
        Timeout = TimeSpan.FromSeconds(1),
    });

    private static async Task<string> FirstAsync(LookupClient client, string name) =>
        (await client.QueryAsync(name, QueryType.A, cancellationToken: Cancel)).Answers.ARecords().Single().Address.ToString();
}
