using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.SettingsFiles;

namespace ProtocolAdvisor.Tests.Discovery;

public sealed class AutoconfigReaderTests
{
    [Fact]
    public void A_sound_file_gives_its_servers_in_its_order_and_no_oddity()
    {
        var settings = Read(Sound);
        Assert.Equal(["imap.example.com:993", "pop.example.com:110"], settings.Incoming.Select(x => x.Endpoint.Authority));
        Assert.Equal(
            [(MailProtocol.Imap, ConnectionSecurity.ImplicitTls), (MailProtocol.Pop3, ConnectionSecurity.StartTls)],
            settings.Incoming.Select(x => (x.Endpoint.Protocol, x.Endpoint.Security)));
        Assert.Equal(("smtp.example.com", 465), (settings.Outgoing.Single().Host.Value, settings.Outgoing.Single().Port));
        Assert.Empty(settings.Oddities);
        Assert.Null(settings.Unreadable.Shown());
    }

    [Fact]
    public void Every_way_of_signing_in_is_read_the_old_words_too()
    {
        string[] words = ["OAuth2", "password-cleartext", "password-encrypted", "NTLM", "GSSAPI", "client-IP-address", "TLS-client-cert", "none", "plain", "secure"];
        var read = Assert.Single(ReadServers(Server(string.Concat(words.Select(x => $"<authentication>{x}</authentication>")))).Incoming).Authentication;
        Assert.Equal(
            [
                AuthenticationMethod.OAuth2, AuthenticationMethod.PasswordCleartext, AuthenticationMethod.PasswordEncrypted, AuthenticationMethod.Ntlm,
                AuthenticationMethod.Gssapi, AuthenticationMethod.ClientIpAddress, AuthenticationMethod.TlsClientCert, AuthenticationMethod.None,
            ],
            read);
    }

    [Fact]
    public void An_unknown_way_of_signing_in_is_passed_over_and_told()
    {
        var settings = ReadServers(Server("<authentication>telepathy</authentication><authentication>OAuth2</authentication>"));
        Assert.Equal([AuthenticationMethod.OAuth2], settings.Incoming.Single().Authentication);
        Assert.Equal("incomingServer 1 (imap): authentication \"telepathy\" is not known; passed over", Assert.Single(settings.Oddities.Shown()));
    }

    [Theory]
    [InlineData("SSL", ConnectionSecurity.ImplicitTls)]
    [InlineData("ssl", ConnectionSecurity.ImplicitTls)]
    [InlineData("STARTTLS", ConnectionSecurity.StartTls)]
    [InlineData(" plain\n", ConnectionSecurity.Cleartext)]
    [InlineData("<![CDATA[SSL]]>", ConnectionSecurity.ImplicitTls)]
    [InlineData("S<!-- really -->SL", ConnectionSecurity.ImplicitTls)]
    [InlineData("quantum</socketType><socketType>STARTTLS", ConnectionSecurity.StartTls)] // several are allowed: the first that is understood
    public void Security_is_what_socket_type_says(string written, ConnectionSecurity expected) =>
        Assert.Equal(expected, ReadServers(Incoming("imap", "imap.example.com", "14300", written)).Incoming.Single().Endpoint.Security);

    [Theory]
    [InlineData("%EMAILADDRESS%")]
    [InlineData("%EMAILLOCALPART%")]
    [InlineData("%EMAILLOCALPART%.%EMAILDOMAIN%")]
    [InlineData("corp\\%EMAILLOCALPART%")]
    public void User_names_keep_their_placeholders(string form)
    {
        var settings = ReadServers(Server($"<username>{form}</username>"));
        Assert.Equal(form, settings.Incoming.Single().Username);
        Assert.Empty(settings.Oddities);
    }

    [Fact]
    public void An_address_in_two_placeholders_is_the_address() => Assert.Equal(
        "%EMAILADDRESS%", ReadServers(Server("<username>%EMAILLOCALPART%@%EMAILDOMAIN%</username>")).Incoming.Single().Username);

