using System.Xml.Linq;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

public class AccountHolderTests
{
    private static readonly AccountHolder Jane = Holder("jane@example.com", "Jane <Doe>");

    [Fact]
    public void Thunderbird_needs_ask_for_no_user_name()
    {
        var names = XDocument.Parse(Content(Sample.ImapFirst, SettingsFormat.Thunderbird)).Descendants("username").Select(x => x.Value);
        Assert.All(names, x => Assert.True(x is "jane@example.com" or "jane", x));
        Assert.DoesNotContain("%EMAIL", Content(Sample.ImapFirst, SettingsFormat.Thunderbird), StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_has_address_name_and_user_names_and_no_password()
    {
        var account = Account(Sample.ImapFirst, Jane);
        Assert.Equal(("jane@example.com", "Jane <Doe>"), (account["EmailAddress"], account["EmailAccountName"]));
        Assert.Equal(("jane@example.com", "jane@example.com"), (account["IncomingMailServerUsername"], account["OutgoingMailServerUsername"]));
        Assert.DoesNotContain(account.Keys, x => x is "IncomingPassword" or "OutgoingPassword");
    }

    [Fact]
    public void Two_accounts_of_one_domain_do_not_replace_each_other()
    {
        string Identifier(AccountHolder? holder) => (string)Account(Sample.ImapFirst, holder)["PayloadIdentifier"];
        Assert.Equal(Identifier(Jane), Identifier(Holder("jane@example.com", null)));
        Assert.Equal(3, new[] { Identifier(Jane), Identifier(Holder("info@example.com", null)), Identifier(null) }.Distinct().Count());
        Assert.DoesNotContain("jane", Identifier(Jane), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(Account(Sample.ImapFirst, Jane)["PayloadUUID"], Account(Sample.ImapFirst, Holder("jane@example.com", "Jane Roe"))["PayloadUUID"]);
    }

    [Fact]
    public void Outlook_is_told_the_user_name_that_it_would_get_wrong_by_itself()
    {
        Assert.Equal(SettingsObstacle.UserNameNotExpressible, SettingsWriter.Write(Sample.ImapFirst, SettingsFormat.Outlook, Language.English).Obstacle);
        XNamespace reply = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";
        var told = XDocument.Parse(Content(Sample.ImapFirst, SettingsFormat.Outlook));
        Assert.Equal("Jane <Doe>", told.Descendants(reply + "DisplayName").Single().Value);
        Assert.All(told.Descendants(reply + "Protocol"), x => Assert.Equal("jane@example.com", x.Element(reply + "LoginName")?.Value));
    }

    [Fact]
    public void Pacc_has_no_place_for_anybody() => Assert.Equal(SettingsWriter.Write(Sample.ImapFirst, SettingsFormat.Pacc, Language.English).File?.Content, SettingsWriter.Write(Sample.ImapFirst.For(Jane), SettingsFormat.Pacc, Language.English).File?.Content);

    [Fact]
    public void The_text_says_them_in_the_readers_language()
    {
        var text = SettingsWriter.Write(Sample.ImapFirst.For(Jane), SettingsFormat.Text, Language.German).File!.Content;
        Assert.StartsWith("E-Mail-Einstellungen für jane@example.com\n", text, StringComparison.Ordinal);
        Assert.Contains("\nIhr Konto\nIhr Name: Jane <Doe>\nE-Mail-Adresse: jane@example.com\n", text, StringComparison.Ordinal);
        Assert.Contains("Benutzername: jane@example.com\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_only_he_knows_stays_open()
    {
        var settings = Sample.ImapFirst with { Incoming = [.. Sample.ImapFirst.Incoming.Select(x => x with { LoginName = LoginName.OnlyUserKnows })] };
        Assert.DoesNotContain("IncomingMailServerUsername", Account(settings, Jane).Keys);
        Assert.Equal(SettingsObstacle.UserNameNotExpressible, SettingsWriter.Write(settings.For(Jane), SettingsFormat.Thunderbird, Language.English).Obstacle);
    }

    [Theory]
    [InlineData("%EMAILADDRESS%", "jane@example.com")]
    [InlineData("%EMAILLOCALPART%", "jane")]
    [InlineData("%EMAILLOCALPART%.%EMAILDOMAIN%", "jane.example.com")]
    public void Every_placeholder_is_filled(string template, string name) => Assert.Equal(name, LoginName.Of(template).For(Jane).Written);

    [Fact]
    public void An_address_that_looks_like_a_placeholder_is_filled_in_once() =>
        Assert.Equal("%EMAILDOMAIN%@example.com", LoginName.Of("%EMAILADDRESS%").For(Holder("%EMAILDOMAIN%@example.com", null)).Written);

    [Fact]
    public void Nobody_is_printed()
    {
        Assert.DoesNotContain("jane", $"{Jane} {LoginName.Of(LoginName.Address).For(Jane)} {Sample.ImapFirst.For(Jane)} {Sample.ImapFirst.For(Jane).Best}", StringComparison.OrdinalIgnoreCase);
        Assert.Null(Sample.ImapFirst.Holder);
    }

    private static AccountHolder Holder(string email, string? name) => new(EmailAddress.Parse(email), name);

    private static string Content(ClientSettings settings, SettingsFormat format) => SettingsWriter.Write(settings.For(Jane), format, Language.English).File!.Content;

    private static IReadOnlyDictionary<string, object> Account(ClientSettings settings, AccountHolder? holder) =>
        (IReadOnlyDictionary<string, object>)((IReadOnlyList<object>)Plist.Read(SettingsWriter.Write(holder is null ? settings : settings.For(holder), SettingsFormat.Apple, Language.English).File!.Content)["PayloadContent"])[0];
}
