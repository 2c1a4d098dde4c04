using CsCheck;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Mail;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("Mail.Example.COM", "mail.example.com")]
    [InlineData("mail.example.com.", "mail.example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("ｍail.example.com", "mail.example.com")]
    [InlineData("mail。example。com", "mail.example.com")]
    [InlineData("93.184.216.34", "93.184.216.34")]
    [InlineData("2606:4700::1111", "2606:4700::1111")]
    [InlineData("2606:4700:0000:0000:0000:0000:0000:1111", "2606:4700::1111")]
    [InlineData("2606:4700:0:0:0:0:0:1111", "2606:4700::1111")]
    [InlineData("2606:4700::0:1111", "2606:4700::1111")]
    [InlineData("2606:4700:4700:0:0:0:0:ABCD", "2606:4700:4700::abcd")]
    [InlineData("0:0:0:0:0:0:0:1", "::1")]
    [InlineData("::FFFF:10.0.0.1", "::ffff:10.0.0.1")]
    public void Names_are_mapped_to_what_goes_on_the_wire(string given, string expected) => Assert.Equal(expected, HostName.Parse(given).Value);

    [Theory]
    [InlineData("１２７.０.０.１")] // full-width digits are judged as what they mean
    [InlineData("127。0。0。1")]
    public void Disguised_literals_are_still_literals(string given) =>
        Assert.Equal("127.0.0.1", HostName.Parse(given).Address!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("127.1")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    [InlineData("010.0.0.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("127.0.0.256")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("2606:4700::1111%1")]
    [InlineData("[2606:4700::1111]:993")]
    [InlineData("2606:4700::1111/64")]
    [InlineData("2606:4700::1::1")]
    [InlineData("64:ff9b::010.0.0.1")]
    [InlineData("::ffff:0x7f.1")]
    [InlineData("mail example.com")]
    [InlineData("mail\u200b.example.com")]
    [InlineData("mail.example.com\u0000")]
    [InlineData("mail.example.com\r\nQUIT")]
    [InlineData("-mail.example.com")]
    [InlineData("mail..example.com")]
    [InlineData("user@mail.example.com")]
    [InlineData("mail.example.com:993")]
    [InlineData("mail_1.example.com/")]
    public void Odd_spellings_are_refused(string given) => Assert.False(HostName.TryParse(given, null, out _));

    [Fact]
    public void Whatever_is_accepted_is_accepted_again_as_itself() => Gen.String[Gen.Char["abz019.-:ａ。ü %[]x"], 1, 40].Sample(text =>
    {
        if (HostName.TryParse(text, null, out var host)) Assert.Equal(host, HostName.Parse(host.Value));
    });

    [Theory]
    [InlineData("jane@example.com", "j***@example.com")]
    [InlineData("用户@例子.广告", "用***@xn--fsqu00a.xn--4rr70v")]
    public void Addresses_are_masked(string given, string masked) => Assert.Equal(masked, EmailAddress.Parse(given).Masked);

    [Theory]
    [InlineData("jane")]
    [InlineData("@example.com")]
    [InlineData("jane@")]
    [InlineData("jane@localhost")]
    [InlineData("jane@127.0.0.1")]
    [InlineData("jane doe@example.com")]
    [InlineData("jane\r\n@example.com")]
    [InlineData("a@b@example.com")]
    public void What_is_no_address_is_refused(string given) => Assert.False(EmailAddress.TryParse(given, null, out _));

    [Fact]
    public void Half_a_surrogate_pair_is_no_address() => Assert.False(EmailAddress.TryParse((char)0xD800 + "@example.com", null, out _));
}
