using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>Whole runs with a real Dovecot for reading and a real Postfix for sending, which has Dovecot's users.</summary>
public sealed class PostfixRunTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private DovecotServer _dovecot = null!;
    private PostfixServer _postfix = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(DovecotServer.Available, DovecotServer.Missing);
        Assert.SkipUnless(PostfixServer.Available, PostfixServer.Missing);
        _dovecot = await DovecotServer.StartAsync();
        _postfix = await PostfixServer.StartAsync(new(_dovecot.SignInSocket, _dovecot.Certificate));
    }

    public async ValueTask DisposeAsync()
    {
        await (_postfix?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_dovecot?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData(PostfixListener.Submissions, ConnectionSecurity.ImplicitTls)]
    [InlineData(PostfixListener.Submission, ConnectionSecurity.StartTls)]
    public async Task Postfix_is_probed_and_signed_in_to_once_Dovecot_let_the_user_in(PostfixListener listener, ConnectionSecurity security)
    {
        var facts = await AssessAsync(Loopback.Credentials, At(listener, security));

        var sending = Assert.Single(facts.Of(MailProtocol.Submission));
        Assert.True(sending.Probe.Usable, Json.Of(sending.Probe));
        Assert.Equal("Postfix", sending.Probe.Implementation);
        Assert.Equal("35882577", sending.Probe.Capabilities!.Argument("SIZE"));
        Assert.Equal((SignInOutcome.Accepted, "PLAIN"), (sending.SignIn.Outcome, sending.SignIn.Mechanism));
        var report = Report(facts, Loopback.Credentials);
        Assert.Equal(ServerState.Tested, report.Recommendation.Outgoing!.State);
        var log = await _postfix.LogAsync(x => x.Contains("auth=1", StringComparison.Ordinal) && x.Contains("disconnect", StringComparison.Ordinal));
        Assert.Contains("auth=1", log, StringComparison.Ordinal);
        Assert.DoesNotContain("mail=", log, StringComparison.Ordinal);
        Assert.DoesNotContain("rcpt=", log, StringComparison.Ordinal);
        Assert.False(_postfix.HasMessages);
    }

    [Fact]
    public async Task Of_two_ways_in_one_is_signed_in_to_and_told_as_tested()
    {
        var facts = await AssessAsync(
            Loopback.Credentials, At(PostfixListener.Submissions, ConnectionSecurity.ImplicitTls), At(PostfixListener.Submission, ConnectionSecurity.StartTls));

        Assert.All(facts.Of(MailProtocol.Submission), x => Assert.True(x.Probe.Usable));
        Assert.Single(facts.Of(MailProtocol.Submission), x => x.SignIn.Outcome == SignInOutcome.Accepted);
        var told = Report(facts, Loopback.Credentials).Recommendation.Outgoing!;
        Assert.Equal((_postfix.Port(PostfixListener.Submissions), ServerState.Tested), (told.Port, told.State));
    }

    [Fact]
    public async Task A_wrong_password_never_gets_to_Postfix()
    {
        var wrong = Credentials.WithPassword(Loopback.Jane, new Secret("wrong"));
        var facts = await AssessAsync(wrong, At(PostfixListener.Submissions, ConnectionSecurity.ImplicitTls));

        var sending = Assert.Single(facts.Of(MailProtocol.Submission));
        Assert.True(sending.Probe.Usable);
        Assert.Equal((SignInOutcome.NotAttempted, SignInReason.IncomingNotAccepted), (sending.SignIn.Outcome, sending.SignIn.Reason));
        Assert.Equal(ServerState.SignInNotTested, Report(facts, wrong).Recommendation.Outgoing!.State);
        var log = await _postfix.LogAsync(x => x.Contains("disconnect from", StringComparison.Ordinal));
        Assert.DoesNotContain("auth=", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_password_Postfix_is_probed_all_the_same()
    {
        var facts = await AssessAsync(null, At(PostfixListener.Submission, ConnectionSecurity.StartTls));

        Assert.True(Assert.Single(facts.Of(MailProtocol.Submission)).Probe.Usable);
        Assert.Equal(ServerState.SignInNotTested, Report(facts, null).Recommendation.Outgoing!.State);
    }

    private MailEndpoint At(PostfixListener listener, ConnectionSecurity security) => Loopback.Endpoint(MailProtocol.Submission, _postfix.Port(listener), security);

    private async Task<AssessmentFacts> AssessAsync(Credentials? credentials, params MailEndpoint[] sending)
    {
        using var assessor = Loopback.Assessor(_dovecot.Authority.Root);
        return await assessor.AssessAsync(Loopback.Subject([.. Loopback.EndpointsOf(_dovecot), .. sending], credentials), null, Cancel);
    }

    private static AssessmentReport Report(AssessmentFacts facts, Credentials? credentials)
    {
        var heading = new ReportHeading(
            "id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, credentials is null ? null : AuthenticationKind.Password);
        var run = new AssessedRun(heading, facts, new Usage { Devices = 2 });
        Assert.Equal([], ReportCoherence.Of(run));
        return run.Report(Language.English);
    }
}
