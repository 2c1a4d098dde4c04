using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>Where mail is handed in is found like where it is read: what is published first, guesses where nothing is.</summary>
public sealed class SubmissionDiscoveryTests : IAsyncLifetime
{
    private const string Domain = "example.com";
    private SearchWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SearchWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public void Published_servers_are_ranked_and_port_25_is_never_one()
    {
        var result = Ranking.Of(
            [
                Attempt(DiscoverySource.Srv, false, At("smtp.srv.example", 587, ConnectionSecurity.StartTls), At("smtp.srv.example", 465, ConnectionSecurity.ImplicitTls)),
                Attempt(DiscoverySource.Catalogue, true, At("smtp.house.example", 25, ConnectionSecurity.StartTls), At("smtp.house.example", 587, ConnectionSecurity.StartTls)),
                Attempt(DiscoverySource.Convention, false, At("smtp.guess.example", 465, ConnectionSecurity.ImplicitTls)),
            ],
            null);
        Assert.Equal(["smtp.srv.example:465", "smtp.srv.example:587", "smtp.house.example:587"], result.Submission.Select(x => x.Endpoint.Authority));
        Assert.Equal([1, 2, 3], result.Submission.Select(x => x.Rank));
        Assert.Equal([false, false, true], result.Submission.Select(x => x.Trusted));
        Assert.All(result.Submission, x => Assert.Equal(MailProtocol.Submission, x.Endpoint.Protocol));
        Assert.Equal(4, result.Outgoing.Count);
        Assert.Empty(result.Candidates);
    }

    [Fact]
    public async Task Where_nothing_is_published_the_usual_names_are_tried_at_both_ports_and_told_to_nobody()
    {
        _world.Dns.Answer($"smtp.{Domain}", "127.0.0.1").Answer($"mail.{Domain}", "127.0.0.2");
        var result = await _world.DiscoverAsync(Domain);
        Assert.Equal(
            [$"smtp.{Domain}:465", $"smtp.{Domain}:587", $"mail.{Domain}:465", $"mail.{Domain}:587"], result.Submission.Select(x => x.Endpoint.Authority).OrderBy(x => x.StartsWith("mail", StringComparison.Ordinal)));
        Assert.Empty(result.Outgoing);
        Assert.DoesNotContain(result.Candidates, x => x.Endpoint.Host.Value.StartsWith("smtp.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_more_than_four_are_dialled()
    {
        _world.Dns.Answer($"smtp.{Domain}", "127.0.0.1");
        var servers = Enumerable.Range(20_000, 9)
            .Select(port => $"<outgoingServer type=\"smtp\"><hostname>smtp.{Domain}</hostname><port>{port}</port><socketType>STARTTLS</socketType></outgoingServer>");
        _world.Publish(Domain, $"<clientConfig version=\"1.1\"><emailProvider id=\"{Domain}\"><domain>{Domain}</domain>{string.Concat(servers)}</emailProvider></clientConfig>");
        var facts = await _world.AssessAsync($"jane@{Domain}");
        Assert.Equal([20_000, 20_001, 20_002, 20_003], facts.Of(MailProtocol.Submission).Select(x => x.Probe.Endpoint.Port));
        Assert.Equal(ProbePool.MostSubmission, facts.Of(MailProtocol.Submission).Count());
        Assert.Equal(9, facts.Discovery.Submission.Count);
    }

    // The name that a settings file gives for sending is not the one that was accepted: it is another account's until somebody proves it.
    [Theory]
    [InlineData("%EMAILADDRESS%", SignInOutcome.Accepted, null)]
    [InlineData("%EMAILLOCALPART%", SignInOutcome.NotAttempted, SignInReason.IncomingNotAccepted)]
    [InlineData(null, SignInOutcome.Accepted, null)]
    public async Task It_is_signed_in_to_under_the_name_that_was_accepted(string? username, SignInOutcome outcome, SignInReason? reason)
    {
        var imap = _world.Imap($"imap.{Domain}");
        await using var smtp = ScriptedMailServer.Start(new SmtpScript { ImplicitTls = _world.Authority.Good($"smtp.{Domain}"), Username = $"jane@{Domain}", SignInReply = "235 in" });
        _world.Dns.Answer($"smtp.{Domain}", $"{smtp.Address}");
        _world.Publish(Domain, $"""
            <clientConfig version="1.1"><emailProvider id="{Domain}"><domain>{Domain}</domain>
            <incomingServer type="imap"><hostname>imap.{Domain}</hostname><port>{imap}</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username></incomingServer>
            <outgoingServer type="smtp"><hostname>smtp.{Domain}</hostname><port>{smtp.Port}</port><socketType>SSL</socketType>{(username is null ? "" : $"<username>{username}</username>")}</outgoingServer>
            </emailProvider></clientConfig>
            """);
        var facts = await AssessAsync($"jane@{Domain}");
        var signIn = Assert.Single(facts.Of(MailProtocol.Submission)).SignIn;
        Assert.Equal((outcome, reason), (signIn.Outcome, signIn.Reason));
    }

    [Fact]
    public async Task A_strangers_server_that_unsigned_names_lead_to_gets_no_password()
    {
        var imap = _world.Imap($"imap.{Domain}");
        await using var smtp = ScriptedMailServer.Start(new SmtpScript { ImplicitTls = _world.Authority.Good("smtp.stranger.net") });
        _world.Dns.Answer("smtp.stranger.net", $"{smtp.Address}")
            .Answer($"_imaps._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)imap, $"imap.{Domain}")))
            .Answer($"_submissions._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)smtp.Port, "smtp.stranger.net")));
        var facts = await AssessAsync($"jane@{Domain}");
        Assert.Contains(facts.Incoming, x => x.SignIn.Outcome == SignInOutcome.Accepted);
        var submission = Assert.Single(facts.Of(MailProtocol.Submission));
        Assert.Equal((true, SignInReason.CredentialsWithheld), (submission.Probe.Usable, submission.SignIn.Reason));
    }

    private async Task<AssessmentFacts> AssessAsync(string email)
    {
        using var assessor = _world.Assessor();
        var credentials = Credentials.WithPassword(email, new Secret("secret"));
        var subject = new AssessmentSubject([], credentials, AssessmentLimits.Default with { Samples = 0 }, EmailAddress.Parse(email))
        {
            UsernameIsPresumed = true,
        };
        return await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
    }

    private static OutgoingClaim At(string host, int port, ConnectionSecurity security) => new(HostName.Parse(host), port, security, null, []);

    private static SourceAttempt Attempt(DiscoverySource source, bool secure, params OutgoingClaim[] servers) =>
        new() { Source = source, Location = source.ToString(), Outcome = SourceOutcome.Found, Secure = secure, Outgoing = servers };
}
