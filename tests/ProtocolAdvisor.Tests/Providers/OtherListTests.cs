using System.Text;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor.Tests.Providers;

/// <summary>Three lists speak of providers: what they are like, how their names are misspelled, how they refuse. They agree.</summary>
public class OtherListTests
{
    /// <summary>Names that are often mistyped, of providers of whom nothing else is known to us, and brands that another provider serves.</summary>
    private static readonly string[] WithoutRecord =
    [
        "mail.com", "email.com", "arcor.de", "vodafone.de", "1und1.de", "ionos.de", "ionos.com", "mail.de", "bluewin.ch", "a1.net", "chello.at",
        "laposte.net", "virgilio.it", "verizon.net", "att.net", "zoho.eu", "pop-mail.outlook.com", "imap.mail.com", "pop.mail.com",
        "pop3.mailbox.org", "pop.zoho.eu", "imap.laposte.net", "pop.laposte.net", "pop.yandex.ru", "pop.qq.com",
    ];

    /// <summary>The providers of the list of refusals who have a record under another name.</summary>
    private static readonly Dictionary<string, string> Records = new()
    {
        ["Gmail"] = "gmail",
        ["Mail.ru"] = "mail-ru",
        ["QQ"] = "qq",
        ["NetEase (163, 126)"] = "netease",
        ["Microsoft 365"] = "microsoft-365",
        ["Outlook.com"] = "outlook-com",
    };

    public static TheoryData<string, string> Refusals => new(
        from line in Encoding.UTF8.GetString(EmbeddedFile.Read("refusals.txt")).Split('\n')
        where line.Length > 0 && line[0] != '#'
        let columns = line.Split(" | ")
        where Records.ContainsKey(columns[3]) && columns[2] is "auth-app-password-required" or "auth-client-id-required" or "auth-basic-blocked"
        select (columns[2], columns[3]));

    [Fact]
    public void A_name_that_is_often_misspelled_is_recognised_or_has_no_record() => Assert.Equal(
        WithoutRecord.Order(StringComparer.Ordinal),
        KnownProviders.Official.Names.Where(x => ProviderRecognition.Of(new() { Domain = x, MailHosts = [x] }) is null)
            .Select(x => x.Value).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_a_provider_refuses_agrees_with_what_it_is_known_to_want(string reason, string name)
    {
        var provider = ProviderCatalogue.Official.Single(x => x.Key == Records[name]);
        switch (reason)
        {
            case "auth-client-id-required":
                Assert.NotNull(provider.ClientId);
                break;
            case "auth-basic-blocked":
                Assert.Equal(PasswordSignIn.No, provider.PasswordFor(MailProtocol.Imap)?.SignIn);
                break;
            default:
                Assert.True(provider.PasswordFor(MailProtocol.Imap)?.SignIn is PasswordSignIn.AppPassword or PasswordSignIn.AuthorisationCode);
                break;
        }
    }
}
