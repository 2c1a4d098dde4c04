using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor.Tests.Providers;

/// <summary>Whose mailbox it is, from what was seen.</summary>
public class RecognitionTests
{
    [Theory]
    [InlineData("contoso-com.r-v1.mx.microsoft", "microsoft-365")]
    [InlineData("contoso-com.o-v1.mx.microsoft", "microsoft-365")]
    [InlineData("contoso-com.mail.protection.outlook.com", "microsoft-365")]
    [InlineData("outlook-com.olc.protection.outlook.com", "outlook-com")]
    [InlineData("aspmx.l.google.com", "google-workspace")]
    [InlineData("alt1.aspmx.l.google.com", "google-workspace")]
    [InlineData("smtp.google.com", "google-workspace")]
    [InlineData("gmail-smtp-in.l.google.com", "gmail")]
    [InlineData("mta5.am0.yahoodns.net", "yahoo")]
    [InlineData("mx-aol.mail.gm0.yahoodns.net", "aol")]
    [InlineData("mx01.mail.icloud.com", "icloud")]
    [InlineData("in1-smtp.messagingengine.com", "fastmail")]
    [InlineData("mx00.kundenserver.de", "ionos")]
    [InlineData("smtpin.rzone.de", "strato")]
    [InlineData("mail.protonmail.ch", "proton")]
    [InlineData("mail.tutanota.de", "tuta")]
    [InlineData("mx1.mail.ovh.net", "ovh")]
    [InlineData("mx.microsoft.evil.example", null)]
    [InlineData("notmx.microsoft", null)]
    [InlineData("microsoft", null)]
    [InlineData("aspmx.l.google.com.evil.example", null)]
    [InlineData("notaspmx.l.google.com", null)]
    [InlineData("google.com.evil.example", null)]
    [InlineData("mx0a-00000001.pphosted.com", null)]
    [InlineData("eu-smtp-inbound-1.mimecast.com", null)]
    [InlineData("d12345.a.ess.barracudanetworks.com", null)]
    [InlineData("cluster1.eu.messagelabs.com", null)]
    [InlineData("route1.mx.cloudflare.net", null)]
    [InlineData("192.0.2.1", null)]
    public void By_the_exchanger_of_a_domain_of_ones_own(string exchanger, string? key) =>
        Assert.Equal(key, Key(new() { MailExchangers = [Host(exchanger)], Domain = Host("contoso.example") }));

    [Theory]
    [InlineData("gmail.com", "gmail")]
    [InlineData("googlemail.com", "gmail")]
    [InlineData("notgmail.com", null)]
    [InlineData("mail.gmail.com", null)]
    [InlineData("gmail.com.evil.example", null)]
    [InlineData("163.com", "netease")]
    [InlineData("126.com", "netease")]
    [InlineData("yeah.net", "netease")]
    [InlineData("yahoo.co.uk", "yahoo")]
    [InlineData("contoso.onmicrosoft.com", "microsoft-365")]
    [InlineData("onmicrosoft.com", null)]
    [InlineData("contoso.example", null)]
    public void By_the_domain_alone(string domain, string? key) => Assert.Equal(key, Key(new() { Domain = Host(domain) }));

    [Theory]
    [InlineData("imap.gmail.com", "gmail.com", "gmail")]
    [InlineData("imap.gmail.com", "contoso.example", "google-workspace")]
    [InlineData("imap.gmail.com", null, "gmail")]
    [InlineData("outlook.office365.com", "hotmail.de", "outlook-com")]
    [InlineData("outlook.office365.com", "contoso.example", "microsoft-365")]
    [InlineData("outlook.office365.com", "contoso.onmicrosoft.com", "microsoft-365")]
    [InlineData("outlook.office365.com", null, "outlook-com")]
    [InlineData("imap-mail.outlook.com", "contoso.example", "outlook-com")]
    [InlineData("imap.mail.yahoo.com", "gmail.com", "yahoo")]
    [InlineData("imap.mail.yahoo.com", "aol.com", "yahoo")]
    [InlineData("imap.notgmail.com", "contoso.example", null)]
    public void By_the_server_and_where_several_share_it_by_the_domain(string host, string? domain, string? key) =>
        Assert.Equal(key, Key(new() { MailHosts = [Host(host)], Domain = domain is null ? null : Host(domain) }));

    [Fact]
    public void Where_several_share_the_servers_the_exchanger_tells_them_apart()
    {
        var match = ProviderRecognition.Of(new()
        {
            MailHosts = [Host("outlook.office365.com")],
            MailExchangers = [Host("fabrikam-com.mail.protection.outlook.com")],
            Domain = Host("fabrikam.example"),
        });
        Assert.Equal("microsoft-365", match?.Provider.Key);
        Assert.Equal(new ProviderEvidence(MarkKind.MailExchanger, "mail.protection.outlook.com", "fabrikam-com.mail.protection.outlook.com"), match!.Evidence);
        Assert.Empty(match.Others);
    }

