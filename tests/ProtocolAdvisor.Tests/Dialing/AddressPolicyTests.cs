using System.Net;
using CsCheck;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Dialing;

public sealed class AddressPolicyTests
{
    private static readonly AddressPolicy Public = new(new TargetOptions());

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("93.184.216.34")]
    [InlineData("2606:4700:4700::1111")]
    public void Public_addresses_may_be_dialled(string address) => Assert.True(Public.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")] // cloud metadata
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")] // Oracle's metadata
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("168.63.129.16")] // Azure's wire server
    [InlineData("100.100.100.200")] // Alibaba's metadata
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:8.8.8.8")] // mapped
    [InlineData("::8.8.8.8")] // compatible
    [InlineData("64:ff9b::8.8.8.8")] // NAT64
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:808:808::1")] // 6to4
    [InlineData("2001:0:808:808::1")] // Teredo
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")] // AWS metadata
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("100::1")]
    [InlineData("5f00::1")]
    public void Everything_else_may_not(string address) => Assert.False(Public.Allows(IPAddress.Parse(address)));

    [Fact]
    public void No_private_ipv4_address_gets_in_by_any_ipv6_spelling() => Gen.Byte.Array[4].Sample(bytes =>
    {
        var four = new IPAddress(bytes);
        foreach (var prefix in new[] { "00000000000000000000ffff", "000000000000000000000000", "0064ff9b0000000000000000" })
            Assert.False(Public.Allows(new IPAddress(Convert.FromHexString(prefix + Convert.ToHexString(bytes)))), four.ToString());
        Assert.False(Public.Allows(new IPAddress(Convert.FromHexString("2002" + Convert.ToHexString(bytes) + "00000000000000000001"))));
    });

    [Theory]
    [InlineData("localhost")]
    [InlineData("mail")]
    [InlineData("mail.localhost")]
    [InlineData("db.internal")]
    [InlineData("printer.local")]
    [InlineData("x.home.arpa")]
    [InlineData("hidden.onion")]
    [InlineData("metadata.google.internal")]
    [InlineData("dc1.intranet")]
    [InlineData("gw.private")]
    [InlineData("dc1.corp")]
    [InlineData("nas.home")]
    [InlineData("nas.lan")]
    [InlineData("mx.mail")]
    [InlineData("1.0.0.127.in-addr.arpa")]
    [InlineData("1.0.0.0.ip6.arpa")]
    [InlineData("ns.arpa")]
    public void Special_names_are_not_looked_up(string name) => Assert.False(Public.Allows(HostName.Parse(name)));

    [Theory]
    [InlineData("0:0:0:0:0:0:0:1")]
    [InlineData("0:0:0:0:0:FFFF:8.8.8.8")]
    [InlineData("0000:0000:0000:0000:0000:0000:8.8.8.8")]
    [InlineData("64:ff9b:0:0:0:0:808:808")]
    [InlineData("2002:0808:0808:0:0:0:0:1")]
    [InlineData("FE80:0:0:0:0:0:0:1")]
    public void An_address_written_in_full_is_judged_as_what_it_means(string literal) => Assert.False(Public.Allows(HostName.Parse(literal)));

    [Fact]
    public void On_premises_the_same_names_are_judged_by_their_addresses()
    {
        var premises = new AddressPolicy(new TargetOptions { AllowedNetworks = [IPNetwork.Parse("10.0.0.0/8")] });
        Assert.True(premises.Allows(HostName.Parse("mail.internal")));
        Assert.True(premises.Allows(IPAddress.Parse("10.9.8.7")));
        Assert.False(premises.Allows(IPAddress.Parse("192.168.0.1")));
        Assert.False(premises.Allows(IPAddress.Parse("::ffff:10.9.8.7")));
    }

    [Fact]
    public void Denied_networks_win_over_everything()
    {
        var policy = new AddressPolicy(new TargetOptions { AllowedNetworks = [IPNetwork.Parse("10.0.0.0/8")], DeniedNetworks = [IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("8.8.8.0/24")] });
        Assert.False(policy.Allows(IPAddress.Parse("10.1.2.3")));
        Assert.False(policy.Allows(IPAddress.Parse("8.8.8.8")));
        Assert.True(policy.Allows(IPAddress.Parse("10.2.2.3")));
    }

    [Fact]
    public void A_range_of_ports_has_its_first_and_its_last()
    {
        var policy = new AddressPolicy(new TargetOptions { AllowedPorts = [(27000, 27002), (993, 993)] });
        Assert.Equal([993, 27000, 27001, 27002], Enumerable.Range(0, 65536).Where(policy.AllowsPort));
    }

    [Fact]
    public void Only_mail_ports_may_be_dialled() =>
        Assert.Equal([110, 143, 465, 587, 993, 995], Enumerable.Range(0, 65536).Where(Public.AllowsPort));
}
