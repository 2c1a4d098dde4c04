using CsCheck;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>The algorithm of publicsuffix.org, on the official list and on small ones.</summary>
public sealed class PublicSuffixListTests
{
    private static readonly string[] Labels = ["a", "www", "com", "co", "uk", "ck", "kobe", "city", "jp", "github", "io", "xn--55qx5d", "cn"];

    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("mail.example.com", "example.com")]
    [InlineData("a.b.example.co.uk", "example.co.uk")]
    [InlineData("mx.example.ne.jp", "example.ne.jp")]
    [InlineData("anything.unlisted", "anything.unlisted")] // the default rule: an unknown top level is a suffix
    [InlineData("b.anything.unlisted", "anything.unlisted")]
    [InlineData("a.b.c.ck", "b.c.ck")] // *.ck
    [InlineData("www.ck", "www.ck")] // !www.ck
    [InlineData("mail.www.ck", "www.ck")]
    [InlineData("a.b.c.kobe.jp", "b.c.kobe.jp")] // *.kobe.jp
    [InlineData("mail.city.kobe.jp", "city.kobe.jp")] // !city.kobe.jp
    [InlineData("kobe.jp", "kobe.jp")] // a rule for the children says nothing of the parent
    [InlineData("食狮.公司.cn", "xn--85x722f.xn--55qx5d.cn")]
    [InlineData("www.食狮.公司.cn", "xn--85x722f.xn--55qx5d.cn")]
    [InlineData("www.xn--85x722f.com.cn", "xn--85x722f.com.cn")]
    [InlineData("mail.食狮.中国", "xn--85x722f.xn--fiqs8s")]
    [InlineData("jane.github.io", "jane.github.io")]
    [InlineData("mail.jane.github.io", "jane.github.io")]
    [InlineData("mail.example.uk.com", "example.uk.com")]
    public void Below_a_public_suffix_one_label_belongs_to_one_owner(string host, string expected) =>
        Assert.Equal(expected, Registrable(host));

    [Theory]
    [InlineData("com")]
    [InlineData("unlisted")]
    [InlineData("co.uk")]
    [InlineData("ck")]
    [InlineData("c.ck")]
    [InlineData("c.kobe.jp")]
    [InlineData("公司.cn")]
    [InlineData("中国")]
    [InlineData("github.io")]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    public void A_public_suffix_or_an_address_has_no_registrable_domain(string host) => Assert.Null(Registrable(host));

    [Fact]
    public void The_rule_of_most_labels_prevails_and_an_exception_over_all()
    {
        var list = new PublicSuffixList(new StringReader("// a comment\nexample\n*.example trailing words\n*.b.example\n!c.b.example\nx.c.b.example\n\n!d.example\n"));
        Assert.Equal("x.a.example", list.RegistrableDomain(HostName.Parse("mail.x.a.example"))?.Value);
        Assert.Equal("y.x.b.example", list.RegistrableDomain(HostName.Parse("mail.y.x.b.example"))?.Value);
        Assert.Equal("c.b.example", list.RegistrableDomain(HostName.Parse("mail.x.c.b.example"))?.Value);
        Assert.Equal("d.example", list.RegistrableDomain(HostName.Parse("d.example"))?.Value);
    }

    [Fact]
    public void The_whole_list_is_loaded() => Assert.InRange(PublicSuffixList.Official.Count, 9_000, 20_000);

    [Fact]
    public void A_registrable_domain_ends_the_name_and_is_its_own() =>
        Gen.Int[0, Labels.Length - 1].Select(x => Labels[x]).Array[1, 6].Sample(labels =>
        {
            var host = HostName.Parse(string.Join('.', labels));
            if (PublicSuffixList.Official.RegistrableDomain(host) is not { } domain) return;
            Assert.EndsWith($".{domain}", $".{host}", StringComparison.Ordinal);
            Assert.Equal(domain, PublicSuffixList.Official.RegistrableDomain(domain));
        });

    private static string? Registrable(string host) => PublicSuffixList.Official.RegistrableDomain(HostName.Parse(host))?.Value;
}
