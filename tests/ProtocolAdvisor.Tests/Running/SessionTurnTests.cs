using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Languages.English.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>Sessions one after the other: what the one does, the other must not suffer from.</summary>
public sealed class SessionTurnTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public SessionTurnTests() => _certificate = _authority.Good("127.0.0.1");

    [Fact]
    public async Task Pop3_signs_in_when_Imap_has_left()
    {
        var imapAtSignIn = new List<bool>();
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate }.On("AUTH", async command =>
        {
            imapAtSignIn.Add(imap.Connections[0].IsClosed);
            await command.ReplyAsync("+OK\r\n");
        }));
        var facts = await AssessAsync(imap, pop3);

        Assert.Equal([true], imapAtSignIn);
        Assert.NotNull(facts.Imap!.Fetch);
        Assert.Equal(SignInOutcome.Accepted, facts.Endpoints[1].SignIn.Outcome);
    }

    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] Authentication failed.", SignInReason.OtherProtocolRefused)]
    [InlineData("NO [UNAVAILABLE] Backend down", null)]
    [InlineData("NO Your account is not enabled for IMAP use.", null)]
    [InlineData("NO no", null)]
    public async Task One_wrong_password_is_one_failure_and_no_other_refusal_stops_the_second_protocol(string reply, SignInReason? expected)
    {
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, SignInReply = reply });
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate });
        var facts = await AssessAsync(imap, pop3);

        var second = facts.Endpoints[1].SignIn;
        Assert.Equal((expected is null ? SignInOutcome.Accepted : SignInOutcome.NotAttempted, expected), (second.Outcome, second.Reason));
        Assert.True(facts.Complete);
        if (expected is null) return;
        Assert.DoesNotContain(pop3.Connections[0].Received, line => line.Text.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Null(KnownFacts.From(facts).Pop3!.SignIn);
        Assert.Equal([MailProtocol.Imap], Diagnosis.Of(facts, null).Where(x => x.Severity == Severity.Blocking).Select(x => x.Protocol));
    }

    [Fact]
    public async Task Pop3_goes_ahead_where_Imap_has_nothing_to_sign_in_to()
    {
        using var refusing = DeadPort.Refusing();
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate });
        using var assessor = Loopback.Assessor(_authority.Root);
        var facts = await assessor.AssessAsync(Loopback.Subject([Imaps(refusing.Port), Pop3s(pop3.Port)], Loopback.Credentials), null, Cancel);
        Assert.NotNull(facts.Pop3!.Fetch);
        Assert.InRange(facts.DurationMs, 0, FirstChoice.Patience.TotalMilliseconds);
    }

    [Fact]
    public async Task Pop3_does_not_wait_for_a_silent_Imap_server()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate });
        using var assessor = Loopback.Assessor(_authority.Root);
        var facts = await assessor.AssessAsync(Loopback.Subject([Imaps(silent.Port), Pop3s(pop3.Port)], Loopback.Credentials, deadlineSeconds: 3), null, Cancel);
        Assert.NotNull(facts.Pop3!.Fetch);
    }

    [Fact]
    public async Task A_connection_that_the_server_gave_up_while_it_waited_is_asked_for_anew()
    {
        var hungUp = new TaskCompletionSource();
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate }.On("CAPA", async command =>
        {
            await command.ReplyAsync("+OK\r\nTOP\r\nUIDL\r\nUSER\r\nSASL PLAIN\r\n.\r\n");
            if (command.Connection.Number > 1 || !command.Connection.IsEncrypted) return;
            await command.Connection.CloseAsync();
            hungUp.SetResult();
        }));
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }.On("AUTHENTICATE", async command =>
        {
            await hungUp.Task;
            await command.ReplyAsync("{tag} OK [CAPABILITY IMAP4rev1] in\r\n");
        }));
        var facts = await AssessAsync(imap, pop3);

        Assert.Single(pop3.Connections, x => x.Received.Any(line => line.Text.StartsWith("AUTH", StringComparison.Ordinal)));
        Assert.Equal(SignInOutcome.Accepted, facts.Endpoints[1].SignIn.Outcome);
        Assert.NotNull(facts.Pop3!.Fetch);
    }

    [Theory]
    [InlineData("LIST", MailStep.OpenMailbox)] // asked right behind the sign-in, which is accepted
    [InlineData("GETQUOTAROOT", MailStep.OpenMailbox)]
    [InlineData("FETCH", MailStep.Measure)]
    public async Task A_server_that_stalls_is_named_and_leaves_the_other_protocol_its_time(string at, MailStep step)
    {
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }.On(at, Replies.Silence));
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate });
        var facts = await AssessAsync(imap, pop3, deadlineSeconds: 5);

        var failure = facts.Endpoints[0].SessionSteps[^1].Failure!;
        Assert.Equal((step, FailureKind.TimedOut), (failure.Step, failure.Kind));
        Assert.NotNull(facts.Pop3!.Fetch);
        Assert.True(facts.Complete);
        var findings = Diagnosis.Of(facts, null);
        Assert.Matches($@"^{EnglishEvidence.Phrases.Steps[step]}: no answer within \d(\.\d)? seconds$", Assert.Single(findings, x => x is { Code: FindingCode.CommandUnanswered, Protocol: MailProtocol.Imap }).Shown());
        Assert.DoesNotContain(findings, x => x.Code == FindingCode.ServerClosedEarly);
    }

    [Theory]
    [InlineData(MailProtocol.Imap)]
    [InlineData(MailProtocol.Pop3)]
    public async Task A_sign_in_that_is_not_answered_is_named_so_and_never_as_a_broken_conversation(MailProtocol protocol)
    {
        MailScript script = protocol == MailProtocol.Imap
            ? new ImapScript { ImplicitTls = _certificate }.On("AUTHENTICATE", Replies.Silence) : new Pop3Script { ImplicitTls = _certificate }.On("AUTH", Replies.Silence);
        await using var server = ScriptedMailServer.Start(script);
        var facts = await Loopback.AssessAsync(server, protocol, ConnectionSecurity.ImplicitTls, _authority.Root, Loopback.Credentials, deadlineSeconds: 4);

        Assert.Equal((SignInOutcome.Unanswered, SignInReason.AuthUnanswered), (facts.SignIn.Outcome, facts.SignIn.Reason));
        var findings = Diagnosis.Of(Facts.Run(facts), null);
        Assert.Matches(@"^no answer within [23](\.\d)? seconds$", Assert.Single(findings, x => x.Code == FindingCode.AuthUnanswered).Shown());
        Assert.DoesNotContain(findings, x => x.Code is FindingCode.ServerClosedEarly or FindingCode.DeadlineReached);
    }

    [Fact]
    public async Task A_late_answer_to_the_sign_in_is_heard()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate }.On("AUTH", async command =>
        {
            await Task.Delay(TimeSpan.FromSeconds(11), command.Connection.Stopped); // Dovecot's [IN-USE] takes 10.8 s
            await command.ReplyAsync("-ERR [IN-USE] Mailbox is locked\r\n");
        }));
        var facts = await Loopback.AssessAsync(server, MailProtocol.Pop3, ConnectionSecurity.ImplicitTls, _authority.Root, Loopback.Credentials);
        Assert.Equal(SignInReason.Pop3MailboxInUse, facts.SignIn.Reason);
    }

    [Fact]
    public async Task A_better_endpoint_is_waited_for_and_a_dead_one_for_a_second()
    {
        var clock = new FakeTimeProvider();
        var (better, worse) = (new TaskCompletionSource<string?>(), new TaskCompletionSource<string?>());
        var choice = FirstChoice.AmongAsync([better.Task, worse.Task], clock);
        worse.SetResult("worse");
        clock.Advance(FirstChoice.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(choice.IsCompleted);
        better.SetResult("better");
        Assert.Equal("better", await (await choice)!);

        var never = new TaskCompletionSource<string?>();
        choice = FirstChoice.AmongAsync([never.Task, Task.FromResult<string?>("worse")], clock);
        Assert.False(choice.IsCompleted);
        clock.Advance(FirstChoice.Patience);
        Assert.Equal("worse", await (await choice)!);
    }

    [Fact]
    public async Task What_is_of_no_use_is_not_chosen_and_does_not_hold_up_what_is()
    {
        var clock = new FakeTimeProvider();
        Assert.Null(await FirstChoice.AmongAsync([Task.FromResult<string?>(null), Task.FromResult<string?>(null)], clock));
        Assert.Equal("worse", await (await FirstChoice.AmongAsync([Task.FromResult<string?>(null), Task.FromResult<string?>("worse")], clock))!);
    }

    private async Task<AssessmentFacts> AssessAsync(ScriptedMailServer imap, ScriptedMailServer pop3, double deadlineSeconds = 15)
    {
        using var assessor = Loopback.Assessor(_authority.Root);
        return await assessor.AssessAsync(Loopback.Subject([Imaps(imap.Port), Pop3s(pop3.Port)], Loopback.Credentials, deadlineSeconds: deadlineSeconds), null, Cancel);
    }

    private static MailEndpoint Imaps(int port) => Loopback.Endpoint(MailProtocol.Imap, port, ConnectionSecurity.ImplicitTls);

    private static MailEndpoint Pop3s(int port) => Loopback.Endpoint(MailProtocol.Pop3, port, ConnectionSecurity.ImplicitTls);

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
