using System.Net;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Dialing.Names;

/// <summary>What a reply says of other names than the asked one is not believed (RFC 5452 §9.1).</summary>
public sealed class StrangeAnswerTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly HostName Domain = HostName.Parse("example.com");
    private readonly ScriptedDnsServer _server = ScriptedDnsServer.Start();
    private DnsLookup _lookup = null!;

    public ValueTask InitializeAsync()
    {
        _lookup = new DnsLookup([_server.EndPoint], TimeSpan.FromSeconds(1), TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _lookup.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_to_another_question_is_none()
    {
        _server.Answer("example.com", DnsAnswer.Of(DnsRecord.Mx(10, "mx.evil.net")) with { Misquoted = "evil.net" });
        var reply = await _lookup.MailExchangersAsync(Domain, Cancel);
        Assert.Equal((0, FailureKind.LookupFailed), (reply.Records.Count, reply.Failure));
    }

    [Fact]
    public async Task That_another_name_does_not_exist_says_nothing_of_the_asked_one()
    {
        _server.Answer("example.com", DnsAnswer.NonexistentDomain with { Misquoted = "evil.net" });
        Assert.Equal(FailureKind.LookupFailed, (await _lookup.MailExchangersAsync(Domain, Cancel)).Failure);
    }

    [Fact]
    public async Task Records_of_another_name_alone_are_no_answer()
    {
        _server.Answer("imap.example.com", DnsAnswer.Of(Address("192.0.2.66") with { Owner = "imap.evil.net" }));
        var reply = await _lookup.AddressesAsync(HostName.Parse("imap.example.com"), Cancel);
        Assert.Equal((0, FailureKind.LookupFailed), (reply.Records.Count, reply.Failure));
    }

    [Fact]
    public async Task Records_of_another_name_beside_the_right_ones_are_left_out()
    {
        _server.Answer("imap.example.com", DnsAnswer.Of(Address("192.0.2.66") with { Owner = "evil.net" }, Address("192.0.2.1"), Address("192.0.2.67") with { Owner = "example.com" }));
        Assert.Equal(["192.0.2.1"], (await _lookup.AddressesAsync(HostName.Parse("imap.example.com"), Cancel)).Records.Select(x => x.ToString()));
    }

    [Fact]
    public async Task A_chain_of_aliases_is_followed_in_whatever_order_and_case_it_stands()
    {
        _server.Answer(
            "imap.example.com",
            DnsAnswer.Of(
                Address("192.0.2.1") with { Owner = "C.example.net" }, DnsRecord.Cname("c.Example.net") with { Owner = "b.example.net" }, DnsRecord.Cname("b.example.net") with { Owner = "IMAP.example.com" },
                DnsRecord.Cname("imap.example.com") with { Owner = "c.example.net" }, Address("192.0.2.66") with { Owner = "d.example.net" }));
        Assert.Equal(["192.0.2.1"], (await _lookup.AddressesAsync(HostName.Parse("imap.example.com"), Cancel)).Records.Select(x => x.ToString()));
    }

    [Fact]
    public async Task The_systems_search_domains_are_not_appended()
    {
        using var lookup = new DnsLookup([], TimeSpan.FromSeconds(2), TimeProvider.System);
        Assert.Equal("imap.example.com.", HostsFile.Spelled("imap.example.com"));
        Assert.Equal("localhost", HostsFile.Spelled("localhost"));
        Assert.NotEmpty((await lookup.AddressesAsync(HostName.Parse("localhost"), Cancel)).Records);
    }

    private static DnsRecord Address(string address) => DnsRecord.Address(IPAddress.Parse(address));
}
