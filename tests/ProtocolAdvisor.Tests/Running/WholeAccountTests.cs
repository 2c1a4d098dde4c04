using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>Reading and sending over a real Dovecot and a real Postfix: what Postfix has heard is what it logs.</summary>
public sealed class WholeAccountTests : IAsyncLifetime
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

    [Fact]
    public async Task Three_protocols_let_the_user_in_and_nothing_is_handed_in()
    {
        var facts = await AssessAsync(Loopback.Credentials);
        Assert.All(facts.Endpoints, x => Assert.True(x.Probe.Usable, Json.Of(x.Probe)));
        Assert.Equal(
            [MailProtocol.Imap, MailProtocol.Pop3, MailProtocol.Submission],
            facts.Endpoints.Where(x => x.SignIn.Outcome == SignInOutcome.Accepted).Select(x => x.Probe.Endpoint.Protocol).Order());
        Assert.All(facts.Of(MailProtocol.Submission), x => Assert.Equal(("Postfix", "35882577"), (x.Probe.Implementation, x.Probe.Capabilities!.Argument("SIZE"))));
        Assert.All(facts.Of(MailProtocol.Submission), x => Assert.InRange(x.Probe.Steps.Sum(step => step.RoundTrips ?? 0), 4, 6));

        var log = await _postfix.LogAsync(x => x.Split("disconnect from").Length > 2 && x.Contains("auth=1", StringComparison.Ordinal));
        Assert.Contains("ehlo=1 auth=1 quit=1 commands=3", log, StringComparison.Ordinal);
        Assert.DoesNotContain("mail=", log, StringComparison.Ordinal);
        Assert.DoesNotContain("rcpt=", log, StringComparison.Ordinal);
        Assert.False(_postfix.HasMessages);
    }

    // Of the time that a run takes over a line, round trips are what there is to save: AUTH and QUIT are two.
    [Fact]
    public async Task Sending_adds_a_tenth_at_most_to_a_run()
    {
        await _dovecot.FillAsync(Loopback.Jane, new MailboxPlan { Messages = 200 });
        var facts = await AssessAsync(Loopback.Credentials);
        var reading = facts.Incoming.Sum(x => x.SessionSteps.Sum(step => step.RoundTrips ?? 0))
            + facts.Incoming.Max(x => x.Probe.Steps.Sum(step => step.RoundTrips ?? 0));
        var sending = 1 + facts.Of(MailProtocol.Submission).Sum(x => x.SessionSteps.Sum(step => step.RoundTrips ?? 0));
        Assert.InRange(sending, 2, 0.1 * reading);
    }

    private async Task<AssessmentFacts> AssessAsync(Credentials credentials)
    {
        using var assessor = Loopback.Assessor(_dovecot.Authority.Root);
        MailEndpoint[] sending =
        [
            Loopback.Endpoint(MailProtocol.Submission, _postfix.Port(PostfixListener.Submissions), ConnectionSecurity.ImplicitTls),
            Loopback.Endpoint(MailProtocol.Submission, _postfix.Port(PostfixListener.Submission), ConnectionSecurity.StartTls),
        ];
        return await assessor.AssessAsync(Loopback.Subject([.. Loopback.EndpointsOf(_dovecot), .. sending], credentials), null, Cancel);
    }
}
