using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Dialing.Wire;

/// <summary>How far dialling goes: so many addresses, these ports, these networks, and not one beyond.</summary>
public sealed class BoundsTests
{
    [Fact]
    public async Task Of_a_host_with_many_addresses_eight_are_dialled_and_no_more()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("many.example.com", [.. Enumerable.Range(1, 12).Select(x => $"127.0.0.{x}")]);
        using var assessor = Loopback.Assessor(dns: dns.EndPoint);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls, "many.example.com")]), null, TestContext.Current.CancellationToken);
        Assert.Equal(8, facts.Endpoints[0].Probe.Addresses.Count);
    }

    [Fact]
    public async Task A_dead_first_address_holds_up_the_second_for_a_quarter_of_a_second()
    {
        using var dead = await DeadPort.SwallowingAsync(IPAddress.Parse("127.0.0.2"));
        await using var live = ScriptedMailServer.Start(connection => connection.StaySilentAsync(), IPAddress.Loopback, dead.Port);
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, TestContext.Current.CancellationToken);
        var dial = await Loopback.Dialer.DialAsync(
            [dead.EndPoint.Address, live.Address], dead.Port, MailDialer.ConnectLimit, deadline);
        using var connection = dial.Connection;
        Assert.Equal(live.Address, dial.Address);
        Assert.InRange(dial.ElapsedMs, 240, 2_000);
        await dial.Addresses;
    }

    [Fact]
    public void A_range_of_ports_reaches_from_its_first_to_its_last() => Assert.Equal(
        [993, .. Enumerable.Range(27_000, 1_000)],
        Enumerable.Range(0, 65_536).Where(new AddressPolicy(new TargetOptions { AllowedPorts = [(993, 993), (27_000, 27_999)] }).AllowsPort));

    [Theory]
    [InlineData("993", 993, 993)]
    [InlineData("27000-27999", 27_000, 27_999)]
    [InlineData("7-7", 7, 7)]
    [InlineData(" 1 - 65535 ", 1, 65_535)]
    public void A_range_is_read_with_both_ends(string text, int first, int last)
    {
        Assert.True(OptionTexts.IsPortRange(text, out var range));
        Assert.Equal((first, last), range);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("1-65536")]
    [InlineData("2-1")]
    [InlineData("1-2-3")]
    [InlineData("-5")]
    [InlineData("5-")]
    [InlineData("imap")]
    public void What_is_no_range_is_refused(string? text) => Assert.False(OptionTexts.IsPortRange(text, out _));

    // The last address of each network, and the first one behind it.
    [Theory]
    [InlineData("0.255.255.255", "1.0.0.0")]
    [InlineData("10.255.255.255", "11.0.0.0")]
    [InlineData("100.127.255.255", "100.128.0.0")]
    [InlineData("127.255.255.255", "128.0.0.0")]
    [InlineData("169.254.255.255", "169.255.0.0")]
    [InlineData("172.31.255.255", "172.32.0.0")]
    [InlineData("192.0.0.255", "192.0.1.0")]
    [InlineData("192.0.2.255", "192.0.3.0")]
    [InlineData("192.31.196.255", "192.31.197.0")]
    [InlineData("192.52.193.255", "192.52.194.0")]
    [InlineData("192.88.99.255", "192.88.100.0")]
    [InlineData("192.168.255.255", "192.169.0.0")]
    [InlineData("192.175.48.255", "192.175.49.0")]
    [InlineData("198.19.255.255", "198.20.0.0")]
    [InlineData("198.51.100.255", "198.51.101.0")]
    [InlineData("203.0.113.255", "203.0.114.0")]
    [InlineData("100.100.100.200", "168.63.129.17")]
    [InlineData("168.63.129.16", "168.63.129.15")]
    [InlineData("224.0.0.0", "223.255.255.255")]
    [InlineData("240.0.0.1", "8.8.4.4")]
    [InlineData("2001:1ff:ffff::1", "2001:200::1")]
    [InlineData("2001:db8:ffff::1", "2001:db9::1")]
    [InlineData("2002:ffff::1", "2003::1")]
    [InlineData("2620:4f:8000:ffff::1", "2620:4f:8001::1")]
    [InlineData("3fff:fff::1", "3fff:1000::1")]
    [InlineData("4000::1", "3ffe::1")]
    [InlineData("1fff::1", "2000::1")]
    public void A_special_network_ends_where_it_ends(string special, string ordinary)
    {
        var policy = new AddressPolicy(new TargetOptions());
        Assert.False(policy.Allows(IPAddress.Parse(special)));
        Assert.True(policy.Allows(IPAddress.Parse(ordinary)));
    }

    [Theory]
    [InlineData("invalid")]
    [InlineData("example")]
    [InlineData("alt")]
    [InlineData("lan")]
    [InlineData("localdomain")]
    [InlineData("corp")]
    [InlineData("home")]
    [InlineData("test")]
    public void Names_that_are_never_public_are_not_looked_up(string suffix)
    {
        var policy = new AddressPolicy(new TargetOptions());
        Assert.False(policy.Allows(HostName.Parse($"mail.{suffix}")));
        Assert.True(policy.Allows(HostName.Parse($"mail{suffix}.com")));
        Assert.True(policy.Allows(HostName.Parse($"mail.my{suffix}")));
    }

    [Fact]
    public void An_address_with_a_scope_is_of_this_machines_own_links() =>
        Assert.False(new AddressPolicy(new TargetOptions { AllowedNetworks = [IPNetwork.Parse("fe80::/10")] }).Allows(IPAddress.Parse("fe80::1%3")));
}
