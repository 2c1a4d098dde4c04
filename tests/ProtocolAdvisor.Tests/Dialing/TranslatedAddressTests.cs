using System.Net;
using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Tests.Dialing;

/// <summary>IPv4 addresses in IPv6 ones, as networks without IPv4 make them (RFC 6052): judged as what they lead to.</summary>
public sealed class TranslatedAddressTests
{
    private static readonly AddressPolicy Public = new(new TargetOptions());

    [Theory]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("64:ff9b::127.0.0.1", false)]
    [InlineData("64:ff9b::169.254.169.254", false)]
    [InlineData("64:ff9b::168.63.129.16", false)]
    [InlineData("64:ff9b::1:808:808", false)] // not in the prefix
    [InlineData("64:ff9b:1::8.8.8.8", false)] // a network's own, of which nobody knows where the other one stands
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("2002:808:808::1", false)]
    public void What_a_name_leads_to_is_judged_by_what_is_behind_it(string address, bool isAllowed)
    {
        Assert.Equal(isAllowed, Public.AllowsResolved(IPAddress.Parse(address)));
        Assert.False(Public.Allows(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("8.8.8.0/24")]
    [InlineData("64:ff9b::/96")]
    public void What_the_operator_denies_is_denied_in_either_form(string network) =>
        Assert.False(new AddressPolicy(new TargetOptions { DeniedNetworks = [IPNetwork.Parse(network)] }).AllowsResolved(IPAddress.Parse("64:ff9b::8.8.8.8")));

    // Each server once, and by the way that there is.
    [Theory]
    [InlineData("64:ff9b::8.8.8.8 8.8.8.8 2606:4700::1", true, "8.8.8.8 2606:4700::1")]
    [InlineData("64:ff9b::8.8.8.8", true, "8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8 8.8.8.8 2606:4700::1", false, "64:ff9b::808:808 2606:4700::1")]
    [InlineData("64:ff9b::8.8.8.8 9.9.9.9", false, "64:ff9b::808:808 9.9.9.9")]
    public void It_is_dialled_in_the_stead_of_the_other_only_where_there_is_no_way_to_that(string answers, bool hasRoute, string dialled) => Assert.Equal(
        dialled, string.Join(' ', TranslatedAddress.Resolved([.. answers.Split(' ').Select(IPAddress.Parse)], Public, _ => hasRoute)));

    [Fact]
    public void Where_the_operator_allows_the_prefix_it_is_an_address_like_any_other()
    {
        var policy = new AddressPolicy(new TargetOptions { AllowedNetworks = [IPNetwork.Parse("64:ff9b::/96")] });
        IPAddress[] answers = [IPAddress.Parse("64:ff9b::10.0.0.1"), IPAddress.Parse("8.8.8.8")];
        Assert.Equal(answers, TranslatedAddress.Resolved(answers, policy, _ => true));
    }
}