    [Theory]
    [InlineData("%USERNAME%", "a placeholder that the format does not know")]
    [InlineData("%EMAILADDRESS%%", "a placeholder that the format does not know")]
    [InlineData("user@local.domain", "a fixed name without a placeholder")]
    [InlineData("%EMAILLOCALPART%\u202Emoc", "characters that cannot be shown")]
    [InlineData("a\u0085%EMAILADDRESS%", "characters that cannot be shown")]
    [InlineData("a\r\nb%EMAILADDRESS%", "characters that cannot be shown")]
    public void A_user_name_that_fits_nobody_is_left_out_and_never_quoted(string written, string complaint)
    {
        var settings = ReadServers(Server($"<username>{written}</username>"));
        Assert.Null(settings.Incoming.Single().Username);
        Assert.Equal($"incomingServer 1 (imap): username has {complaint}; the user name is unknown".Replace("has a fixed", "is a fixed", StringComparison.Ordinal), Assert.Single(settings.Oddities.Shown()));
    }

    [Fact]
    public void A_user_name_has_a_length() =>
        Assert.Null(ReadServers(Server($"<username>%EMAILADDRESS%{new string('a', 256)}</username>")).Incoming.Single().Username);

    [Theory]
    [InlineData("Jane@Example.com", "%EMAILADDRESS%")]
    [InlineData("jane", "%EMAILLOCALPART%")]
    [InlineData("joan", null)]
    public void The_address_that_was_asked_with_comes_back_as_a_placeholder(string written, string? expected)
    {
        var settings = ReadServers(Server($"<username>{written}</username>"), EmailAddress.Parse("jane@example.com"));
        Assert.Equal(expected, settings.Incoming.Single().Username);
        Assert.DoesNotContain(settings.Oddities.Shown(), line => line.Contains(written, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_domain_is_put_into_host_names() => Assert.Equal(
        ["example.com", "mail.example.com"],
        ReadServers(Incoming("pop3", "%EMAILDOMAIN%", "995", "SSL") + Incoming("pop3", "mail.%EMAILDOMAIN%", "995", "SSL")).Incoming.Select(x => x.Endpoint.Host.Value));

    [Theory]
    [InlineData("<hostname>%EMAILLOCALPART%.example.com</hostname>", "hostname \"%EMAILLOCALPART%.example.com\" is not a host name")]
    [InlineData("<hostname>mail\u202E.example.com</hostname>", "hostname \"mail\\u202E.example.com\" is not a host name")]
    [InlineData("<hostname>127.1</hostname>", "hostname \"127.1\" is not a host name")]
    [InlineData("<hostname> </hostname>", "no hostname")]
    [InlineData("<hostname>imap.example.com</hostname><port>0</port>", "port \"0\" is not a port")]
    [InlineData("<hostname>imap.example.com</hostname><port>65536</port>", "port \"65536\" is not a port")]
    [InlineData("<hostname>imap.example.com</hostname><port>-993</port>", "port \"-993\" is not a port")]
    [InlineData("<hostname>imap.example.com</hostname><port>993 or 143</port>", "port \"993 or 143\" is not a port")]
    [InlineData("<hostname>imap.example.com</hostname><port>993</port><socketType>TLSv9</socketType>", "socketType \"TLSv9\" is not known")]
    [InlineData("<hostname>imap.example.com</hostname><port>993</port>", "no socketType")]
    public void One_bad_server_is_left_out_with_its_reason_and_the_others_stay(string inside, string complaint)
    {
        var settings = ReadServers($"<incomingServer type=\"imap\">{inside}</incomingServer>" + Incoming("pop3", "pop.example.com", "995", "SSL"));
        Assert.Equal("pop.example.com:995", Assert.Single(settings.Incoming).Endpoint.Authority);
        Assert.Contains($"incomingServer 1 (imap): {complaint}; left out", settings.Oddities.Shown());
    }

    [Theory]
    [InlineData("pop3", "993", "port 993 belongs to IMAP over TLS")]
    [InlineData("pop3", "143", "port 143 belongs to IMAP")]
    [InlineData("imap", "995", "port 995 belongs to POP3 over TLS")]
    [InlineData("imap", "587", "port 587 belongs to SMTP")]
    public void A_server_on_another_protocols_port_is_left_out(string type, string port, string complaint)
    {
        var settings = ReadServers(Incoming(type, "mail.example.com", port, "SSL"));
        Assert.Empty(settings.Incoming);
        Assert.Equal($"incomingServer 1 ({type}): {complaint}; left out", Assert.Single(settings.Oddities.Shown()));
    }

    [Theory]
    [InlineData("imap", "993", "STARTTLS", "port 993 is for TLS from the first byte, and socketType says otherwise")]
    [InlineData("pop3", "995", "plain", "port 995 is for TLS from the first byte, and socketType says otherwise")]
    [InlineData("imap", "143", "SSL", "port 143 begins in clear, and socketType says TLS from the first byte")]
    public void Security_that_does_not_fit_the_port_is_kept_and_told(string type, string port, string socketType, string complaint)
    {
        var settings = ReadServers(Incoming(type, "mail.example.com", port, socketType));
        Assert.Single(settings.Incoming);
        Assert.Equal($"incomingServer 1 ({type}): {complaint}; kept as it stands", Assert.Single(settings.Oddities.Shown()));
    }

    [Fact]
    public void A_port_that_is_nobodys_is_the_operators_choice() => Assert.Empty(ReadServers(Incoming("imap", "imap.example.com", "10993", "SSL")).Oddities);

    [Fact]
    public void Other_kinds_of_servers_are_no_oddity_but_unknown_ones_are()
    {
        var settings = ReadServers(
            Incoming("exchange", "ews.example.com", "443", "SSL") + Incoming("pop", "pop.example.com", "995", "SSL") + "<incomingServer/>" + Incoming("IMAP", "imap.example.com", "993", "SSL"));
        Assert.Equal("imap.example.com:993", Assert.Single(settings.Incoming).Endpoint.Authority);
        Assert.Equal(["incomingServer 2: type \"pop\" is not known; left out", "incomingServer 3: type \"\" is not known; left out"], settings.Oddities.Shown());
    }

    [Fact]
    public void What_the_format_does_not_know_is_passed_over() => Assert.Empty(ReadServers(
        "<incomingServer type=\"imap\" mood=\"good\"><hostname>imap.example.com</hostname><port>993</port><socketType>SSL</socketType><colour>red</colour>"
        + "<pop3><leaveMessagesOnServer>true</leaveMessagesOnServer></pop3></incomingServer><enable visiturl=\"https://example.com\"/><x:y xmlns:x=\"urn:x\"/>").Oddities);

    [Fact]
    public void Of_several_providers_of_the_domain_the_first_with_a_usable_server_counts()
    {
        var settings = Read($"""
            <clientConfig>
              <emailProvider id="a"><domain>example.com</domain>{Incoming("pop3", "pop.a.example", "993", "SSL")}</emailProvider>
              <emailProvider id="b"><domain>%EMAILDOMAIN%</domain>{Incoming("imap", "imap.b.example", "993", "SSL")}</emailProvider>
              <emailProvider id="c"><domain>example.com</domain>{Incoming("imap", "imap.c.example", "993", "SSL")}</emailProvider>
            </clientConfig>
            """);
        Assert.Equal("imap.b.example:993", Assert.Single(settings.Incoming).Endpoint.Authority);
        Assert.Equal(["3 emailProvider elements; number 2 was read"], settings.Oddities.Shown());
    }

    [Fact]
    public void A_file_without_a_provider_is_read_and_names_nothing()
    {
        var settings = Read("<clientConfig version=\"1.1\"/>");
        Assert.Null(settings.Unreadable.Shown());
        Assert.Equal(["no emailProvider"], settings.Oddities.Shown());
    }

    [Fact]
    public void Twenty_servers_are_read_and_no_more()
    {
        var settings = ReadServers(string.Concat(Enumerable.Range(1, 30).Select(x => Incoming("imap", $"imap{x}.example.com", "993", "SSL"))));
        Assert.Equal(20, settings.Incoming.Count);
        Assert.Equal(["30 servers; those after the first 20 left out"], settings.Oddities.Shown());
    }

    [Fact]
    public void A_thousand_oddities_are_counted_but_not_told()
    {
        var settings = ReadServers(Server(string.Concat(Enumerable.Range(1, 1000).Select(x => $"<authentication>a{x}</authentication>"))));
        Assert.Equal(OddityList.MaxRemarks + 1, settings.Oddities.Shown().Count);
        Assert.Equal("and 960 more", settings.Oddities.Shown()[^1]);
    }

    [Fact]
    public void A_long_word_is_quoted_only_in_part() =>
        Assert.All(ReadServers(Incoming("imap", new string('a', 100_000), "993", "SSL")).Oddities.Shown(), line => Assert.InRange(line.Length, 1, 200));

    private static string Server(string rest) => Incoming("imap", "imap.example.com", "993", "SSL", rest);
}
