using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Reports of real runs: of a Dovecot, and of servers that fail in every way that a script can.</summary>
public sealed class RunCoherenceTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestCertificates _authority = new();

    [Theory]
    [InlineData(Loopback.Password)]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task A_run_with_dovecot_is_coherent(string? password)
    {
        await using var server = await DovecotServer.StartAsync();
        using var assessor = Loopback.Assessor(server.Authority.Root);
        var credentials = password is null ? null : Credentials.WithPassword(Loopback.Jane, new Secret(password));
        IsCoherent(await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server), credentials), null, TestContext.Current.CancellationToken), credentials);
    }

    [Theory]
    [InlineData(MailScript.AtGreeting, "* BYE too many connections\r\n")]
    [InlineData(MailScript.AtGreeting, "220 smtp.example.com ESMTP\r\n")]
    [InlineData(MailScript.AtGreeting, "")]
    [InlineData("CAPABILITY", "garbage\r\n")]
    [InlineData("CAPABILITY", "* BYE gone\r\n")]
    [InlineData("STARTTLS", "{tag} NO not now\r\n")]
    [InlineData("STARTTLS", "{tag} OK go on\r\n* injected\r\n")]
    [InlineData("AUTHENTICATE", "{tag} NO [AUTHENTICATIONFAILED] no\r\n")]
    [InlineData("AUTHENTICATE", "{tag} NO Account disabled\r\n")]
    [InlineData("AUTHENTICATE", "* BYE gone\r\n")]
    [InlineData("EXAMINE", "{tag} NO [SERVERBUG] broken\r\n")]
    [InlineData("LIST", "garbage\r\n")]
    public async Task A_run_with_a_server_that_fails_is_coherent(string verb, string reply)
    {
        using var certificate = _authority.Good("127.0.0.1");
        var script = new ImapScript { StartTls = certificate, Greeting = verb == "CAPABILITY" ? "* OK ready" : "* OK [CAPABILITY {capabilities}] ready" };
        await using var server = ScriptedMailServer.Start(script.On(verb, reply.Length > 0 ? Replies.Text(reply, Replies.Close) : Replies.Close));
        using var assessor = Loopback.Assessor(_authority.Root);
        var subject = Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls)], Loopback.Credentials, deadlineSeconds: 5);
        IsCoherent(await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken), Loopback.Credentials);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Loopback.Password)]
    public async Task A_run_that_is_given_no_server_for_reading_is_coherent(string? password)
    {
        using var certificate = _authority.Good("127.0.0.1");
        await using var server = ScriptedMailServer.Start(new SmtpScript { ImplicitTls = certificate });
        using var assessor = Loopback.Assessor(_authority.Root);
        var credentials = password is null ? null : Loopback.Credentials;
        var subject = Loopback.Subject([Loopback.Endpoint(MailProtocol.Submission, server.Port, ConnectionSecurity.ImplicitTls)], credentials);
        IsCoherent(await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken), credentials);
    }

    [Fact]
    public void A_report_on_a_domain_is_called_by_it_and_has_no_address()
    {
        var subject = new AssessmentSubject([], null, AssessmentLimits.Default, domain: HostName.Parse("example.com"));
        var heading = ReportHeading.Of("id", TimeSpan.Zero, null, subject);
        Assert.Equal(new SubjectReport(null, "example.com"), heading.Subject);
        Assert.Equal("example.com", heading.Subject.NameBeside([]));
        Assert.Equal("example.com", subject.Question!.Domain.Value);
        Assert.Throws<ArgumentException>(() => new AssessmentSubject([], Loopback.Credentials, AssessmentLimits.Default, domain: HostName.Parse("example.com")));
    }

    private void IsCoherent(AssessmentFacts facts, Credentials? credentials)
    {
        var heading = new ReportHeading(
            "id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, credentials is null ? null : AuthenticationKind.Password);
        var complaints = ReportCoherence.Of(new AssessedRun(heading, facts, new Usage { Devices = 2 }));
        foreach (var complaint in complaints) output.WriteLine($"{complaint.Rule}: {complaint.What}");
        Assert.Equal([], complaints.Where(x => !KnownBreaches.Covers(x.Rule, x.What)));
    }

    public void Dispose() => _authority.Dispose();
}
