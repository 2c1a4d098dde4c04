using System.Diagnostics;
using System.Net;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>A host with two addresses: each is judged, and neither keeps the user waiting.</summary>
public sealed class SeveralAddressesTests : IDisposable
{
    private const string Host = "mail.example.com";
    private static readonly IPAddress Other = IPAddress.Parse("127.0.0.2");
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public SeveralAddressesTests() => _certificate = _authority.Good(Host);

    [Fact]
    public async Task A_dead_address_does_not_delay_the_sign_in_and_is_told_all_the_same()
    {
        using var dead = await DeadPort.SwallowingAsync(Other);
        var signedInAfter = TimeSpan.Zero;
        var start = Stopwatch.GetTimestamp();
        await using var server = ScriptedMailServer.Start(
            new ImapScript { ImplicitTls = _certificate }.On("AUTHENTICATE", command =>
            {
                signedInAfter = Stopwatch.GetElapsedTime(start);
                return command.ReplyAsync("{tag} OK [CAPABILITY IMAP4rev1] in\r\n");
            }),
            IPAddress.Loopback,
            dead.Port);
        var facts = await AssessAsync(server.Port, Loopback.Credentials);

        Assert.InRange(signedInAfter, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1.5));
        Assert.Equal(SignInOutcome.Accepted, facts.Endpoints[0].SignIn.Outcome);
        Assert.Equal([StepOutcome.Completed, StepOutcome.Failed], facts.Endpoints[0].Probe.Addresses.Select(x => x.Outcome));
        Assert.Contains(Diagnosis.Of(facts, null), x => x.Code == FindingCode.AddressesDisagree && x.Shown()!.Contains("no connection to 127.0.0.2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_expired_certificate_at_the_second_address_is_told_and_no_password_goes_there(bool signsIn)
    {
        using var expired = _authority.Expired(Host);
        await using var first = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        await using var second = ScriptedMailServer.Start(new ImapScript { ImplicitTls = expired }, Other, first.Port);
        var facts = await AssessAsync(first.Port, signsIn ? Loopback.Credentials : null);

        Assert.True(facts.Endpoints[0].Probe.Usable);
        Assert.Equal(signsIn ? SignInOutcome.Accepted : SignInOutcome.NotAttempted, facts.Endpoints[0].SignIn.Outcome);
        var finding = Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.AddressCertificateBad);
        Assert.Equal(Severity.High, finding.Severity);
        Assert.Matches(@"^mail\.example\.com:\d+, 127\.0\.0\.2: the certificate has expired \(valid until \d+ \w+ \d{4}\)$", finding.Shown());
        Assert.DoesNotContain(second.Connections.SelectMany(x => x.Received), x => x.Text.Contains("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_address_that_shows_us_out_is_told_with_its_words()
    {
        await using var first = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        await using var second = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, Greeting = "* BYE in maintenance" }, Other, first.Port);
        var facts = await AssessAsync(first.Port, null);
        var finding = Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.AddressesDisagree);
        Assert.Contains("127.0.0.2: “* BYE in maintenance”", finding.Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_first_address_is_the_faulty_one_the_other_is_seen_to_work()
    {
        await using var first = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, Greeting = "* BYE in maintenance" });
        await using var second = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }, Other, first.Port);
        var findings = Diagnosis.Of(await AssessAsync(first.Port, null), null);
        Assert.Contains("127.0.0.1: “* BYE in maintenance”", Assert.Single(findings, x => x.Code == FindingCode.AddressesDisagree).Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_addresses_that_do_the_same_are_no_finding_and_both_are_shown()
    {
        await using var first = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        await using var second = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }, Other, first.Port);
        var facts = await AssessAsync(first.Port, Loopback.Credentials);
        Assert.All(facts.Endpoints[0].Probe.Addresses, x => Assert.Equal([CertificateStatus.Trusted], x.CertificateStatus));
        Assert.All(facts.Endpoints[0].Probe.Addresses, x => Assert.StartsWith("* OK", x.Greeting, StringComparison.Ordinal));
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Code is FindingCode.AddressesDisagree or FindingCode.AddressCertificateBad);
        Assert.Equal(Json.Of(facts), Json.Of(Json.Parse<AssessmentFacts>(Json.Of(facts))));
    }

    [Fact]
    public async Task A_second_address_that_falls_silent_is_left_in_time()
    {
        await using var first = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        await using var second = ScriptedMailServer.Start(connection => connection.StaySilentAsync(), Other, first.Port);
        var facts = await AssessAsync(first.Port, Loopback.Credentials, deadlineSeconds: 6);
        Assert.True(facts.Complete);
        Assert.Contains(Diagnosis.Of(facts, null), x => x.Code == FindingCode.AddressesDisagree);
    }

    [Fact]
    public async Task Twelve_names_of_the_same_eight_addresses_do_not_make_each_address_twelve_times_as_busy()
    {
        string[] names = [.. Enumerable.Range(1, 12).Select(x => $"mail{x}.example.com")], addresses = [.. Enumerable.Range(11, 8).Select(x => $"127.0.0.{x}")];
        using var certificate = _authority.Good(names);
        var servers = new List<ScriptedMailServer> { ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate }, IPAddress.Parse(addresses[0])) };
        servers.AddRange(addresses.Skip(1).Select(x => ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate }, IPAddress.Parse(x), servers[0].Port)));
        await using var dns = ScriptedDnsServer.Start();
        foreach (var name in names) dns.Answer(name, addresses);
        using var assessor = Loopback.Assessor(_authority.Root, dns.EndPoint);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([.. names.Select(x => Loopback.Endpoint(MailProtocol.Imap, servers[0].Port, ConnectionSecurity.ImplicitTls, x))], null), null, Cancel);

        Assert.All(facts.Endpoints, x => Assert.True(x.Probe.Usable));
        Assert.All(facts.Endpoints, x => Assert.Equal(8, x.Probe.Addresses.Count(address => address.Outcome == StepOutcome.Completed)));
        Assert.InRange(servers.Skip(1).Sum(x => x.Connections.Count), 7, 7 + 16);
        Assert.InRange(servers[0].Connections.Count, 12, 2 * 12);
        foreach (var server in servers) await server.DisposeAsync();
    }

    private async Task<AssessmentFacts> AssessAsync(int port, Credentials? credentials, double deadlineSeconds = 15)
    {
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer(Host, "127.0.0.1", "127.0.0.2");
        using var assessor = Loopback.Assessor(_authority.Root, dns.EndPoint);
        return await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, port, ConnectionSecurity.ImplicitTls, Host)], credentials, deadlineSeconds: deadlineSeconds), null, Cancel);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
