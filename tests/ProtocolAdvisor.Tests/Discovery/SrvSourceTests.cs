using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>SRV records of a real name server, and what they say together.</summary>
public sealed class SrvSourceTests
{
    private const string Name = "_imaps._tcp.example.com";

    [Fact]
    public async Task A_dot_alone_says_that_the_protocol_is_not_offered()
    {
        var attempt = await AskAsync(DnsRecord.Srv(0, 0, 0, "."));
        Assert.Equal([MailProtocol.Imap], attempt.NotOffered);
        Assert.Equal((SourceOutcome.Found, null), (attempt.Outcome, attempt.Priority));
        Assert.Empty(attempt.Incoming);
    }

    [Fact]
    public async Task A_dot_among_servers_denies_nothing_and_is_no_server()
    {
        var attempt = await AskAsync(DnsRecord.Srv(0, 0, 0, "."), DnsRecord.Srv(10, 0, 993, "imap.example.com"));
        Assert.Empty(attempt.NotOffered);
        Assert.Equal(["imap.example.com:993"], attempt.Incoming.Select(x => x.Endpoint.Authority));
        Assert.Equal(10, attempt.Priority);
        Assert.Empty(attempt.Oddities);
    }

    [Fact]
    public async Task The_lowest_priority_comes_first_then_the_heaviest_then_the_name()
    {
        var attempt = await AskAsync(
            DnsRecord.Srv(20, 9, 993, "d.example.com"), DnsRecord.Srv(10, 1, 993, "c.example.com"), DnsRecord.Srv(10, 5, 993, "b.example.com"), DnsRecord.Srv(10, 5, 993, "a.example.com"),
            DnsRecord.Srv(10, 5, 992, "a.example.com"));
        Assert.Equal(
            ["a.example.com:992", "a.example.com:993", "b.example.com:993", "c.example.com:993", "d.example.com:993"], attempt.Incoming.Select(x => x.Endpoint.Authority));
    }

    [Fact]
    public async Task A_record_without_a_port_is_passed_over_and_told()
    {
        var attempt = await AskAsync(DnsRecord.Srv(0, 0, 0, "imap.example.com"), DnsRecord.Srv(1, 0, 993, "mail.example.com"));
        Assert.Equal(["mail.example.com:993"], attempt.Incoming.Select(x => x.Endpoint.Authority));
        Assert.Equal(["imap.example.com:0: no server"], attempt.Oddities.Shown());
    }

    [Fact]
    public async Task Sending_is_kept_apart_from_reading()
    {
        var attempt = await AskAsync("_submissions._tcp.example.com", DnsRecord.Srv(0, 0, 465, "smtp.example.com"));
        Assert.Empty(attempt.Incoming);
        Assert.Equal(("smtp.example.com", 465, ConnectionSecurity.ImplicitTls), attempt.Outgoing.Select(x => (x.Host.Value, x.Port, x.Security)).Single());
    }

    [Theory]
    [InlineData("_submission")]
    [InlineData("_submissions")]
    public async Task Sending_can_be_denied_too(string service)
    {
        var attempt = await AskAsync($"{service}._tcp.example.com", DnsRecord.Srv(0, 0, 0, "."));
        Assert.Equal((SourceOutcome.Found, 0, 0), (attempt.Outcome, attempt.Incoming.Count, attempt.Outgoing.Count));
        Assert.Equal([MailProtocol.Submission], attempt.NotOffered);
        Assert.False(attempt.NamesNoUsableServer);
    }

    private static Task<SourceAttempt> AskAsync(params DnsRecord[] records) => AskAsync(Name, records);

    private static async Task<SourceAttempt> AskAsync(string name, params DnsRecord[] records)
    {
        await using var server = ScriptedDnsServer.Start();
        server.Answer(name, DnsAnswer.Of(records));
        using var dns = new DnsLookup([server.EndPoint], TimeSpan.FromSeconds(5), TimeProvider.System);
        var inquiry = new SrvSource(dns, (_, _) => throw new InvalidOperationException()).For(new DiscoveryQuestion(HostName.Parse("example.com"))).Single(x => x.Place.Location == name);
        return (await inquiry.AskAsync(TestContext.Current.CancellationToken)).Attempt;
    }
}
