using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using DnsClient;
using MailKit.Net.Imap;
using MailKit.Net.Pop3;
using MailKit.Security;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class ProviderParkTests(ProviderParkTests.Park park) : IClassFixture<ProviderParkTests.Park>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_settings_file_a_client_gets_to_the_mailbox()
    {
        var file = XDocument.Parse(await park.GetAsync("https://autoconfig.exemplary.example/mail/config-v1.1.xml"));
        var server = file.Descendants("incomingServer").First();
        var (host, port) = ((string)server.Element("hostname")!, (int)server.Element("port")!);

        using var client = await park.ImapAsync(host, port);
        await client.AuthenticateAsync(new SaslMechanismPlain("jane@exemplary.example", "secret"), Cancel);

        Assert.True(client.IsAuthenticated);
        Assert.Equal("imap.exemplary.example", host);
    }

    [Fact]
    public async Task From_the_srv_records_a_client_gets_to_the_mailbox()
    {
        var record = Assert.Single((await park.AskAsync("_pop3s._tcp.srv-only.example", QueryType.SRV)).Answers.SrvRecords());
        var host = record.Target.Value.TrimEnd('.');

        using var client = new Pop3Client { ServerCertificateValidationCallback = park.Providers.Authority.Vouches };
        await client.ConnectAsync(await park.DialAsync(host, record.Port), host, record.Port, SecureSocketOptions.SslOnConnect, Cancel);
        await client.AuthenticateAsync(new SaslMechanismPlain("jane@srv-only.example", "secret"), Cancel);

        Assert.True(client.IsAuthenticated);
        Assert.Equal(10, record.Priority);
    }

    [Theory]
    [InlineData("vouched.example", true)]
    [InlineData("edited.example", false)]
    public async Task The_digest_fits_the_configuration_for_user_agents_where_it_should(string domain, bool fits)
    {
        var body = await park.Client.GetByteArrayAsync(park.Url($"https://ua-auto-config.{domain}/.well-known/user-agent-configuration.json"), Cancel);
        var record = Assert.Single(Assert.Single((await park.AskAsync("_ua-auto-config." + domain, QueryType.TXT)).Answers.TxtRecords()).Text);

        Assert.Equal(fits, record == "v=UAAC1; a=sha256; d=" + Convert.ToBase64String(SHA256.HashData(body)));
    }

    [Fact]
    public async Task Conventional_names_lead_to_the_standard_ports()
    {
        Assert.SkipUnless(StandardPorts.Available, StandardPorts.Missing);

        using var client = await park.ImapAsync("imap.silent.example", 993);
        using var other = await park.ImapAsync("mail.silent.example", 993);

        Assert.True(client.IsSecure && other.IsSecure);
    }

    [Fact]
    public async Task What_is_not_published_does_not_exist()
    {
        string[] names = ["autoconfig.silent.example", "_imaps._tcp.silent.example", "ua-auto-config.silent.example", "silent.example.org"];
        foreach (var name in names)
            Assert.Equal(DnsHeaderResponseCode.NotExistentDomain, (await park.AskAsync(name, QueryType.A)).Header.ResponseCode);
    }

    [Fact]
    public async Task A_hosted_domain_leads_to_its_host_whom_the_catalogue_knows()
    {
        var mx = Assert.Single((await park.AskAsync("hosted.example", QueryType.MX)).Answers.MxRecords());
        var entry = await park.GetAsync(park.Providers.Catalogue + "hoster.example");

        Assert.Equal("mx1.hoster.example.", mx.Exchange.Value);
        Assert.Contains("<hostname>imap.hoster.example</hostname>", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_contradict_each_other_where_a_test_wants_it()
    {
        var file = XDocument.Parse(await park.GetAsync("https://torn.example/.well-known/autoconfig/mail/config-v1.1.xml"));
        var srv = Assert.Single((await park.AskAsync("_imaps._tcp.torn.example", QueryType.SRV)).Answers.SrvRecords());

        Assert.Equal(["1993"], file.Descendants("incomingServer").Elements("port").Select(port => port.Value));
        Assert.Equal(park.Providers.Mail.Port(DovecotListener.Imaps).ToString(CultureInfo.InvariantCulture), srv.Port.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(".", Assert.Single((await park.AskAsync("_pop3s._tcp.torn.example", QueryType.SRV)).Answers.SrvRecords()).Target.Value);
    }

    [Fact]
    public async Task A_settings_file_may_be_there_over_http_alone()
    {
        const string url = "http://autoconfig.plain.example/mail/config-v1.1.xml";

        Assert.Contains("pop3.plain.example", await park.GetAsync(url), StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => park.GetAsync(url.Replace("http:", "https:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_international_user_of_an_international_domain_gets_in()
    {
        using var client = await park.ImapAsync("imap.xn--bcher-kva.example", park.Providers.Mail.Port(DovecotListener.Imaps));
        await client.AuthenticateAsync(new SaslMechanismPlain("jörg@bücher.example", "geheim"), Cancel);

        Assert.True(client.IsAuthenticated);
        Assert.Single((await park.AskAsync("_imaps._tcp.xn--bcher-kva.example", QueryType.SRV)).Answers.SrvRecords());
    }

    /// <summary>Providers of every kind, and a client that resolves their names.</summary>
    public sealed class Park : IAsyncLifetime
    {
        private LookupClient dns = null!;

        internal ProviderPark Providers { get; private set; } = null!;

        internal HttpClient Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Providers = await ProviderPark.StartAsync(
                MailProvider.Exemplary("exemplary.example"),
                new MailProvider("srv-only.example") { Services = ServiceRecord.All, ImapHost = "a.srv-only.example", Pop3Host = "b.srv-only.example" },
                new MailProvider("vouched.example") { Pacc = PaccPublication.Vouched },
                new MailProvider("edited.example") { Pacc = PaccPublication.WrongDigest },
                new MailProvider("silent.example") { FurtherNames = ["mail"] },
                new MailProvider("hosted.example") { MailExchangers = ["mx1.hoster.example"] },
                new MailProvider("hoster.example") { MailExchangers = ["mx1.hoster.example"], Autoconfig = AutoconfigPlaces.Catalogue },
                new MailProvider("torn.example")
                {
                    Autoconfig = AutoconfigPlaces.WellKnown,
                    AutoconfigServers = servers => [servers[0] with { Port = 1993 }],
                    Services = [new("imaps"), ServiceRecord.NotOffered("pop3s")],
                },
                new MailProvider("plain.example") { Autoconfig = AutoconfigPlaces.Http },
                new MailProvider("bücher.example")
                {
                    Services = ServiceRecord.All,
                    Users = new Dictionary<string, string> { ["jörg@bücher.example"] = "geheim" },
                });
            dns = new(new LookupClientOptions(Providers.Dns.EndPoint) { UseCache = false });
            Client = new(new SocketsHttpHandler
            {
                SslOptions = { RemoteCertificateValidationCallback = Providers.Authority.Vouches },
                ConnectCallback = async (context, _) => await DialAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port),
            });
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Providers.DisposeAsync();
        }

        internal Task<IDnsQueryResponse> AskAsync(string name, QueryType type) => dns.QueryAsync(name, type, cancellationToken: Cancel);

        /// <summary>The URL with the port that the web server really has.</summary>
        internal Uri Url(string url) => new UriBuilder(url) { Port = url.StartsWith("https:", StringComparison.Ordinal) ? Providers.Web.HttpsPort : Providers.Web.HttpPort }.Uri;

        internal Task<string> GetAsync(string url) => Client.GetStringAsync(Url(url), Cancel);

        internal async Task<Stream> DialAsync(string host, int port)
        {
            var address = Assert.Single((await AskAsync(host, QueryType.A)).Answers.ARecords()).Address;
            var client = new System.Net.Sockets.TcpClient();
            await client.ConnectAsync(address, port, Cancel);
            return client.GetStream();
        }

        internal async Task<ImapClient> ImapAsync(string host, int port)
        {
            var client = new ImapClient { ServerCertificateValidationCallback = Providers.Authority.Vouches };
            await client.ConnectAsync(await DialAsync(host, port), host, port, SecureSocketOptions.SslOnConnect, Cancel);
            return client;
        }
    }
}
