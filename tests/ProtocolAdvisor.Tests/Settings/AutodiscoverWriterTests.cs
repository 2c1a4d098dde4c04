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
    private static readonly XNamespace Reply = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    [Fact]
    public void The_reply_names_each_protocol_once_the_recommended_one_first()
    {
        var settings = Sample.Pop3First with { Incoming = [Sample.Pop3s, Sample.Server(Facts.Pop3), Sample.Imaps] };
        Assert.Equal(["POP3", "IMAP", "SMTP"], Account(settings).Elements(Reply + "Protocol").Select(x => x.Element(Reply + "Type")!.Value));
        Assert.Equal("995", Account(settings).Element(Reply + "Protocol")!.Element(Reply + "Port")!.Value);
        Assert.Equal(("email", "settings"), ((string?)Account(settings).Element(Reply + "AccountType"), (string?)Account(settings).Element(Reply + "Action")));
    }

    [Theory]
    [InlineData(ConnectionSecurity.ImplicitTls, "SSL")]
    [InlineData(ConnectionSecurity.StartTls, "TLS")]
    public void A_server_is_told_in_full_and_always_encrypted(ConnectionSecurity security, string encryption)
    {
        var settings = Sample.ImapFirst with { Incoming = [Sample.Server(Facts.At(MailProtocol.Imap, 1143, security))] };
        Assert.Equal(
            ["Type IMAP", "Server mail.example.com", "Port 1143", "DomainRequired off", "SPA off", "SSL on", $"Encryption {encryption}", "AuthRequired on"],
            Account(settings).Elements(Reply + "Protocol").First().Elements().Select(x => $"{x.Name.LocalName} {x.Value}"));
    }

    [Theory]
    [InlineData("office", "office")]
    [InlineData("%EMAILADDRESS%", null)]
    [InlineData("%EMAILLOCALPART%@local.domain", null)]
    public void A_login_name_is_there_only_when_it_is_the_same_for_everybody(string name, string? written) => Assert.Equal(
        written, (string?)Account(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, name)] }).Descendants(Reply + "LoginName").FirstOrDefault());

    [Fact]
    public void The_outgoing_server_takes_the_same_sign_in_unless_it_takes_none()
    {
        Assert.Equal("on", (string?)Account(Sample.ImapFirst).Descendants(Reply + "UsePOPAuth").Single());
        var open = Sample.ImapFirst with { Outgoing = Sample.Submission with { Authentication = [AuthenticationMethod.ClientIpAddress] } };
        Assert.Empty(Account(open).Descendants(Reply + "UsePOPAuth"));
        Assert.Equal("off", (string?)Account(open).Elements(Reply + "Protocol").Last().Element(Reply + "AuthRequired"));
    }

    [Fact]
    public void An_unknown_outgoing_server_is_left_out_and_said()
    {
        var account = Account(Sample.ImapFirst with { Outgoing = null });
        Assert.DoesNotContain("SMTP", account.Descendants(Reply + "Type").Select(x => x.Value));
        Assert.Equal(" The outgoing server is not known. ", account.Nodes().OfType<XComment>().Single().Value);
    }

    [Fact]
    public void OAuth_alone_cannot_be_said()
    {
        var settings = Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, LoginName.Address, AuthenticationMethod.OAuth2), Sample.Pop3s] };
        Assert.Equal(SettingsObstacle.SignInNotExpressible, Write(settings).Obstacle);
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
