using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>Servers that let a client in once at a time: what our own company did to us is not their fault.</summary>
public sealed class OneConnectionTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;
    private int _inside;

    public OneConnectionTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_server_that_allows_a_client_one_connection_over_all_ports_is_judged_honestly(bool signsIn, bool withWords)
    {
        await using var imaps = ScriptedMailServer.Start(Once(new ImapScript { ImplicitTls = _certificate }, null));
        await using var imap = ScriptedMailServer.Start(Once(new ImapScript { StartTls = _certificate }, withWords ? "* BYE Too many connections" : null));
        await using var pop3s = ScriptedMailServer.Start(Once(new Pop3Script { ImplicitTls = _certificate }, null));
        await using var pop3 = ScriptedMailServer.Start(Once(new Pop3Script { StartTls = _certificate }, withWords ? "-ERR Too many connections" : null));
        await using var submissions = ScriptedMailServer.Start(Once(new SmtpScript { ImplicitTls = _certificate }, null));
        await using var submission = ScriptedMailServer.Start(Once(new SmtpScript { StartTls = _certificate }, withWords ? "421 4.7.0 Too many connections" : null));
        using var assessor = Loopback.Assessor(_authority.Root);
        MailEndpoint[] endpoints =
        [
            Loopback.Endpoint(MailProtocol.Submission, submissions.Port, ConnectionSecurity.ImplicitTls),
            Loopback.Endpoint(MailProtocol.Submission, submission.Port, ConnectionSecurity.StartTls),
            Loopback.Endpoint(MailProtocol.Imap, imaps.Port, ConnectionSecurity.ImplicitTls),
            Loopback.Endpoint(MailProtocol.Imap, imap.Port, ConnectionSecurity.StartTls),
            Loopback.Endpoint(MailProtocol.Pop3, pop3s.Port, ConnectionSecurity.ImplicitTls),
            Loopback.Endpoint(MailProtocol.Pop3, pop3.Port, ConnectionSecurity.StartTls),
        ];
        var facts = await assessor.AssessAsync(Loopback.Subject(endpoints, signsIn ? Loopback.Credentials : null), null, Cancel);

        Assert.All(facts.Endpoints, x => Assert.True(x.Probe.Usable));
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Severity == Severity.Blocking);
        if (!signsIn) return;
        Assert.NotNull(facts.Imap!.Fetch);
        Assert.NotNull(facts.Pop3!.Fetch);
        Assert.Equal(3, facts.Endpoints.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
    }

    [Fact]
    public async Task A_server_that_lets_nobody_in_is_not_asked_for_ever()
    {
        await using var imaps = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, Greeting = "* BYE closed" });
        await using var imap = ScriptedMailServer.Start(new ImapScript { StartTls = _certificate, Greeting = "* BYE closed" });
        using var assessor = Loopback.Assessor(_authority.Root);
        MailEndpoint[] endpoints =
        [
            Loopback.Endpoint(MailProtocol.Imap, imaps.Port, ConnectionSecurity.ImplicitTls), Loopback.Endpoint(MailProtocol.Imap, imap.Port, ConnectionSecurity.StartTls),
        ];
        var facts = await assessor.AssessAsync(Loopback.Subject(endpoints, Loopback.Credentials), null, Cancel);
        Assert.All(facts.Endpoints, x => Assert.Equal((FailureKind.GreetingRejected, SignInReason.EndpointNotUsable), (x.Probe.Failure!.Kind, x.SignIn.Reason)));
        Assert.Equal(2, imap.Connections.Count);
    }

    [Fact]
    public async Task A_user_who_may_be_signed_in_once_is_signed_in_once_at_a_time()
    {
        var (signedIn, refused) = (0, 0);
        Func<ScriptedConnection, Task> OneLogin(MailScript script, string verb, string accepted, string tooMany) => async connection =>
        {
            var mine = false;
            script.On(verb, async command =>
            {
                mine = Interlocked.Increment(ref signedIn) == 1;
                if (!mine) Interlocked.Increment(ref refused);
                await command.ReplyAsync(mine ? accepted : tooMany);
            });
            try
            {
                await script.PlayAsync(connection);
            }
            finally
            {
                if (mine) Interlocked.Decrement(ref signedIn);
            }
        };
        await using var imaps = ScriptedMailServer.Start(
            OneLogin(new ImapScript { ImplicitTls = _certificate }, "AUTHENTICATE", "{tag} OK [CAPABILITY IMAP4rev1] in\r\n", "{tag} NO [LIMIT] too many\r\n"));
        await using var pop3s = ScriptedMailServer.Start(OneLogin(new Pop3Script { ImplicitTls = _certificate }, "AUTH", "+OK in\r\n", "-ERR [IN-USE] too many\r\n"));
        using var assessor = Loopback.Assessor(_authority.Root);
        var facts = await assessor.AssessAsync(
            Loopback.Subject(
                [
                    Loopback.Endpoint(MailProtocol.Imap, imaps.Port, ConnectionSecurity.ImplicitTls), Loopback.Endpoint(MailProtocol.Pop3, pop3s.Port, ConnectionSecurity.ImplicitTls),
                ],
                Loopback.Credentials),
            null, Cancel);
        Assert.Equal(0, refused);
        Assert.All(facts.Endpoints, x => Assert.Equal(SignInOutcome.Accepted, x.SignIn.Outcome));
    }

    private Func<ScriptedConnection, Task> Once(MailScript script, string? refusal) => async connection =>
    {
        if (Interlocked.Increment(ref _inside) > 1)
        {
            Interlocked.Decrement(ref _inside);
            if (refusal is not null) await connection.WriteLineAsync(refusal);
            return;
        }

        try
        {
            await script.PlayAsync(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    };

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
