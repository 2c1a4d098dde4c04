using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Probing;

/// <summary>Passwords in clear: an offer of USER before TLS is asked about, with nobody's name and no password, and only where it is offered.</summary>
public sealed class CleartextUserTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public CleartextUserTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_offer_that_is_refused_is_no_fault(bool signsIn)
    {
        await using var server = ScriptedMailServer.Start(Courier());
        var facts = await AssessAsync(server, signsIn);
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Code == FindingCode.PlaintextLoginAllowed);
        Assert.Equal("-ERR TLS required to log in.", facts.Endpoints[0].Probe.UserInClearReply);
        Assert.Equal(5, facts.Endpoints[0].Probe.Steps.Sum(step => step.RoundTrips ?? 0)); // the question is on no step's way
        Assert.Equal(2, server.Connections.Count);
        var asked = server.Connections[1];
        await asked.Finished.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["USER protocol-advisor-test", "QUIT"], asked.Received.Select(line => line.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_offer_that_is_taken_is_likely(bool signsIn)
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { StartTls = _certificate, SignInNeedsTls = false });
        var finding = Assert.Single(Diagnosis.Of(await AssessAsync(server, signsIn), null), x => x.Code == FindingCode.PlaintextLoginAllowed);
        Assert.Equal((FindingConfidence.Likely, "USER before TLS: “+OK”"), (finding.Confidence, finding.Shown()));
    }

    [Fact]
    public async Task Dovecot_answers_and_counts_no_failed_sign_in()
    {
        await using var server = await DovecotServer.StartAsync(new() { PlaintextSignIn = true });
        using var assessor = Loopback.Assessor(server.Authority.Root);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Pop3, server.Port(DovecotListener.Pop3), ConnectionSecurity.StartTls)], Loopback.Credentials),
            null, TestContext.Current.CancellationToken);
        Assert.Equal((SignInOutcome.Accepted, "+OK"), (facts.Endpoints[0].SignIn.Outcome, facts.Endpoints[0].Probe.UserInClearReply));
        var log = await server.LogAsync(x => x.Contains("no auth attempts", StringComparison.Ordinal));
        Assert.Contains("no auth attempts", log, StringComparison.Ordinal);
        Assert.DoesNotContain("auth failed", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_without_TLS_is_asked_as_well()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { SignInNeedsTls = false });
        var facts = await AssessAsync(server, signsIn: false, ConnectionSecurity.Cleartext);
        Assert.Equal(FindingConfidence.Likely, Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.PlaintextLoginAllowed).Confidence);
    }

    [Fact]
    public async Task Without_an_answer_the_offer_is_possible_only()
    {
        var script = new Pop3Script { StartTls = _certificate, SignInNeedsTls = false };
        await using var server = ScriptedMailServer.Start(script.On("USER", Replies.Close));
        var finding = Assert.Single(Diagnosis.Of(await AssessAsync(server, signsIn: false), null), x => x.Code == FindingCode.PlaintextLoginAllowed);
        Assert.Equal(FindingConfidence.Possible, finding.Confidence);
    }

    [Fact]
    public async Task A_server_that_takes_one_connection_at_a_time_answers_both()
    {
        var left = new TaskCompletionSource();
        var script = Courier();
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            if (connection.Number > 1) await left.Task.WaitAsync(connection.Stopped);
            try
            {
                await script.PlayAsync(connection);
            }
            finally
            {
                left.TrySetResult();
            }
        });
        var facts = await AssessAsync(server, signsIn: true);
        Assert.True(facts.Endpoints[0].Probe.Usable);
        Assert.Equal("-ERR TLS required to log in.", facts.Endpoints[0].Probe.UserInClearReply);
    }

    [Theory]
    [InlineData(ConnectionSecurity.StartTls)]
    [InlineData(ConnectionSecurity.ImplicitTls)]
    public async Task Where_User_is_not_offered_in_clear_nothing_is_asked(ConnectionSecurity security)
    {
        var clear = security == ConnectionSecurity.StartTls;
        await using var server = ScriptedMailServer.Start(new Pop3Script { StartTls = clear ? _certificate : null, ImplicitTls = clear ? null : _certificate });
        var facts = await AssessAsync(server, signsIn: true, security);
        Assert.Null(facts.Endpoints[0].Probe.UserInClearReply);
        Assert.DoesNotContain(server.Connections.SelectMany(x => x.Received), line => line.Text.StartsWith("USER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Imap_is_never_asked_to_log_in()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { StartTls = _certificate, SignInNeedsTls = false });
        using var assessor = Loopback.Assessor(_authority.Root);
        await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls)]), null, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(server.Connections.SelectMany(x => x.Received), line => line.Text.Contains("LOGIN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SASL PLAIN", null, FindingConfidence.Possible)]
    [InlineData("USER", null, FindingConfidence.Possible)]
    [InlineData("USER", "+OK", FindingConfidence.Likely)]
    [InlineData("USER", "-ERR TLS required to log in.", null)]
    public void What_was_read_and_what_was_answered_are_told_apart(string line, string? reply, FindingConfidence? confidence)
    {
        var probe = Facts.Healthy(Facts.Pop3) with { CapabilitiesBeforeTls = new(["UIDL", "STLS", line]), UserInClearReply = reply };
        Assert.Equal(confidence, Diagnosis.Of(Facts.Run(probe), null).SingleOrDefault(x => x.Code == FindingCode.PlaintextLoginAllowed)?.Confidence);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    private MailScript Courier() => new Pop3Script { StartTls = _certificate, OffersUserInClear = true, Mechanisms = ["PLAIN"] }
        .On("USER", "-ERR TLS required to log in.\r\n");

    private async Task<AssessmentFacts> AssessAsync(ScriptedMailServer server, bool signsIn, ConnectionSecurity security = ConnectionSecurity.StartTls)
    {
        using var assessor = Loopback.Assessor(_authority.Root);
        var subject = Loopback.Subject([Loopback.Endpoint(MailProtocol.Pop3, server.Port, security)], signsIn ? Loopback.Credentials : null);
        return await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
    }
}
