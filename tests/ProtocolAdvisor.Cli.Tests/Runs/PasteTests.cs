using System.Globalization;
using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Cli.Tests.Runs;

/// <summary>An argument is read as the page reads what is pasted into it; and nobody reads punycode.</summary>
public sealed class PasteTests(Provider provider)
{
    [Fact]
    public async Task An_address_in_its_wrapping_is_signed_in_with()
    {
        var ran = await Tool.RunAsync(["assess", $"Jane Doe <{Provider.Jane}>,", "--password-stdin", "--samples", "0", .. provider.Endpoints, .. provider.Surroundings], "secret\n");
        Assert.Equal(0, ran.Code);
        Assert.Contains("The sign-in works over IMAP and POP3.", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Understood as", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_its_scheme_is_tried_as_it_is()
    {
        var port = provider.Park.Mail.Port(DovecotListener.Imaps).ToString(CultureInfo.InvariantCulture);
        var ran = await Tool.RunAsync(["assess", $"imaps://imap.exemplary.example:{port}/", .. provider.Surroundings]);
        Assert.Equal(0, ran.Code);
        Assert.Contains($"✓ IMAP imap.exemplary.example:{port}  SSL/TLS  can be used\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_server_is_tried_at_its_standard_ports_and_that_is_said()
    {
        var ran = await Tool.RunAsync(["assess", "mail.bücher.example", "--lang", "de", .. provider.Surroundings]);
        Assert.Equal(1, ran.Code);
        Assert.StartsWith("mail.bücher.example gilt als Server: Seine Standardports werden geprüft. Als Mail-Domain: @mail.bücher.example\n", ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("xn--", ran.Output + ran.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess", "--full")]
    [InlineData("discover")]
    public async Task A_domain_is_told_in_its_own_letters(string command, params string[] options)
    {
        var ran = await Tool.RunAsync([command, "https://www.bücher.example/", .. options, .. provider.Surroundings]);
        Assert.Equal(1, ran.Code);
        Assert.Contains("bücher.example", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("xn--", ran.Output + ran.Errors, StringComparison.Ordinal);
    }
}
