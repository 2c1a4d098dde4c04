using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

public sealed class PaccReaderTests
{
    private const string Sound = """
        {
          "protocols": {
            "smtp": { "host": "smtp.example.com" },
            "pop3": { "host": "pop.example.com" },
            "imap": { "host": "imap.example.com" },
            "jmap": { "url": "https://jmap.example.com/" }
          },
          "authentication": { "password": true, "oauth-public": { "issuer": "https://id.example.com" } },
          "info": { "provider": { "name": "Example" } }
        }
        """;

    [Fact]
    public void A_host_means_implicit_tls_on_the_standard_port()
    {
        var settings = Read(Sound);
        Assert.Equal(
            [Endpoint(MailProtocol.Imap, "imap.example.com", 993), Endpoint(MailProtocol.Pop3, "pop.example.com", 995)],
            settings.Incoming.Select(x => x.Endpoint));
        Assert.Equal(("smtp.example.com", 465, ConnectionSecurity.ImplicitTls), settings.Outgoing.Select(x => (x.Host.Value, x.Port, x.Security)).Single());
        Assert.All(settings.Incoming, x => Assert.Equal(UsernameForm.Address, x.Username));
        Assert.All(settings.Incoming, x => Assert.Equal([AuthenticationMethod.OAuth2, AuthenticationMethod.PasswordCleartext], x.Authentication));
        Assert.Empty(settings.Oddities);
        Assert.Null(settings.Unreadable.Shown());
    }

    [Theory]
    [InlineData("smtp")]
    [InlineData("submit")]
    [InlineData("submission")]
    public void Sending_is_known_by_every_drafts_name(string name) =>
        Assert.Equal("a.example", Read($"{{\"protocols\":{{\"{name}\":{{\"host\":\"a.example\"}}}}}}").Outgoing.Single().Host.Value);

    [Fact]
    public void The_same_host_for_sending_counts_once() =>
        Assert.Single(Read("""{"protocols":{"smtp":{"host":"a.example"},"submit":{"host":"a.example"}}}""").Outgoing);

    [Theory]
    [InlineData("""{"protocols":{"imap":{"host":"a.example"}}}""", false)]
    [InlineData("""{"protocols":{"imap":{"host":"a.example"}},"oAuthPublic":{"issuer":"https://id.example"}}""", true)]
    [InlineData("""{"protocols":{"imap":{"host":"a.example"}},"authentication":{"password":false}}""", false)]
    public void Only_what_is_offered_is_a_way_to_sign_in(string document, bool oAuth) =>
        Assert.Equal(oAuth ? [AuthenticationMethod.OAuth2] : [], Read(document).Incoming.Single().Authentication);

    [Theory]
    [InlineData("\"imap.example.com\"", "imap is not an object; left out")]
    [InlineData("null", "imap is not an object; left out")]
    [InlineData("{}", "imap: no host; left out")]
    [InlineData("""{"host":993}""", "imap: no host; left out")]
    [InlineData("""{"host":"user@example.com"}""", "imap: hostname \"user@example.com\" is not a host name; left out")]
    [InlineData("""{"host":"a\u202eb.example"}""", "imap: hostname \"a\\u202Eb.example\" is not a host name; left out")]
    [InlineData("""{"host":""}""", "imap: hostname \"\" is not a host name; left out")]
    public void An_odd_member_is_left_out_and_the_others_stay(string imap, string oddity)
    {
        var settings = Read($"{{\"protocols\":{{\"imap\":{imap},\"pop3\":{{\"host\":\"pop.example.com\"}}}}}}");
        Assert.Equal("pop.example.com:995", Assert.Single(settings.Incoming).Endpoint.Authority);
        Assert.Equal([oddity], settings.Oddities.Shown());
    }

    [Fact]
    public void Of_members_named_twice_the_last_counts()
    {
        var settings = Read("""{"protocols":{"imap":{"host":"a.example"},"imap":{"host":"b.example"}}}""");
        Assert.Equal("b.example:993", Assert.Single(settings.Incoming).Endpoint.Authority);
        Assert.Equal(["imap is there more than once; the last one counts"], settings.Oddities.Shown());
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("<!DOCTYPE html><html>", "a web page, not a settings file")]
    [InlineData("[]", "no object \"protocols\"")]
    [InlineData("{}", "no object \"protocols\"")]
    [InlineData("""{"protocols":[]}""", "no object \"protocols\"")]
    [InlineData("{\n\"protocols\":}", "line 2, column 13: not well-formed JSON, or more than 32 deep")]
    [InlineData("""{"protocols":{"imap":{"host":"\ud800"}}}""", "not well-formed JSON: half a surrogate pair")]
    public void What_is_no_configuration_says_why(string document, string reason) => Assert.Equal(reason, Read(document).Unreadable.Shown());

    [Fact]
    public void Depth_is_bounded() => Assert.EndsWith("more than 32 deep", Read(new string('[', 500_000)).Unreadable.Shown(), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Equal(2, PaccReader.Read((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sound)]).Incoming.Count);

    [Theory]
    [InlineData("v=UAAC1; a=sha256; d={0}")]
    [InlineData("v=UAAC1;a=sha256;d={0};")]
    [InlineData(" v = UAAC1 ; d = {0} ; a = sha256 ; x=new ")]
    public void The_digest_is_read_from_its_record(string record)
    {
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sound)));
        Assert.Equal(digest, PaccReader.DigestOf(record.Replace("{0}", digest, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v=spf1 -all")]
    [InlineData("v=UAAC1")]
    [InlineData("v=UAAC2; a=sha256; d={0}")]
    [InlineData("a=sha256; v=UAAC1; d={0}")]
    [InlineData("v=UAAC1; a=md5; d={0}")]
    [InlineData("v=UAAC1; a=sha256; d=AAAA")]
    [InlineData("v=UAAC1; a=sha256; d=not base64")]
    [InlineData("v=UAAC1; a=sha256; d={0}AAAA")]
    [InlineData("v=UAAC1; a=sha256; d={0}; d={0}")]
    [InlineData("v=UAAC1; a=sha256; d={0}; nonsense")]
    public void What_is_no_digest_record_gives_none(string record) =>
        Assert.Null(PaccReader.DigestOf(record.Replace("{0}", Convert.ToBase64String(new byte[32]), StringComparison.Ordinal)));

    private static PublishedSettings Read(string document) => PaccReader.Read(Encoding.UTF8.GetBytes(document));

    private static MailEndpoint Endpoint(MailProtocol protocol, string host, int port) => new(protocol, HostName.Parse(host), port, ConnectionSecurity.ImplicitTls);
}
