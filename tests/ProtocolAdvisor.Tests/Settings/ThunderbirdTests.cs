using System.Text.Json.Nodes;
using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Discovery.AuthenticationMethod;

namespace ProtocolAdvisor.Tests.Settings;

/// <summary>A real Thunderbird sets up accounts from our files at a real Dovecot; and what we refuse to write would have failed there.</summary>
public sealed class ThunderbirdTests(ThunderbirdTests.Desk desk) : IClassFixture<ThunderbirdTests.Desk>
{
    private const string Jane = "jane@example.com";
    private const string International = "jane@xn--mller-kva.de";
    private const string Password = "secret";

    [Theory]
    [InlineData(DovecotListener.Imaps)]
    [InlineData(DovecotListener.Imap)]
    [InlineData(DovecotListener.Pop3s)]
    [InlineData(DovecotListener.Pop3)]
    public Task Every_kind_of_server_is_set_up(DovecotListener listener) => IsSetUpAsync(Of(desk.Server(listener)));

    [Theory]
    [InlineData("%EMAILADDRESS%")]
    [InlineData("%EMAILLOCALPART%")]
    [InlineData("%EMAILLOCALPART%@%EMAILDOMAIN%")]
    [InlineData("%EMAILLOCALPART%@local.domain")]
    public Task Every_form_of_user_name_is_filled_in(string name) => IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps, name)));

    [Fact]
    public Task Both_protocols_are_read_each_with_its_own_user_name() =>
        IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps, "%EMAILLOCALPART%"), desk.Server(DovecotListener.Imap, "%EMAILLOCALPART%"), desk.Server(DovecotListener.Pop3s)));

    [Theory]
    [InlineData(14)]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(null)]
    public async Task Messages_stay_on_the_server_as_long_as_planned(int? days)
    {
        var account = await IsSetUpAsync(Of(desk.Server(DovecotListener.Pop3s)) with { LeaveOnServerDays = days });
        Assert.Equal(days != 0, (bool)account["leaves"]!);
        if (days != 0) Assert.Equal(days ?? 14, (int)account["days"]!);
    }

    [Fact]
    public async Task Of_two_ways_to_sign_in_the_first_is_taken_that_Thunderbird_has_there()
    {
        await IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps, LoginName.Address, PasswordCleartext, OAuth2)));
        await IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps, LoginName.Address, OAuth2, PasswordCleartext)));
        await IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps, LoginName.Address, TlsClientCert, PasswordCleartext)));
    }

    [Theory]
    [InlineData("cram-md5", true)]
    [InlineData("scram-sha-256", false)]
    [InlineData("digest-md5", false)]
    [InlineData("plain", false)]
    public async Task Of_encrypted_passwords_Thunderbird_has_cram_md5_alone(string mechanism, bool isSetUp)
    {
        await using var dovecot = await DovecotServer.StartAsync(desk.Setup with { Mechanisms = [mechanism] });
        var server = desk.Server(DovecotListener.Imaps, LoginName.Address, PasswordEncrypted);
        var settings = Of(server with { Endpoint = server.Endpoint with { Port = dovecot.Port(DovecotListener.Imaps) } });
        if (isSetUp)
        {
            await IsSetUpAsync(settings);
            return;
        }

        Refused(SettingsObstacle.SignInNotExpressible, settings with { Incoming = [settings.Best with { LacksCramMd5 = true }] });
        var result = await desk.Thunderbird.SetUpAsync(SettingsWriter.Write(settings, SettingsFormat.Thunderbird, Language.English).File!.Content, Jane, Password);
        Assert.NotNull((string?)result["servers"]![0]!["refusal"]);
    }

    [Fact]
    public async Task The_file_holds_for_any_domain_or_none()
    {
        await IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps)) with { MailDomain = null });
        await IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps)) with { MailDomain = HostName.Parse("other.example") });
        await IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps)) with { MailDomain = HostName.Parse("müller.de") }, International);
    }

    [Fact]
    public Task An_outgoing_server_may_want_no_sign_in() =>
        IsSetUpAsync(Of(desk.Server(DovecotListener.Imaps)) with { Outgoing = Sample.Submission with { Authentication = [None] } });

    [Fact]
    public Task A_server_that_Thunderbird_could_not_use_is_left_out_beside_one_that_it_can() => IsSetUpAsync(
        Of(desk.Server(DovecotListener.Imaps), desk.Server(DovecotListener.Pop3s) with { LoginName = LoginName.OnlyUserKnows }, desk.Server(DovecotListener.Pop3, LoginName.Address, OAuth2)),
        Jane, read: 1);

    [Fact]
    public async Task What_we_refuse_for_its_outgoing_server_is_not_taken()
    {
        Refused(SettingsObstacle.OutgoingServerUnknown, Sound with { Outgoing = null });
        Assert.False(await IsFoundAsync(Edited(x => x.Descendants("outgoingServer").Remove())));
        Refused(SettingsObstacle.SignInNotExpressible, Sound with { Outgoing = Sample.Submission with { Authentication = [TlsClientCert] } });
        Assert.False(await IsFoundAsync(Edited(x => x.Descendants("outgoingServer").Elements("authentication").Single().Value = "TLS-client-cert")));
    }

    [Theory]
    [InlineData(OAuth2, "OAuth2")]
    [InlineData(TlsClientCert, "TLS-client-cert")]
    [InlineData(ClientIpAddress, "client-IP-address")]
    [InlineData(None, "none")]
    public async Task What_we_refuse_for_its_sign_in_is_not_taken(AuthenticationMethod way, string name)
    {
        Refused(SettingsObstacle.SignInNotExpressible, Of(desk.Server(DovecotListener.Imaps, LoginName.Address, way)));
        Assert.False(await IsFoundAsync(Edited(x => x.Descendants("incomingServer").Elements("authentication").Single().Value = name)));
    }

    [Fact]
    public async Task What_we_refuse_for_its_user_name_signs_in_as_undefined_and_fails()
    {
        Refused(SettingsObstacle.UserNameNotExpressible, Of(desk.Server(DovecotListener.Imaps) with { LoginName = LoginName.OnlyUserKnows }));
        var result = await desk.Thunderbird.SetUpAsync(Edited(x => x.Descendants("incomingServer").Elements("username").Remove()), Jane, Password);
        Assert.Equal("undefined", (string?)result["servers"]![0]!["username"]);
        Assert.NotNull((string?)result["servers"]![0]!["refusal"]);
    }

    [Fact]
    public async Task Ours_is_its_list_of_hosts_with_OAuth()
    {
        var hosts = await desk.Thunderbird.AskAsync(
            """
            const { OAuth2Providers } = ChromeUtils.importESModule("resource:///modules/OAuth2Providers.sys.mjs");
            fetch("resource:///modules/OAuth2Providers.sys.mjs").then(x => x.text()).then(source => arguments[0](
              [...source.matchAll(/\[\s*"([a-z0-9.-]+)",\s*\[/g)].map(x => x[1]).filter(x => ["imap", "pop3", "smtp"].some(type => OAuth2Providers.getHostnameDetails(x, type)))));
            """);
        string[] noMailServers = ["apidata.googleusercontent.com", "caldav.fastmail.com", "carddav.fastmail.com", "graph.microsoft.com", "stage-thundermail.com", "www.googleapis.com"];
        Assert.Equal(
            ThunderbirdSignIn.OAuthHosts,
            hosts!.AsArray().Select(x => (string)x!).Where(x => !x.EndsWith(".test", StringComparison.Ordinal)).Except(noMailServers).Order(StringComparer.Ordinal));
    }

    private ClientSettings Sound => Of(desk.Server(DovecotListener.Imaps));

    private static ClientSettings Of(params IncomingServer[] incoming) => Sample.ImapFirst with { Incoming = incoming, Recommended = incoming[0].Endpoint.Protocol };

    private async Task<JsonNode> IsSetUpAsync(ClientSettings settings, string address = Jane, int? read = null)
    {
        var result = await desk.Thunderbird.SetUpAsync(SettingsWriter.Write(settings, SettingsFormat.Thunderbird, Language.English).File!.Content, address, Password);
        Assert.True((bool)result["found"]!);
        var expected = settings.Incoming.Take(read ?? settings.Incoming.Count).Select(x => Told(x, address)).ToList();
        Assert.Equal(expected, result["servers"]!.AsArray().Select(x => Told(x!)));
        Assert.All(result["servers"]!.AsArray(), x => Assert.Null((string?)x!["refusal"]));
        Assert.Equal(expected[0], Told(result["account"]!));
        Assert.EndsWith("@smtp.example.com:465", (string?)result["account"]!["outgoing"], StringComparison.Ordinal);
        return result["account"]!;
    }

    private async Task<bool> IsFoundAsync(string file) => (bool)(await desk.Thunderbird.SetUpAsync(file, Jane, Password))["found"]!;

    private static void Refused(SettingsObstacle obstacle, ClientSettings settings) =>
        Assert.Equal(obstacle, SettingsWriter.Write(settings, SettingsFormat.Thunderbird, Language.English).Obstacle);

    // A good file, spoilt as it would be without the refusal.
    private string Edited(Action<XDocument> spoil)
    {
        var document = XDocument.Parse(SettingsWriter.Write(Sound, SettingsFormat.Thunderbird, Language.English).File!.Content);
        spoil(document);
        return document.ToString();
    }

    // nsMsgSocketType: 2 is STARTTLS, 3 is TLS; nsMsgAuthMethod: 3 is the password itself, 4 an encrypted one.
    private static string Told(IncomingServer server, string address) => string.Join(
        ' ', server.Endpoint.Protocol == MailProtocol.Imap ? "imap" : "pop3", server.Endpoint.Host, server.Endpoint.Port, server.Endpoint.Security == ConnectionSecurity.ImplicitTls ? 3 : 2,
        server.Authentication.Contains(PasswordCleartext) ? 3 : 4,
        AddressForm.Fill(server.LoginName.Template, EmailAddress.Parse(address)));

    private static string Told(JsonNode server) => string.Join(' ', new[] { "type", "host", "port", "security", "authentication", "username" }.Select(x => $"{server[x]}"));

    /// <summary>What all these tests share: a Thunderbird, and a Dovecot that it trusts.</summary>
    public sealed class Desk : IAsyncLifetime
    {
        private readonly TestCertificates _authority = new();
        private TestCertificate _certificate = null!;
        private DovecotServer _dovecot = null!;

        internal ThunderbirdProgram Thunderbird { get; private set; } = null!;

        /// <summary>A server that has each name which is signed in with.</summary>
        internal DovecotSetup Setup => new()
        {
            Certificate = _certificate,
            Users = new[] { Jane, "jane", "jane@local.domain", International }.ToDictionary(x => x, _ => Password),
        };

        /// <summary>One of Dovecot's listeners, as settings name it.</summary>
        internal IncomingServer Server(DovecotListener listener, string name = LoginName.Address, params AuthenticationMethod[] ways) => Sample.Server(
            new MailEndpoint(
                listener is DovecotListener.Imap or DovecotListener.Imaps ? MailProtocol.Imap : MailProtocol.Pop3,
                HostName.Parse(ThunderbirdProgram.Host),
                _dovecot.Port(listener),
                listener is DovecotListener.Imaps or DovecotListener.Pop3s ? ConnectionSecurity.ImplicitTls : ConnectionSecurity.StartTls),
            name,
            ways);

        public async ValueTask InitializeAsync()
        {
            _certificate = _authority.Good(ThunderbirdProgram.Host, "127.0.0.1");
            _dovecot = await DovecotServer.StartAsync(Setup);
            Thunderbird = await ThunderbirdProgram.StartAsync(_authority);
        }

        public async ValueTask DisposeAsync()
        {
            if (Thunderbird is not null) await Thunderbird.DisposeAsync();
            if (_dovecot is not null) await _dovecot.DisposeAsync();
            _certificate.Dispose();
            _authority.Dispose();
        }
    }
}