    [Fact]
    public void An_exchanger_that_only_filters_leaves_it_to_the_servers()
    {
        var match = ProviderRecognition.Of(new() { MailExchangers = [Host("mx0a-1.pphosted.com")], MailHosts = [Host("imap.zoho.eu")], Domain = Host("contoso.example") });
        Assert.Equal("zoho", match?.Provider.Key);
        Assert.Equal(new ProviderEvidence(MarkKind.MailHost, "imap.zoho.eu", "imap.zoho.eu"), match!.Evidence);
    }

    [Fact]
    public void The_exchanger_beats_the_name_of_the_domain_which_stays_told()
    {
        var match = ProviderRecognition.Of(new() { MailExchangers = [Host("mta5.am0.yahoodns.net")], Domain = Host("comcast.net") });
        Assert.Equal("yahoo", match?.Provider.Key);
        var other = Assert.Single(match!.Others);
        Assert.Equal("comcast", other.Provider.Key);
        Assert.Equal(MarkKind.Domain, other.Evidence.Kind);
    }

    [Fact]
    public void The_server_that_is_really_used_beats_whoever_receives_the_mail()
    {
        var match = ProviderRecognition.Of(new() { MailHosts = [Host("imap.fastmail.com")], MailExchangers = [Host("contoso-com.mail.protection.outlook.com")] });
        Assert.Equal("fastmail", match?.Provider.Key);
        Assert.Equal(["microsoft-365"], match!.Others.Select(x => x.Provider.Key));
    }

    [Fact]
    public void A_better_server_or_exchanger_beats_a_worse_one()
    {
        Assert.Equal("zoho", Key(new() { MailHosts = [Host("mail.contoso.example"), Host("imap.zoho.com"), Host("imap.gmail.com")] }));
        Assert.Equal("fastmail", Key(new() { MailExchangers = [Host("mx.contoso.example"), Host("in1-smtp.messagingengine.com"), Host("mx.zoho.com")] }));
    }

    [Theory]
    [InlineData("accounts.google.com", "gmail")]
    [InlineData("https://accounts.google.com", "gmail")]
    [InlineData("https://accounts.google.com/", "gmail")]
    [InlineData("https://ACCOUNTS.google.com/o/oauth2", "gmail")]
    [InlineData("https://login.microsoftonline.com/common/v2.0", "microsoft-365")]
    [InlineData("http://accounts.google.com", null)]
    [InlineData("https://accounts.google.com.evil.example", null)]
    [InlineData("https://accounts.google.com@evil.example/", null)]
    [InlineData("not an issuer", null)]
    [InlineData("", null)]
    public void By_the_issuer_of_tokens(string issuer, string? key) => Assert.Equal(key, Key(new() { Issuers = [issuer] }));

    [Theory]
    [InlineData("googlemail.com", "contoso.example", "google-workspace")]
    [InlineData("MessagingEngine", null, "fastmail")]
    [InlineData("messagingengine", null, "fastmail")]
    [InlineData("contoso", null, null)]
    public void By_the_catalogues_entry(string id, string? domain, string? key) =>
        Assert.Equal(key, Key(new() { CatalogueIds = [id], Domain = domain is null ? null : Host(domain) }));

    [Theory]
    [InlineData("* OK Gimap ready for requests from 192.0.2.1 n6mb62387647pjd", "gmail")]
    [InlineData("+OK Gpop ready for requests from 192.0.2.1 n67mb28062338lja", "gmail")]
    [InlineData("* OK Yandex IMAP4rev1 at sas2.qloud-c.yandex.net:993 ready to talk", "yandex")]
    [InlineData("* OK Coremail System IMap Server Ready(163com[726cd87d72d896a1ac393507346040fa])", "netease")]
    [InlineData("* OK Coremail System IMap Server Ready(contoso[726cd87d72d896a1ac393507346040fa])", null)]
    [InlineData("* OK The Microsoft Exchange IMAP4 service is ready.", null)]
    [InlineData("* OK Dovecot ready.", null)]
    public void By_the_words_of_a_greeting_that_nobody_else_says(string greeting, string? key) => Assert.Equal(key, Key(new() { Greetings = [greeting] }));

    [Fact]
    public void A_greeting_is_weaker_than_every_name() => Assert.Equal(
        "yandex", Key(new() { Greetings = ["* OK Gimap ready for requests from 192.0.2.1"], Domain = Host("ya.ru") }));

    [Fact]
    public void Without_a_clue_nobody_is_recognised() => Assert.Null(ProviderRecognition.Of(new ProviderClues()));

    private static string? Key(ProviderClues clues) => ProviderRecognition.Of(clues)?.Provider.Key;

    private static HostName Host(string name) => HostName.Parse(name);
}
