using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

public class AutodiscoverWriterTests
{
    private static readonly XNamespace Envelope = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";
    private static readonly OutgoingServer Submission = Sample.Submission with { LoginName = LoginName.Of(LoginName.LocalPart) };
    private static readonly IncomingServer Imaps = Sample.Server(Facts.Imaps, LoginName.LocalPart);
    private static readonly IncomingServer Pop3s = Sample.Server(Facts.Pop3s, LoginName.LocalPart);

    /// <summary>User names that need no saying.</summary>
    private static readonly ClientSettings ImapFirst = Sample.ImapFirst with { Incoming = [Imaps, Pop3s], Outgoing = Submission };
    private static readonly XNamespace Reply = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    [Fact]
    public void The_reply_names_each_protocol_once_the_recommended_one_first()
    {
        var settings = ImapFirst with { Incoming = [Pop3s, Sample.Server(Facts.Pop3, LoginName.LocalPart), Imaps] };
        Assert.Equal(["POP3", "IMAP", "SMTP"], Account(settings).Elements(Reply + "Protocol").Select(x => x.Element(Reply + "Type")!.Value));
        Assert.Equal("995", Account(settings).Element(Reply + "Protocol")!.Element(Reply + "Port")!.Value);
        Assert.Equal(("email", "settings"), ((string?)Account(settings).Element(Reply + "AccountType"), (string?)Account(settings).Element(Reply + "Action")));
    }

    [Theory]
    [InlineData(ConnectionSecurity.ImplicitTls, "SSL")]
    [InlineData(ConnectionSecurity.StartTls, "TLS")]
    public void A_server_is_told_in_full_and_always_encrypted(ConnectionSecurity security, string encryption)
    {
        var settings = ImapFirst with { Incoming = [Sample.Server(Facts.At(MailProtocol.Imap, 1143, security), LoginName.LocalPart)] };
        Assert.Equal(
            ["Type IMAP", "Server mail.example.com", "Port 1143", "DomainRequired off", "SPA off", "SSL on", $"Encryption {encryption}", "AuthRequired on"],
            Account(settings).Elements(Reply + "Protocol").First().Elements().Select(x => $"{x.Name.LocalName} {x.Value}"));
    }

    // Microsoft's annotated schema: without a LoginName, Outlook takes what stands before the @; and there are no placeholders.
    [Theory]
    [InlineData("%EMAILLOCALPART%", null)]
    [InlineData("%EMAILADDRESS%", SettingsObstacle.UserNameNotExpressible)]
    [InlineData("%EMAILLOCALPART%@local.domain", SettingsObstacle.UserNameNotExpressible)]
    public void There_is_a_reply_for_everybody_only_where_the_user_name_stands_before_the_at_sign(string name, SettingsObstacle? obstacle)
    {
        Assert.Equal(obstacle, Write(ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, name), Pop3s] }).Obstacle);
        Assert.Equal(obstacle, Write(ImapFirst with { Outgoing = Submission with { LoginName = LoginName.Of(name) } }).Obstacle);
        Assert.Equal(obstacle is null ? 3 : 2, Account(ImapFirst with { Incoming = [Imaps, Sample.Server(Facts.Pop3s, name)] }).Elements(Reply + "Protocol").Count());
    }

    [Fact]
    public void A_name_that_is_only_presumed_or_the_users_own_is_not_left_to_Outlook() => Assert.All(
        [LoginName.Usual, LoginName.OnlyUserKnows],
        x => Assert.Equal(SettingsObstacle.UserNameNotExpressible, Write(ImapFirst with { Incoming = [Imaps with { LoginName = x }] }).Obstacle));

    [Fact]
    public void The_outgoing_server_takes_the_same_sign_in_unless_it_takes_none()
    {
        Assert.Equal("on", (string?)Account(ImapFirst).Descendants(Reply + "UsePOPAuth").Single());
        var open = ImapFirst with { Outgoing = Sample.Submission with { Authentication = [AuthenticationMethod.ClientIpAddress] } };
        Assert.Empty(Account(open).Descendants(Reply + "UsePOPAuth"));
        Assert.Equal("off", (string?)Account(open).Elements(Reply + "Protocol").Last().Element(Reply + "AuthRequired"));
    }

    [Fact]
    public void An_account_without_an_outgoing_server_is_none() => Assert.Equal(SettingsObstacle.OutgoingServerUnknown, Write(ImapFirst with { Outgoing = null }).Obstacle);

    [Fact]
    public void Neither_OAuth_nor_an_encrypted_password_alone_can_be_said()
    {
        var settings = ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, LoginName.LocalPart, AuthenticationMethod.OAuth2), Pop3s] };
        Assert.Equal(SettingsObstacle.SignInNotExpressible, Write(settings).Obstacle);
        Assert.Equal(SettingsObstacle.SignInNotExpressible, Write(ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, LoginName.LocalPart, AuthenticationMethod.PasswordEncrypted)] }).Obstacle);
        Assert.Equal(SettingsObstacle.SignInNotExpressible, Write(ImapFirst with { Outgoing = Submission with { Authentication = [AuthenticationMethod.OAuth2] } }).Obstacle);
    }

    private static SettingsOutcome Write(ClientSettings settings) => SettingsWriter.Write(settings, SettingsFormat.Outlook, Language.English);

    private static XElement Account(ClientSettings settings)
    {
        var file = Write(settings).File!;
        Assert.Equal(("autodiscover.xml", "application/xml"), (file.Name, file.MediaType));
        var root = XDocument.Parse(file.Content).Root!;
        Assert.Equal(Envelope + "Autodiscover", root.Name);
        return root.Element(Reply + "Response")!.Element(Reply + "Account")!;
    }
}
