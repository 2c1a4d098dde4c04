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
    public void Without_an_outgoing_server_Thunderbird_takes_nothing_of_a_file_so_there_is_none() =>
        Assert.Equal(SettingsObstacle.OutgoingServerUnknown, Obstacle(Sample.ImapFirst with { Outgoing = null }));

    [Fact]
    public void Without_a_user_name_Thunderbird_signs_in_as_undefined_so_there_is_no_file()
    {
        Assert.Equal(SettingsObstacle.UserNameNotExpressible, Obstacle(Sample.ImapFirst with { Incoming = [Sample.Imaps with { LoginName = LoginName.OnlyUserKnows }] }));
        Assert.Equal(SettingsObstacle.UserNameNotExpressible, Obstacle(Sample.ImapFirst with { Outgoing = Sample.Submission with { LoginName = LoginName.OnlyUserKnows } }));
        Assert.Equal(["imap"], Types(Sample.ImapFirst with { Incoming = [Sample.Imaps, Sample.Pop3s with { LoginName = LoginName.OnlyUserKnows }] }));
    }

    [Theory]
    [InlineData("mail.example.com", AuthenticationMethod.OAuth2, false)]
    [InlineData("imap.gmail.com", AuthenticationMethod.OAuth2, true)]
    [InlineData("notgmail.com", AuthenticationMethod.OAuth2, false)]
    [InlineData("mail.example.com", AuthenticationMethod.TlsClientCert, false)]
    [InlineData("mail.example.com", AuthenticationMethod.ClientIpAddress, false)]
    [InlineData("mail.example.com", AuthenticationMethod.Gssapi, true)]
    public void A_way_to_sign_in_that_Thunderbird_lacks_there_is_no_file(string host, AuthenticationMethod way, bool written)
    {
        var server = Sample.Server(Facts.At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, host), LoginName.Address, way);
        Assert.Equal(written ? null : SettingsObstacle.SignInNotExpressible, Obstacle(Sample.ImapFirst with { Incoming = [server] }));
        Assert.Equal(written ? ["pop3", "imap"] : ["pop3"], Types(Sample.Pop3First with { Incoming = [Sample.Pop3s, server] }));
    }

    [Fact]
    public void An_outgoing_server_may_want_no_sign_in() =>
        Assert.Null(Obstacle(Sample.ImapFirst with { Outgoing = Sample.Submission with { Authentication = [AuthenticationMethod.ClientIpAddress] } }));

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

    private static SettingsObstacle? Obstacle(ClientSettings settings) => SettingsWriter.Write(settings, SettingsFormat.Thunderbird, Language.English).Obstacle;

    private static IEnumerable<string?> Types(ClientSettings settings) => Provider(settings).Elements("incomingServer").Select(x => (string?)x.Attribute("type"));

    private static XElement Provider(ClientSettings settings) =>
        XDocument.Parse(SettingsWriter.Write(settings, SettingsFormat.Thunderbird, Language.English).File!.Content).Root!.Element("emailProvider")!;
}
