using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

public sealed class MailboxAssessorTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("greeting")]
    [InlineData("LIST")]
    [InlineData("FETCH")]
    public async Task The_deadline_holds_wherever_a_server_falls_silent_and_what_was_learned_is_kept(string at)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate }.On(at, Replies.Silence));
        using var assessor = Loopback.Assessor(authority.Root);
        var start = Stopwatch.GetTimestamp();
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.ImplicitTls)], Loopback.Credentials, deadlineSeconds: 1), null, Cancel);

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0.5, 1.0);
        Assert.False(facts.Complete);
        if (at == "FETCH") Assert.Equal(5, facts.Imap!.Messages);
        if (at == "LIST") Assert.Equal(SignInOutcome.Accepted, facts.Endpoints[0].SignIn.Outcome);
    }

    [Fact]
    public async Task A_server_that_drips_is_cut_at_the_deadline()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript().On("greeting", Replies.Drip("* OK ", TimeSpan.FromMilliseconds(20))));
        using var assessor = Loopback.Assessor();
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls)], deadlineSeconds: 1), null, Cancel);
        Assert.Equal(FailureKind.DeadlineReached, facts.Endpoints[0].Probe.Failure!.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_callers_cancellation_ends_the_run_and_closes_the_connection(bool withCredentials)
    {
        await using var server = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        using var assessor = Loopback.Assessor();
        using var caller = new CancellationTokenSource();
        var run = assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls)], withCredentials ? Loopback.Credentials : null), null, caller.Token);
        var connection = await server.NextConnectionAsync(Cancel);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await connection.Finished.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task Identical_probes_in_flight_share_one_connection()
    {
        var release = new TaskCompletionSource();
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await release.Task;
            await connection.WriteLineAsync("* BYE enough");
        });
        using var assessor = Loopback.Assessor();
        var subject = Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls)]);
        var runs = Enumerable.Range(0, 10).Select(_ => assessor.AssessAsync(subject, null, Cancel)).ToList();
        await server.NextConnectionAsync(Cancel);
        release.SetResult();

        Assert.All(await Task.WhenAll(runs), facts => Assert.Equal(FailureKind.GreetingRejected, facts.Endpoints[0].Probe.Failure!.Kind));
        Assert.Single(server.Connections);
    }

    [Fact]
    public async Task One_caller_that_leaves_does_not_end_a_shared_probe_for_the_other()
    {
        var release = new TaskCompletionSource();
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await release.Task;
            await connection.WriteLineAsync("* BYE enough");
        });
        using var assessor = Loopback.Assessor();
        using var leaving = new CancellationTokenSource();
        var subject = Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls)]);
        var left = assessor.AssessAsync(subject, null, leaving.Token);
        var stays = assessor.AssessAsync(subject, null, Cancel);
        await server.NextConnectionAsync(Cancel);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        release.SetResult();

        Assert.Equal(FailureKind.GreetingRejected, (await stays).Endpoints[0].Probe.Failure!.Kind);
        Assert.Single(server.Connections);
    }

    [Fact]
    public async Task Runs_that_wait_for_their_turn_end_with_facts_each_at_its_own_deadline()
    {
        await using var earlier = ScriptedMailServer.Start(new ImapScript { Greeting = "* BYE enough" });
        await using var server = ScriptedMailServer.Start(new ImapScript { Greeting = "* BYE enough" });
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("mail.example.com", "127.0.0.1");
        var clock = new FakeTimeProvider();
        using var assessor = new MailboxAssessor(
            new AssessorOptions { Targets = Loopback.Targets with { PerHostPerMinute = 1 }, DnsServers = [dns.EndPoint], DnsTimeout = TimeSpan.FromMinutes(1) }, clock);
        var subject = Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls, "mail.example.com")], deadlineSeconds: 10);
        await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, earlier.Port, ConnectionSecurity.StartTls, "mail.example.com")]), null, Cancel);

        var first = assessor.AssessAsync(subject, null, Cancel);
        clock.Advance(TimeSpan.FromSeconds(5));
        var second = assessor.AssessAsync(subject, null, Cancel);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(FailureKind.DeadlineReached, (await first).Endpoints[0].Probe.Failure!.Kind);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(FailureKind.DeadlineReached, (await second).Endpoints[0].Probe.Failure!.Kind);
        Assert.Empty(server.Connections);
    }

    [Fact]
    public async Task A_visit_that_fails_leaves_no_connection_open_while_the_other_protocol_goes_on()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        using var refusing = DeadPort.Refusing();
        var news = new BadNews();
        await using var server = ScriptedMailServer.Start(new ImapScript { StartTls = certificate }.On("greeting", async command =>
        {
            await news.Told.Task.WaitAsync(command.Connection.Stopped);
            await command.ReplyAsync("* OK hello\r\n");
        }));
        var release = new TaskCompletionSource();
        await using var other = ScriptedMailServer.Start(connection => release.Task.WaitAsync(connection.Stopped));
        using var assessor = Loopback.Assessor(authority.Root);
        var run = assessor.AssessAsync(
            Loopback.Subject(
                [
                    Loopback.Endpoint(MailProtocol.Pop3, other.Port, ConnectionSecurity.StartTls),
                    Loopback.Endpoint(MailProtocol.Imap, refusing.Port, ConnectionSecurity.ImplicitTls),
                    Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls),
                ],
                Loopback.Credentials),
            news, Cancel);

        var connection = await server.NextConnectionAsync(Cancel);
        await connection.Finished.WaitAsync(TimeSpan.FromSeconds(3), Cancel);
        release.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => run);
    }

    [Fact]
    public async Task A_dead_implicit_port_does_not_keep_the_user_waiting_for_the_sign_in()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var server = ScriptedMailServer.Start(new ImapScript { StartTls = certificate });
        using var assessor = Loopback.Assessor(authority.Root);
        var news = new News();
        var facts = await assessor.AssessAsync(
            Loopback.Subject(
                [
                    Loopback.Endpoint(MailProtocol.Imap, silent.Port, ConnectionSecurity.ImplicitTls),
                    Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls),
                ],
                Loopback.Credentials, deadlineSeconds: 3),
            news, Cancel);

        Assert.Equal(SignInOutcome.Accepted, facts.Endpoints[1].SignIn.Outcome);
        Assert.NotNull(facts.Imap!.Fetch);
    }

    [Fact]
    public async Task Every_result_is_told_once_and_the_facts_survive_json()
    {
        await using var server = await DovecotServer.StartAsync();
        await server.FillAsync(Loopback.Jane, new MailboxPlan { Messages = 30, Sizes = MailSizes.Tiny });
        using var assessor = Loopback.Assessor(server.Authority.Root);
        var news = new News();
        var facts = await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server), Loopback.Credentials), news, Cancel);

        var told = news.Heard.OfType<AssessmentEvent.EndpointFinished>().Select(x => x.Facts).ToList();
        Assert.Equal(facts.Endpoints.Select(x => (x.Probe.Endpoint, x.Probe.Steps, x.SignIn)).ToHashSet(), told.Select(x => (x.Probe.Endpoint, x.Probe.Steps, x.SignIn)).ToHashSet());
        Assert.Equal(4, told.Count);
        Assert.Equal(facts.Imap, news.Heard.OfType<AssessmentEvent.ImapMeasured>().Single().Mailbox);
        Assert.Equal(facts.Pop3, news.Heard.OfType<AssessmentEvent.Pop3Measured>().Single().Maildrop);
        Assert.Equal(Json.Of(facts), Json.Of(Json.Parse<AssessmentFacts>(Json.Of(facts))));
        Assert.DoesNotContain(Loopback.Password, Json.Of(facts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_misbehaviour_is_taken_for_our_own_fault()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        var unexpected = new List<Exception>();
        using var assessor = Loopback.Assessor(authority.Root, unexpected: unexpected);
        foreach (var verb in new[] { "greeting", "AUTHENTICATE", "NAMESPACE", "LIST", "GETQUOTAROOT", "EXAMINE", "FETCH" })
        {
            foreach (var reply in new[] { Replies.Close, Replies.Text("{tag} OK\r\n"), Replies.Text("* 1 FETCH (((\r\n{tag} NO no\r\n"), Replies.Text("garbage\r\n"), Replies.Text("* LIST () {3}\r\nabc\r\n{tag} OK\r\n"), Replies.Text("{tag} BAD what\r\n"), Replies.Text("{tag} OK EXAMINE done\r\n") })
            {
                await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate }.On(verb, reply));
                await assessor.AssessAsync(
                    Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.ImplicitTls)], Loopback.Credentials, deadlineSeconds: 1), null, Cancel);
            }
        }

        Assert.Empty(unexpected);
    }

    private sealed class News : IProgress<AssessmentEvent>
    {
        public List<AssessmentEvent> Heard { get; } = [];

        public void Report(AssessmentEvent value) => Heard.Add(value);
    }

    private sealed class BadNews : IProgress<AssessmentEvent>
    {
        public TaskCompletionSource Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Report(AssessmentEvent value)
        {
            if (value is not AssessmentEvent.EndpointFinished) return;
            Told.TrySetResult();
            throw new InvalidOperationException("the listener's own fault");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_waits_in_our_own_queue_until_his_time_is_up_is_told_that_we_held_back(bool withCredentials)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var other = ScriptedMailServer.Start(new ImapScript());
        using var assessor = new MailboxAssessor(new AssessorOptions { Targets = Loopback.Targets with { PerHostPerMinute = 1 } }, TimeProvider.System);
        Task<AssessmentFacts> AssessAsync(int port) => assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, port, ConnectionSecurity.StartTls)], withCredentials ? Loopback.Credentials : null, deadlineSeconds: 1), null, Cancel);
        await AssessAsync(server.Port);
        var findings = Diagnosis.Of(await AssessAsync(other.Port), null).Select(x => x.Code).ToList();
        Assert.Contains(FindingCode.TargetBusy, findings);
        Assert.DoesNotContain(FindingCode.DeadlineReached, findings);
        Assert.Empty(other.Connections);
    }
}
