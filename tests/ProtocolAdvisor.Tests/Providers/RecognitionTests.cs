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
    [InlineData("mx.zoho.eu", "zoho")]
    [InlineData("mx2.zoho.in", "zoho")]
    [InlineData("mx3.zoho.com.au", "zoho")]
    [InlineData("mx.zoho.jp", "zoho")]
    [InlineData("mxs.mail.ru", "mail-ru")]
    [InlineData("163mx01.mxmail.netease.com", "netease")]
    [InlineData("126mx02.mxmail.netease.com", "netease")]
    [InlineData("yeahmx01.mxmail.netease.com", "netease")]
    [InlineData("mx3.qq.com", "qq")]
    [InlineData("mta-gw.infomaniak.ch", "infomaniak")]
    [InlineData("mx00.ionos.de", "ionos")]
    [InlineData("mx01.ionos.com", "ionos")]
    [InlineData("mx00.ionos.co.uk", "ionos")]
    [InlineData("mx01.ionos.es", "ionos")]
    [InlineData("mx00.ionos.fr", "ionos")]
    [InlineData("mx00.1and1.co.uk", "ionos")]
    [InlineData("mx01.1and1.es", "ionos")]
    [InlineData("mx1.hostinger.com", "hostinger")]
    [InlineData("spool.mail.gandi.net", "gandi")]
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
    [InlineData("mxbiz1.qq.com", null)]
    [InlineData("qiye163mx01.mxmail.netease.com", null)]
    [InlineData("hzmx01.mxmail.netease.com", null)]
    [InlineData("mx1.alias.proton.me", null)]
    [InlineData("mx1-us1.ppe-hosted.com", null)]
    [InlineData("contoso.eu.iphmx.com", null)]
    [InlineData("mx01.hornetsecurity.com", null)]
    [InlineData("mx1.spamexperts.com", null)]
    [InlineData("mx10.antispamcloud.com", null)]
    [InlineData("mx10.mailspamprotection.com", null)]
    [InlineData("contoso.in.tmes.trendmicro.eu", null)]
    [InlineData("mx-01-eu-west-1.prod.hydra.sophos.com", null)]
    [InlineData("contoso.l1a.s8a1.psmtp.com", null)]
    [InlineData("mx.expurgate.net", null)]
    [InlineData("cust12345-s.in.mailcontrol.com", null)]
    [InlineData("inbound-smtp.eu-west-1.amazonaws.com", null)]
    [InlineData("mx1.improvmx.com", null)]
    [InlineData("mx1.forwardemail.net", null)]
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
    [InlineData("* OK [CAPABILITY IMAP4 IMAP4rev1 ID AUTH=PLAIN] QQMail XMIMAP4Server ready", "qq")]
    [InlineData("* OK Dovecot ready.", null)]
    public void By_the_words_of_a_greeting_that_nobody_else_says(string greeting, string? key) => Assert.Equal(key, Key(new() { Greetings = [greeting] }));

    [Theory]
    [InlineData("imap.gmail.com", "google-workspace")]
    [InlineData("*.gmail.com", "google-workspace")]
    [InlineData("*.mail.yahoo.com", "yahoo")]
    [InlineData("IMAP.Mail.Me.com", "icloud")]
    [InlineData("*.posteo.de", "posteo")]
    [InlineData("*.imap.gmail.com", "google-workspace")]
    [InlineData("*.com", null)]
    [InlineData("*.gmail.com.evil.example", null)]
    [InlineData("gmail.com", null)]
    [InlineData("mail.contoso.example", null)]
    public void By_a_name_in_the_certificate_of_a_server_that_the_customer_has_named(string name, string? key)
    {
        var match = ProviderRecognition.Of(new()
        {
            MailHosts = [Host("mail.contoso.example")],
            CertificateNames = [name],
            MailExchangers = [Host("mx0a-1.pphosted.com")],
            Domain = Host("contoso.example"),
        });
        Assert.Equal(key, match?.Provider.Key);
        Assert.Equal(key is null ? null : MarkKind.CertificateName, match?.Evidence.Kind);
    }

    [Theory]
    [InlineData("https://mail.google.com/", "google-workspace")]
    [InlineData("https://outlook.office.com/IMAP.AccessAsUser.All", "microsoft-365")]
    [InlineData("offline_access", null)]
    [InlineData("openid", null)]
    [InlineData("https://mail.google.com/evil", null)]
    public void By_the_scope_of_a_token_that_is_an_address_of_the_providers_own(string scope, string? key) =>
        Assert.Equal(key, Key(new() { TokenScopes = [scope], Domain = Host("contoso.example") }));

    /// <summary>Every pair of kinds, the stronger first: where they point to two providers, the stronger decides, and the other stays told.</summary>
    public static TheoryData<MarkKind, MarkKind> Pairs => new(
        from one in Enum.GetValues<MarkKind>()
        from other in Enum.GetValues<MarkKind>()
        where one < other && !(one is MarkKind.Domain or MarkKind.DomainSuffix && other is MarkKind.Domain or MarkKind.DomainSuffix)
        select (one, other));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Where_two_marks_contradict_each_other_the_stronger_kind_decides(MarkKind stronger, MarkKind weaker)
    {
        var match = ProviderRecognition.Of(Both(stronger, weaker), [Made("one"), Made("two")]);
        Assert.Equal(("one", stronger), (match!.Provider.Key, match.Evidence.Kind));
        Assert.Equal(["two"], match.Others.Select(x => x.Provider.Key));
        Assert.Equal([stronger], match.RecognisedBy.Select(x => x.Kind));
    }

    [Fact]
    public void All_marks_are_told_the_one_that_decided_first()
    {
        var match = ProviderRecognition.Of(new()
        {
            MailHosts = [Host("outlook.office365.com")],
            Domain = Host("hotmail.de"),
            Issuers = ["login.microsoftonline.com"],
            CatalogueIds = ["hotmail.com"],
        });
        Assert.Equal(("outlook-com", MarkKind.CatalogueId), (match!.Provider.Key, match.Evidence.Kind));
        Assert.Equal([MarkKind.CatalogueId, MarkKind.MailHost, MarkKind.Domain], match.RecognisedBy.Select(x => x.Kind));
        Assert.Empty(match.Others);
    }

    // Microsoft signs both in: whose domain it is says whose mailbox it is.
    [Theory]
    [InlineData("hotmail.com", "outlook-com")]
    [InlineData("contoso.onmicrosoft.com", "microsoft-365")]
    [InlineData("contoso.example", "microsoft-365")]
    public void An_issuer_that_a_family_shares_leaves_it_to_the_domain(string domain, string key) =>
        Assert.Equal(key, Key(new() { Issuers = ["login.microsoftonline.com"], Domain = Host(domain) }));

    [Fact]
    public void A_greeting_is_weaker_than_every_name() => Assert.Equal(
        "yandex", Key(new() { Greetings = ["* OK Gimap ready for requests from 192.0.2.1"], Domain = Host("ya.ru") }));

    [Fact]
    public void Without_a_clue_nobody_is_recognised() => Assert.Null(ProviderRecognition.Of(new ProviderClues()));

    private static string? Key(ProviderClues clues) => ProviderRecognition.Of(clues)?.Provider.Key;

    // Each has a mark of each kind.
    private static Provider Made(string key) => new()
    {
        Key = key,
        Name = key,
        Marks = [.. Enum.GetValues<MarkKind>().Select(x => new ProviderMark { Kind = x, Values = [Value(key, x)], Source = new("https://a.example"), Checked = new(2026, 11, 27) })],
    };

    private static string Value(string key, MarkKind kind) => $"{key}-{kind.ToString().ToLowerInvariant()}.example";

    private static ProviderClues Both(MarkKind stronger, MarkKind weaker) => With(With(new(), stronger, "one"), weaker, "two");

    private static ProviderClues With(ProviderClues clues, MarkKind kind, string key) => kind switch
    {
        MarkKind.MailHost => clues with { MailHosts = [Host(Value(key, kind))] },
        MarkKind.CertificateName => clues with { CertificateNames = [Value(key, MarkKind.MailHost)] },
        MarkKind.MailExchanger => clues with { MailExchangers = [Host(Value(key, kind))] },
        MarkKind.Issuer => clues with { Issuers = [Value(key, kind)] },
        MarkKind.CatalogueId => clues with { CatalogueIds = [Value(key, kind)] },
        MarkKind.Domain => clues with { Domain = Host(Value(key, kind)) },
        MarkKind.DomainSuffix => clues with { Domain = Host($"contoso.{Value(key, kind)}") },
        MarkKind.Greeting => clues with { Greetings = [$"* OK {Value(key, kind)}"] },
    };

    private static HostName Host(string name) => HostName.Parse(name);
}
