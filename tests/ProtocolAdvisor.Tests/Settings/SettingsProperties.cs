using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

/// <summary>What holds for any settings, sound or strange.</summary>
public class SettingsProperties
{
    private const int Runs = 2_000;

    [Fact]
    public void Every_file_is_well_formed_and_says_the_names_unchanged() => Sample.Any.Sample(
        settings =>
        {
            if (Content(settings, SettingsFormat.Apple) is { } profile) _ = Plist.Read(profile);
            if (Content(settings, SettingsFormat.Pacc) is { } pacc) JsonDocument.Parse(pacc).Dispose();
            if (Content(settings, SettingsFormat.Outlook) is { } reply) Assert.Empty(Elements(reply).Except(AutodiscoverElements));
            if (Content(settings, SettingsFormat.Thunderbird) is not { } file) return true;
            var autoconfig = XDocument.Parse(file, LoadOptions.PreserveWhitespace);
            Assert.Empty(autoconfig.Descendants("username").Select(x => x.Value).Except(Templates(settings)));
            Assert.Empty(autoconfig.Descendants("hostname").Select(x => x.Value).Except(Hosts(settings)));
            return !Elements(autoconfig).Except(AutoconfigElements).Any();
        },
        iter: Runs);

    [Fact]
    public void Every_text_is_complete_and_each_line_begins_as_ours_do() => Gen.Select(Sample.Any, Gen.OneOf<Language>([.. Language.All])).Sample(
        (settings, language) =>
        {
            var phrases = SettingsPhrases.Of(language);
            string[] labels = [phrases.Server, phrases.Port, phrases.Encryption, phrases.UserName, phrases.SignIn];
            var text = SettingsWriter.Write(settings, SettingsFormat.Text, language).File!.Content;
            Assert.DoesNotContain(new[] { "{days}", "{date}", "{name}", "{protocol}" }, x => text.Contains(x, StringComparison.Ordinal));
            var labelled = text.Split('\n').Where(x => labels.Any(label => x.StartsWith(label + ": ", StringComparison.Ordinal)));
            return labelled.Count() is >= 4 and <= 10;
        },
        iter: Runs);

    [Fact]
    public void The_same_settings_give_the_same_bytes() => Sample.Any.Sample(
        settings => Enum.GetValues<SettingsFormat>().All(x => Content(settings, x) == Content(settings with { Incoming = [.. settings.Incoming] }, x)), iter: 200);

    [Fact]
    public void No_file_tells_a_client_to_go_without_encryption() => Sample.Any.Sample(
        settings => Said(settings, SettingsFormat.Thunderbird, "socketType").All(x => x is "SSL" or "STARTTLS")
            && Said(settings, SettingsFormat.Outlook, "SSL").All(x => x == "on")
            && Said(settings, SettingsFormat.Outlook, "Encryption").All(x => x is "SSL" or "TLS")
            && !Said(settings, SettingsFormat.Apple, "false").Skip(1).Any(),
        iter: Runs);

    [Fact]
    public void No_secret_has_a_place_in_the_model_and_an_address_only_with_its_holder()
    {
        var members = typeof(ClientSettings).Assembly.GetTypes().Where(x => x.Namespace == typeof(ClientSettings).Namespace).SelectMany(x => x.GetProperties()).ToList();
        Assert.DoesNotContain(members, x => x.PropertyType == typeof(Secret) || x.PropertyType == typeof(Credentials));
        Assert.Equal([typeof(AccountHolder)], members.Where(x => x.PropertyType == typeof(EmailAddress)).Select(x => x.DeclaringType));
    }

    private static readonly string[] AutoconfigElements =
    [
        "clientConfig", "emailProvider", "domain", "displayName", "displayShortName", "incomingServer", "outgoingServer", "hostname", "port", "socketType",
        "username", "authentication", "pop3", "leaveMessagesOnServer", "daysToLeaveMessagesOnServer",
    ];

    private static readonly string[] AutodiscoverElements =
    [
        "Autodiscover", "Response", "Account", "AccountType", "Action", "Protocol", "Type", "Server", "Port", "DomainRequired", "SPA", "SSL",
        "Encryption", "AuthRequired", "UsePOPAuth",
    ];

    private static string? Content(ClientSettings settings, SettingsFormat format) => SettingsWriter.Write(settings, format, Language.German).File?.Content;

    // Of an Apple profile, PreventMove is the only false.
    private static IEnumerable<string> Said(ClientSettings settings, SettingsFormat format, string element) => Content(settings, format) is { } xml
        ? Document(xml).Descendants().Where(x => x.Name.LocalName == element).Select(x => x.Value) : [];

    private static IEnumerable<string> Elements(string xml) => Elements(Document(xml));

    private static XDocument Document(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    private static IEnumerable<string> Elements(XDocument document) => document.Descendants().Select(x => x.Name.LocalName);

    private static IEnumerable<string> Templates(ClientSettings settings) =>
        settings.Incoming.Select(x => x.LoginName.Template).Append(settings.Outgoing?.LoginName.Template).OfType<string>();

    private static IEnumerable<string> Hosts(ClientSettings settings) =>
        settings.Incoming.Select(x => x.Endpoint.Host.Value).Append(settings.Outgoing?.Host.Value).OfType<string>();
}
