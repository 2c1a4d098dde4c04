using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor.Tests.Providers;

/// <summary>Whose mailbox it is, from what was seen.</summary>
public class RecognitionTests
{
    [Theory]
    [InlineData("contoso-com.r-v1.mx.microsoft", "microsoft-365")]
    [InlineData("contoso-com.mail.protection.outlook.com", "microsoft-365")]
    [InlineData("outlook-com.olc.protection.outlook.com", "outlook-com")]
    [InlineData("aspmx.l.google.com", "google-workspace")]
    [InlineData("alt1.aspmx.l.google.com", "google-workspace")]
    [InlineData("smtp.google.com", "google-workspace")]
    [InlineData("mx.microsoft.evil.example", null)]
    [InlineData("aspmx.l.google.com.evil.example", null)]
    [InlineData("notaspmx.l.google.com", null)]
    [InlineData("mx0a-00000001.pphosted.com", null)]
    [InlineData("eu-smtp-inbound-1.mimecast.com", null)]
    public void By_the_exchanger_of_a_domain_of_ones_own(string exchanger, string? key) =>
        Assert.Equal(key, ProviderRecognition.Of(new ProviderClues { MailExchangers = [HostName.Parse(exchanger)], Domain = HostName.Parse("contoso.example") })?.Provider.Key);

    [Theory]
    [InlineData("gmail.com", "gmail")]
    [InlineData("googlemail.com", "gmail")]
    [InlineData("notgmail.com", null)]
    [InlineData("gmail.com.evil.example", null)]
    [InlineData("163.com", "netease")]
    [InlineData("126.com", "netease")]
    [InlineData("yeah.net", "netease")]
    [InlineData("contoso.onmicrosoft.com", "microsoft-365")]
    public void By_the_domain_alone(string domain, string? key) =>
        Assert.Equal(key, ProviderRecognition.Of(new ProviderClues { Domain = HostName.Parse(domain) })?.Provider.Key);
}
