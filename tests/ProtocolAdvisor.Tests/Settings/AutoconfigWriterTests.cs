using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

public class AutoconfigWriterTests
{
    [Fact]
    public void The_file_is_what_a_client_looks_for()
    {
        var file = SettingsWriter.Write(Sample.ImapFirst, SettingsFormat.Thunderbird, Language.English).File!;
        Assert.Equal(("config-v1.1.xml", "text/xml"), (file.Name, file.MediaType));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clientConfig version=\"1.1\">", file.Content, StringComparison.Ordinal);
        var provider = Provider(Sample.ImapFirst);
        Assert.Equal(("example.com", "example.com", "example.com"), ((string?)provider.Attribute("id"), (string?)provider.Element("domain"), (string?)provider.Element("displayName")));
    }

    [Fact]
    public void The_recommended_protocol_comes_first()
    {
        Assert.Equal(["imap", "pop3", "smtp"], Provider(Sample.ImapFirst).Elements().Select(x => (string?)x.Attribute("type")).OfType<string>());
        Assert.Equal(["pop3", "imap", "smtp"], Provider(Sample.Pop3First).Elements().Select(x => (string?)x.Attribute("type")).OfType<string>());
    }

    [Fact]
    public void A_server_is_told_in_full()
    {
        var server = Provider(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imap, LoginName.LocalPart, AuthenticationMethod.OAuth2, AuthenticationMethod.PasswordCleartext)] })
            .Element("incomingServer")!;
        Assert.Equal(
            ["hostname mail.example.com", "port 143", "socketType STARTTLS", "username %EMAILLOCALPART%", "authentication OAuth2", "authentication password-cleartext"],
            server.Elements().Select(x => $"{x.Name} {x.Value}"));
    }

    [Theory]
    [InlineData(14, "leaveMessagesOnServer true;daysToLeaveMessagesOnServer 14")]
    [InlineData(0, "leaveMessagesOnServer false")]
    public void Pop3_servers_say_how_long_messages_stay(int days, string expected)
    {
        var provider = Provider(Sample.Pop3First with { LeaveOnServerDays = days });
        var pop3 = Assert.Single(provider.Descendants("pop3"));
        Assert.Equal(expected, string.Join(';', pop3.Elements().Select(x => $"{x.Name} {x.Value}")));
        Assert.Equal("pop3", (string?)pop3.Parent!.Attribute("type"));
    }

    [Fact]
    public void Without_a_plan_for_Pop3_the_client_decides() => Assert.Empty(Provider(Sample.ImapFirst).Descendants("pop3"));

    [Fact]
    public void What_is_not_known_is_left_out_and_said()
    {
        var settings = Sample.ImapFirst with { Outgoing = null, Incoming = [Sample.Imaps with { LoginName = LoginName.OnlyUserKnows }] };
        var provider = Provider(settings);
        Assert.Empty(provider.Elements("outgoingServer"));
        Assert.Empty(provider.Descendants("username"));
        Assert.Equal(
            [" The user name does not follow from the address: ask the user. ", " The outgoing server is not known. "],
            provider.DescendantNodes().OfType<XComment>().Select(x => x.Value));
    }

    [Fact]
    public void Without_a_mail_domain_the_file_holds_for_the_users_own()
    {
        var provider = Provider(Sample.ImapFirst with { MailDomain = null });
        Assert.Equal(("mail.example.com", "%EMAILDOMAIN%"), ((string?)provider.Attribute("id"), (string?)provider.Element("domain")));
    }

    [Fact]
    public void International_domains_are_shown_in_their_own_letters()
    {
        var provider = Provider(Sample.ImapFirst with { MailDomain = HostName.Parse("müller.de") });
        Assert.Equal(("xn--mller-kva.de", "xn--mller-kva.de", "müller.de"), ((string?)provider.Attribute("id"), (string?)provider.Element("domain"), (string?)provider.Element("displayName")));
    }

    private static XElement Provider(ClientSettings settings) =>
        XDocument.Parse(SettingsWriter.Write(settings, SettingsFormat.Thunderbird, Language.English).File!.Content).Root!.Element("emailProvider")!;
}
