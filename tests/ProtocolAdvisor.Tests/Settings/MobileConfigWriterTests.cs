using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

public class MobileConfigWriterTests
{
    /// <summary>Apple's schema of the payload: what must be there, and what may be (device-management, com.apple.mail.managed.yaml).</summary>
    private static readonly string[] Required =
    [
        "EmailAccountType", "IncomingMailServerAuthentication", "IncomingMailServerHostName", "OutgoingMailServerAuthentication", "OutgoingMailServerHostName",
    ];

    [Fact]
    public void The_file_is_a_profile_with_one_account()
    {
        var file = Write(Sample.ImapFirst).File!;
        Assert.Equal(("example.com.mobileconfig", "application/x-apple-aspen-config"), (file.Name, file.MediaType));
        var profile = Plist.Read(file.Content);
        Assert.Equal(("Configuration", 1, "com.example.mail-settings"), (profile["PayloadType"], profile["PayloadVersion"], profile["PayloadIdentifier"]));
        var account = Account(Sample.ImapFirst);
        Assert.Equal(("com.apple.mail.managed", 1, "com.example.mail-settings.account"), (account["PayloadType"], account["PayloadVersion"], account["PayloadIdentifier"]));
        Assert.Empty(Required.Except(account.Keys));
    }

    [Fact]
    public void Encryption_is_always_said_and_ports_are_numbers()
    {
        var account = Account(Sample.ImapFirst);
        Assert.Equal((true, true), (account["IncomingMailServerUseSSL"], account["OutgoingMailServerUseSSL"]));
        Assert.Equal((993, 465), (account["IncomingMailServerPortNumber"], account["OutgoingMailServerPortNumber"]));
        Assert.Equal(("EmailAuthPassword", "EmailAuthPassword"), (account["IncomingMailServerAuthentication"], account["OutgoingMailServerAuthentication"]));
        Assert.Equal(true, account["OutgoingPasswordSameAsIncomingPassword"]);
    }

    [Fact]
    public void The_device_asks_for_everything_personal() => Assert.DoesNotContain(
        Account(Sample.ImapFirst).Keys, x => x.EndsWith("Address", StringComparison.Ordinal) || x.EndsWith("Username", StringComparison.Ordinal) || x is "IncomingPassword" or "OutgoingPassword");

    [Fact]
    public void Only_the_first_server_becomes_an_account()
    {
        Assert.Equal("EmailTypeIMAP", Account(Sample.ImapFirst)["EmailAccountType"]);
        Assert.Equal(("EmailTypePOP", 995), (Account(Sample.Pop3First)["EmailAccountType"], Account(Sample.Pop3First)["IncomingMailServerPortNumber"]));
    }

    [Fact]
    public void The_same_settings_give_the_same_UUIDs_and_others_give_others()
    {
        Assert.Equal(Write(Sample.ImapFirst).File!.Content, Write(Sample.ImapFirst with { }).File!.Content);
        var uuids = new[] { Sample.ImapFirst, Sample.Pop3First, Sample.ImapFirst with { MailDomain = HostName.Parse("example.net") } }
            .SelectMany(x => new[] { Plist.Read(Write(x).File!.Content), Account(x) }).Select(x => (string)x["PayloadUUID"]).ToList();
        Assert.Equal(uuids.Count, uuids.Distinct().Count());
        Assert.All(uuids, x => Assert.Matches("^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$", x));
    }

    [Fact]
    public void A_later_profile_of_the_domain_replaces_the_earlier_one() => Assert.Equal(
        Plist.Read(Write(Sample.ImapFirst).File!.Content)["PayloadIdentifier"], Plist.Read(Write(Sample.Pop3First).File!.Content)["PayloadIdentifier"]);

    [Fact]
    public void Without_an_outgoing_server_there_is_no_profile() =>
        Assert.Equal(SettingsObstacle.OutgoingServerUnknown, Write(Sample.ImapFirst with { Outgoing = null }).Obstacle);

    [Fact]
    public void Scram_alone_cannot_be_said() => Assert.Equal(
        SettingsObstacle.SignInNotExpressible,
        Write(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, LoginName.Address, AuthenticationMethod.PasswordEncrypted) with { LacksCramMd5 = true }] }).Obstacle);

    [Fact]
    public void OAuth_alone_cannot_be_said()
    {
        var settings = Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, LoginName.Address, AuthenticationMethod.OAuth2)] };
        Assert.Equal(SettingsObstacle.SignInNotExpressible, Write(settings).Obstacle);
        Assert.Equal(SettingsObstacle.SignInNotExpressible, Write(Sample.ImapFirst with { Outgoing = Sample.Submission with { Authentication = [AuthenticationMethod.OAuth2] } }).Obstacle);
    }

    private static SettingsOutcome Write(ClientSettings settings) => SettingsWriter.Write(settings, SettingsFormat.Apple, Language.English);

    private static IReadOnlyDictionary<string, object> Account(ClientSettings settings) =>
        (IReadOnlyDictionary<string, object>)Assert.Single((List<object>)Plist.Read(Write(settings).File!.Content)["PayloadContent"]);
}
