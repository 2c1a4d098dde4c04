using System.Text;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>What a server says in the course of a sign-in and behind it is heard, whatever a mail library makes of it.</summary>
public sealed class HeardWordsTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public HeardWordsTests() => _certificate = _authority.Good("127.0.0.1");

    // Courier says OK to the password, and goodbye because of the account.
    [Theory]
    [InlineData("{tag} OK LOGIN Ok.\r\n* BYE IMAP access disabled for this account.\r\n", "* BYE IMAP access disabled for this account.", SignInReason.AccountImapDisabled)]
    [InlineData("{tag} OK LOGIN Ok.\r\n* BYE [ALERT] Fatal error: No such file or directory\r\n", "* BYE [ALERT] Fatal error: No such file or directory", SignInReason.AuthServerFault)]
    [InlineData("{tag} OK LOGIN Ok.\r\n* BYE the moon is in the wrong phase\r\n", "* BYE the moon is in the wrong phase", SignInReason.AuthRefusedUnknown)]
    [InlineData("* BYE Too many login attempts\r\n", "* BYE Too many login attempts", SignInReason.AuthRateLimited)]
    [InlineData("* BYE [UNAVAILABLE] shutting down\r\n{tag} NO [UNAVAILABLE] shutting down\r\n", "NO [UNAVAILABLE] shutting down", SignInReason.AuthTemporaryFailure)]
    public async Task A_goodbye_with_words_in_the_sign_in_is_a_refusal_and_no_breach_of_the_rules(string reply, string told, SignInReason reason)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }.On("AUTHENTICATE", Replies.Text(reply, Replies.Close)));
        var facts = await SignInAsync(server, MailProtocol.Imap);

        Assert.Equal((SignInOutcome.Rejected, reason, told), (facts.SignIn.Outcome, facts.SignIn.Reason!.Value, facts.SignIn.Reply));
        Assert.Equal(FailureKind.SignInRejected, facts.SessionSteps[0].Failure!.Kind);
        Assert.True(facts.SignIn.ElapsedMs >= 0);
        var findings = Diagnosis.Of(Facts.Run(facts), null);
        Assert.Contains(findings, x => x.Code.ToString() == reason.ToString() && x.Shown() == told);
        Assert.DoesNotContain(findings, x => x.Code is FindingCode.ProtocolViolation or FindingCode.ServerClosedEarly or FindingCode.AuthBadCredentials);
    }

    [Theory]
    [InlineData("* BYE IMAP access disabled for this account.\r\n", FindingCode.AccountImapDisabled, FindingCode.ServerClosedEarly, false)]
    [InlineData("* BYE Autologout; idle for too long\r\n", FindingCode.ServerClosedEarly, FindingCode.ProtocolViolation, true)]
    public async Task A_goodbye_behind_the_sign_in_is_told_in_its_words(string reply, FindingCode told, FindingCode not, bool isPossible)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }.On("GETQUOTAROOT", "{tag} NO no\r\n").On("EXAMINE", Replies.Text(reply, Replies.Close)));
        var facts = await SignInAsync(server, MailProtocol.Imap);
        var run = Facts.Run(facts, Facts.With(Facts.Healthy(Facts.Pop3s), new(SignInOutcome.Accepted)));

        Assert.Equal((FailureKind.ConnectionReset, reply.TrimEnd()), (facts.SessionSteps[^1].Failure!.Kind, facts.SessionSteps[^1].Failure!.Reply));
        Assert.Equal(reply.TrimEnd(), Assert.Single(Diagnosis.Of(run, null), x => x.Code == told).Shown());
        Assert.DoesNotContain(Diagnosis.Of(run, null), x => x.Code == not);
        Assert.Equal(isPossible, Advisor.Advise(new Usage { Devices = 2 }, KnownFacts.From(run)).Protocol == MailProtocol.Imap);
    }

    // The first question behind the sign-in belongs to its step; where it was answered, the user was in.
    [Theory]
    [InlineData("* BYE Server shutting down\r\n", FindingCode.ServerBusy)]
    [InlineData("* BYE [ALERT] Fatal error: cannot read the index\r\n", FindingCode.MailboxNotOpened)]
    [InlineData("* BYE Autologout\r\n", FindingCode.ServerClosedEarly)]
    public async Task A_goodbye_behind_an_answer_of_the_session_does_not_take_the_sign_in_back(string reply, FindingCode told)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }.On("LIST", Replies.Text(reply, Replies.Close)));
        var facts = await SignInAsync(server, MailProtocol.Imap);
        Assert.Equal(SignInOutcome.Accepted, facts.SignIn.Outcome);
        Assert.Equal((FailureKind.ConnectionReset, reply.TrimEnd()), (facts.SessionSteps[^1].Failure!.Kind, facts.SessionSteps[^1].Failure!.Reply));
        var findings = Diagnosis.Of(Facts.Run(facts), null);
        Assert.Equal(reply.TrimEnd(), Assert.Single(findings, x => x.Code == told).Shown());
        Assert.DoesNotContain(findings, x => x.Code is FindingCode.AuthTemporaryFailure or FindingCode.AuthServerFault or FindingCode.AuthRefusedUnknown);
    }

    [Theory]
    [InlineData("+ERR Server error: cannot reach the directory", SignInReason.AuthServerFault)]
    [InlineData("+ERR the moon is in the wrong phase", SignInReason.AuthRefusedUnknown)]
    [InlineData("+ this is no base64!", SignInReason.AuthRefusedUnknown)]
    public async Task A_plus_that_is_no_challenge_is_the_refusal_that_it_says_and_nothing_more_is_sent(string reply, SignInReason reason)
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate }.On("AUTH", reply + "\r\n"));
        var facts = await SignInAsync(server, MailProtocol.Pop3);
        Assert.Equal((SignInOutcome.Rejected, reason, reply), (facts.SignIn.Outcome, facts.SignIn.Reason!.Value, facts.SignIn.Reply));
        var received = (await server.NextConnectionAsync(TestContext.Current.CancellationToken)).Received;
        Assert.Equal(["AUTH", "STAT", "CAPA", "LIST", "UIDL"], received.Select(x => x.Text.Split(' ')[0]).SkipWhile(x => x != "AUTH")); // which went in one write
    }

    [Fact]
    public async Task What_an_imap_server_says_in_place_of_a_challenge_is_heard_with_its_reply()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }.On("AUTHENTICATE", "+ Server error: cannot reach the directory\r\n{tag} NO no\r\n"));
        var signIn = (await SignInAsync(server, MailProtocol.Imap)).SignIn;
        Assert.Equal((SignInReason.AuthServerFault, "Server error: cannot reach the directory NO no"), (signIn.Reason!.Value, signIn.Reply));
    }

    [Fact]
    public async Task A_maildir_that_cannot_be_entered_is_the_servers_fault()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate, SignInReply = "-ERR chdir /home/x/Maildir failed" });
        Assert.Equal(SignInReason.AuthServerFault, (await SignInAsync(server, MailProtocol.Pop3)).SignIn.Reason);
    }

    // CAPA is younger than USER, and some servers list neither USER nor SASL.
    [Fact]
    public async Task A_pop3_server_that_lists_no_way_to_sign_in_is_asked_by_user_and_pass()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate }.On("CAPA", "+OK\r\nTOP\r\nUIDL\r\n.\r\n"));
        var signIn = (await SignInAsync(server, MailProtocol.Pop3)).SignIn;
        Assert.Equal((SignInOutcome.Accepted, "USER"), (signIn.Outcome, signIn.Mechanism));
    }

    [Fact]
    public async Task Every_alert_reaches_the_reader_in_the_servers_words_and_scrubbed()
    {
        var script = new ImapScript { ImplicitTls = _certificate, Greeting = "* OK [ALERT] moving house on Sunday" }
            .On("AUTHENTICATE", "* OK [ALERT] IMAP access to the mailbox of jane@example.com ends on 31 December\r\n* OK still [ALERT] not this\r\n{tag} OK [ALERT] welcome back\r\n")
            .On("NAMESPACE", "* NO [ALERT] disk is nearly full\r\n* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n{tag} OK done\r\n")
            .On("STATUS", async command => await command.ReplyAsync(
                command.Arguments.StartsWith("INBOX", StringComparison.Ordinal) ? "* OK [ALERT] and one more\r\n{tag} NO no\r\n" : "{tag} NO [ALERT] about a private folder\r\n"));
        await using var server = ScriptedMailServer.Start(script);
        var facts = await SignInAsync(server, MailProtocol.Imap);
        Assert.Equal(SignInOutcome.Accepted, facts.SignIn.Outcome);
        var told = Assert.Single(Diagnosis.Of(Facts.Run(facts), null), x => x.Code == FindingCode.ServerAlert);
        Assert.StartsWith(
            "“moving house on Sunday”; “IMAP access to the mailbox of *** ends on 31 December”; “welcome back”; “disk is nearly full", told.Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("not this", told.Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("private", told.Shown(), StringComparison.Ordinal);
    }

    // A user may be called like a command, or like what a server answers.
    [Theory]
    [InlineData("user")]
    [InlineData("pass")]
    [InlineData("stat")]
    [InlineData("list")]
    [InlineData("capa")]
    [InlineData("auth")]
    [InlineData("login")]
    [InlineData("plain")]
    [InlineData("sasl")]
    [InlineData("uidl")]
    [InlineData("top")]
    [InlineData("ok")]
    [InlineData("err")]
    [InlineData("imap")]
    [InlineData("examine")]
    [InlineData("status")]
    [InlineData("capability")]
    [InlineData("unseen")]
    [InlineData("exists")]
    [InlineData("inbox")]
    [InlineData("namespace")]
    public async Task A_user_called_like_a_word_of_the_protocol_does_not_take_it_out_of_the_conversation(string name)
    {
        Assert.All(await ConversationsAsync(name), conversation =>
        {
            Assert.Contains(conversation, x => x.EndsWith(conversation[0].StartsWith('*') ? " AUTHENTICATE PLAIN •••" : "USER •••", StringComparison.Ordinal));
            Assert.DoesNotContain(conversation.Where(x => !x.Contains("hello", StringComparison.Ordinal)), x => x.Contains("***", StringComparison.Ordinal));
            Assert.Contains(conversation, x => x.EndsWith("hello ***, good to see you", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Any_other_name_is_out_of_the_whole_conversation() =>
        Assert.All(await ConversationsAsync("jo"), x => Assert.DoesNotContain(x, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"\bjo\b")));

    [Theory]
    [InlineData(MailProtocol.Imap, 1_000_001, false)]
    [InlineData(MailProtocol.Imap, 1_000_000, true)]
    [InlineData(MailProtocol.Pop3, 1_000_001, false)]
    [InlineData(MailProtocol.Pop3, int.MaxValue, false)]
    public async Task No_server_makes_us_compute_more_than_a_million_scram_iterations(MailProtocol protocol, int iterations, bool computes)
    {
        string? proof = null;
        async Task Ask(ScriptedCommand command)
        {
            var initial = command.Arguments.Split(' ').ElementAtOrDefault(1) ?? await AskedAsync("");
            var nonce = Encoding.UTF8.GetString(Convert.FromBase64String(initial)).Split("r=")[1];
            proof = await AskedAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes($"r={nonce}more,s=c2FsdA==,i={iterations}")));
            async Task<string> AskedAsync(string challenge)
            {
                await command.Connection.WriteAsync($"+ {challenge}\r\n");
                return await command.Connection.ReadLineAsync() ?? "";
            }
        }

        string[] mechanisms = ["SCRAM-SHA-256"];
        MailScript script = protocol == MailProtocol.Imap
            ? new ImapScript { ImplicitTls = _certificate, Mechanisms = mechanisms, Capabilities = ["IMAP4rev1", "LOGINDISABLED"] }.On("AUTHENTICATE", Ask)
            : new Pop3Script { ImplicitTls = _certificate, Mechanisms = mechanisms }.On("CAPA", "+OK\r\nSASL SCRAM-SHA-256\r\n.\r\n").On("AUTH", Ask);
        await using var server = ScriptedMailServer.Start(script);
        var facts = await SignInAsync(server, protocol, deadlineSeconds: 5);
        await (await server.NextConnectionAsync(TestContext.Current.CancellationToken)).Finished;
        Assert.Equal(computes, proof?.Length > 10);
        Assert.Equal(SignInOutcome.Unanswered, facts.SignIn.Outcome);
        if (!computes) Assert.Equal(FailureKind.ProtocolViolation, facts.SessionSteps[0].Failure!.Kind);
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> ConversationsAsync(string name)
    {
        await using var imap = ScriptedMailServer.Start(
            new ImapScript { ImplicitTls = _certificate, Username = name, Password = "Kanarienvogel" }.On("NAMESPACE", "* OK hello " + name + ", good to see you\r\n* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n{tag} OK done\r\n"));
        await using var pop3 = ScriptedMailServer.Start(
            new Pop3Script { ImplicitTls = _certificate, Username = name, Password = "Kanarienvogel", Mechanisms = [] }.On("STAT", "+OK 3 300 hello " + name + ", good to see you\r\n"));
        var conversations = new List<IReadOnlyList<string>>();
        foreach (var (server, protocol) in new[] { (imap, MailProtocol.Imap), (pop3, MailProtocol.Pop3) })
        {
            var facts = await SignInAsync(server, protocol, Credentials.WithPassword(name, new Secret("Kanarienvogel")));
            Assert.Equal(SignInOutcome.Accepted, facts.SignIn.Outcome);
            conversations.Add([.. facts.Probe.Conversation.Select(x => x.Text).Where(x => !x.StartsWith("TLS", StringComparison.Ordinal))]);
        }

        return conversations;
    }

    private Task<EndpointFacts> SignInAsync(ScriptedMailServer server, MailProtocol protocol, Credentials? credentials = null, double deadlineSeconds = 15) =>
        Loopback.AssessAsync(server, protocol, ConnectionSecurity.ImplicitTls, _authority.Root, credentials ?? Loopback.Credentials, deadlineSeconds);

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
