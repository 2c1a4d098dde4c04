using System.Net;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Findings;

/// <summary>Causes that show only where servers, ports or addresses are held against each other, from servers to the finding.</summary>
public sealed class SeveralServersTests : IDisposable
{
    private const string Host = "mail.example.com";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public SeveralServersTests() => _certificate = _authority.Good(Host, "127.0.0.1");

    [Fact]
    public async Task A_sign_in_that_works_with_one_protocol_only_is_told_at_the_other()
    {
        var findings = await DiagnoseAsync(
            new ImapScript { ImplicitTls = _certificate }, new Pop3Script { ImplicitTls = _certificate, SignInReply = "-ERR [AUTH] Authentication failed." });
        Assert.Equal((MailProtocol.Pop3, "-ERR [AUTH] Authentication failed."), Told(findings, FindingCode.LoginDiffersByProtocol));
    }

    [Fact]
    public async Task A_maildrop_that_shows_less_than_the_Inbox_is_told_with_both_sizes()
    {
        var inbox = ScriptedFolder.Of("INBOX", 8);
        var findings = await DiagnoseAsync(
            new ImapScript { ImplicitTls = _certificate, Folders = [inbox] }, new Pop3Script { ImplicitTls = _certificate, Messages = [.. inbox.Messages.Take(3)] });
        var (protocol, evidence) = Told(findings, FindingCode.SizesDisagree);
        Assert.Equal(MailProtocol.Pop3, protocol);
        Assert.Matches("^POP3: 3 messages \\([0-9.]+ kB\\); IMAP Inbox: 8 messages \\([0-9.]+ kB\\)$", evidence);
    }

    // STAT counts what the Inbox has; that LIST leaves some out is a damaged index, and no setting of what POP3 may fetch.
    [Fact]
    public async Task A_maildrop_that_contradicts_itself_is_told_so_and_not_as_one_that_shows_less()
    {
        var inbox = ScriptedFolder.Of("INBOX", 30);
        var findings = await DiagnoseAsync(
            new ImapScript { ImplicitTls = _certificate, Folders = [inbox] }, new Pop3Script { ImplicitTls = _certificate, Messages = inbox.Messages, Missing = [2, 7, 8] });
        Assert.Equal("STAT: 30 messages; LIST: 27 messages; UIDL: 27 messages", Told(findings, FindingCode.CountsDisagree).Evidence);
        Assert.DoesNotContain(findings, x => x.Code == FindingCode.SizesDisagree);
    }

    [Fact]
    public async Task A_service_that_still_shows_the_old_certificate_is_told_for_the_host()
    {
        using var old = _authority.Expired("127.0.0.1");
        var findings = await DiagnoseAsync(new ImapScript { ImplicitTls = _certificate }, new Pop3Script { ImplicitTls = old });
        Assert.Equal(Severity.Medium, Assert.Single(findings, x => x.Code == FindingCode.CertDiffersBetweenPorts).Severity);
        Assert.Contains(findings, x => x is { Code: FindingCode.CertExpired, Protocol: MailProtocol.Pop3 });
    }

    [Theory]
    [InlineData("127.0.0.1", "::1", FindingCode.Ipv6BrokenIpv4Ok)]
    [InlineData("::1", "127.0.0.1", FindingCode.Ipv4BrokenIpv6Ok)]
    [InlineData("127.0.0.1", "127.0.0.2", FindingCode.AddressesDisagree)]
    public async Task An_address_at_which_nothing_listens_is_told_although_the_other_works(string works, string dead, FindingCode code)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }, IPAddress.Parse(works));
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer(Host, works, dead);
        using var assessor = Loopback.Assessor(_authority.Root, dns.EndPoint);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.ImplicitTls, Host)]), null, Cancel);

        Assert.True(facts.Endpoints[0].Probe.Usable);
        Assert.Equal($"{Host}:{server.Port}: no connection to {dead}", Assert.Single(Diagnosis.Of(facts, null), x => x.Code == code).Shown());
    }

    private async Task<IReadOnlyList<Finding>> DiagnoseAsync(ImapScript imap, Pop3Script pop3)
    {
        await using var imaps = ScriptedMailServer.Start(imap);
        await using var pop3s = ScriptedMailServer.Start(pop3);
        using var assessor = Loopback.Assessor(_authority.Root);
        MailEndpoint[] endpoints =
        [
            Loopback.Endpoint(MailProtocol.Imap, imaps.Port, ConnectionSecurity.ImplicitTls),
            Loopback.Endpoint(MailProtocol.Pop3, pop3s.Port, ConnectionSecurity.ImplicitTls),
        ];
        return Diagnosis.Of(await assessor.AssessAsync(Loopback.Subject(endpoints, Loopback.Credentials), null, Cancel), null);
    }

    private static (MailProtocol? Protocol, string? Evidence) Told(IReadOnlyList<Finding> findings, FindingCode code)
    {
        var finding = Assert.Single(findings, x => x.Code == code);
        return (finding.Protocol, finding.Shown());
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
