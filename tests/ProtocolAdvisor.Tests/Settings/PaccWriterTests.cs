using System.Text.Json.Nodes;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

public class PaccWriterTests
{
    [Fact]
    public void Hosts_alone_stand_for_the_standard_ports()
    {
        var file = Write(Sample.ImapFirst).File!;
        Assert.Equal(("user-agent-configuration.json", "application/json"), (file.Name, file.MediaType));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "protocols": { "imap": { "host": "mail.example.com" }, "pop3": { "host": "mail.example.com" }, "smtp": { "host": "smtp.example.com" },
                    "submit": { "host": "smtp.example.com" } },
                  "authentication": { "password": true },
                  "info": { "provider": { "name": "example.com" } }
                }
                """),
            JsonNode.Parse(file.Content)));
    }

    [Theory]
    [InlineData(993, ConnectionSecurity.StartTls)]
    [InlineData(143, ConnectionSecurity.StartTls)]
    [InlineData(1993, ConnectionSecurity.ImplicitTls)]
    [InlineData(995, ConnectionSecurity.ImplicitTls)]
    public void A_first_server_elsewhere_is_refused(int port, ConnectionSecurity security) => Assert.Equal(
        SettingsObstacle.PortNotExpressible, Write(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.At(MailProtocol.Imap, port, security)), Sample.Pop3s] }).Obstacle);

    [Fact]
    public void Other_servers_elsewhere_are_left_out()
    {
        var settings = Sample.ImapFirst with
        {
            Incoming = [Sample.Imaps, Sample.Server(Facts.Pop3)],
            Outgoing = Sample.Submission with { Port = 587, Security = ConnectionSecurity.StartTls },
        };
        Assert.Equal(["imap"], JsonNode.Parse(Write(settings).File!.Content)!["protocols"]!.AsObject().Select(x => x.Key));
    }

    [Fact]
    public void OAuth_needs_an_issuer_that_nobody_has_told() => Assert.Equal(
        SettingsObstacle.SignInNotExpressible, Write(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, LoginName.Address, AuthenticationMethod.OAuth2)] }).Obstacle);

    [Theory]
    [InlineData("%EMAILADDRESS%", null)]
    [InlineData("%EMAILLOCALPART%", SettingsObstacle.UserNameNotExpressible)]
    [InlineData("%EMAILLOCALPART%@local.domain", SettingsObstacle.UserNameNotExpressible)]
    public void The_user_signs_in_with_the_address_or_there_is_no_document(string name, SettingsObstacle? obstacle)
    {
        Assert.Equal(obstacle, Write(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, name)] }).Obstacle);
        var beside = Write(Sample.ImapFirst with { Incoming = [Sample.Imaps, Sample.Server(Facts.Pop3s, name)], Outgoing = Sample.Submission with { LoginName = LoginName.Of(name) } });
        Assert.Equal(
            obstacle is null ? ["imap", "pop3", "smtp", "submit"] : ["imap"], JsonNode.Parse(beside.File!.Content)!["protocols"]!.AsObject().Select(x => x.Key));
    }

    [Fact]
    public void A_name_that_only_the_user_knows_is_not_said_to_be_the_address() =>
        Assert.Equal(SettingsObstacle.UserNameNotExpressible, Write(Sample.ImapFirst with { Incoming = [Sample.Imaps with { LoginName = LoginName.OnlyUserKnows }] }).Obstacle);

    private static SettingsOutcome Write(ClientSettings settings) => SettingsWriter.Write(settings, SettingsFormat.Pacc, Language.English);
}
