using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>One mechanism, one attempt, only where the endpoint is safe, and the reason read from the server's own words.</summary>
public sealed class SignInTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public SignInTests() => _certificate = _authority.Good("127.0.0.1");

    [Fact]
    public async Task Dovecot_accepts_over_the_implicit_endpoint_of_each_protocol_and_the_others_are_spared()
    {
        await using var server = await DovecotServer.StartAsync();
        using var assessor = Loopback.Assessor(server.Authority.Root);
        var facts = await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server), Loopback.Credentials), null, Cancel);

        Assert.Equal(
            [SignInOutcome.Accepted, SignInOutcome.NotAttempted, SignInOutcome.Accepted, SignInOutcome.NotAttempted],
            facts.Endpoints.Select(x => x.SignIn.Outcome));
        Assert.All([facts.Endpoints[1], facts.Endpoints[3]], x => Assert.Equal(SignInReason.OtherEndpointPreferred, x.SignIn.Reason));
        Assert.Equal("PLAIN", facts.Endpoints[0].SignIn.Mechanism);
        Assert.StartsWith("OK", facts.Endpoints[0].SignIn.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_password_is_one_failed_login()
    {
        await using var server = await DovecotServer.StartAsync();
        using var assessor = Loopback.Assessor(server.Authority.Root);
        var wrong = Credentials.WithPassword(Loopback.Jane, new Secret("wrong"));
        var facts = await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server), wrong), null, Cancel);

        var tried = Assert.Single(facts.Endpoints, x => x.SignIn.Outcome == SignInOutcome.Rejected);
        Assert.Equal((MailProtocol.Imap, SignInReason.AuthBadCredentials), (tried.Probe.Endpoint.Protocol, tried.SignIn.Reason));
        Assert.Contains("[AUTHENTICATIONFAILED]", tried.SignIn.Reply, StringComparison.Ordinal);
        Assert.Equal((SignInOutcome.NotAttempted, SignInReason.OtherProtocolRefused), (facts.Endpoints[2].SignIn.Outcome, facts.Endpoints[2].SignIn.Reason));
        var log = await server.LogAsync(text => text.Split("auth failed").Length > 1).WaitAsync(Cancel);
        Assert.Equal(1, log.Split('\n').Count(line => line.Contains("auth failed, 1 attempts", StringComparison.Ordinal)));
        Assert.DoesNotContain("auth failed, 2 attempts", log, StringComparison.Ordinal);
        Assert.Null(facts.Imap);
    }

    [Theory]
    [InlineData("NO [ALERT] Application-specific password required: https://support.example/", SignInReason.AuthAppPasswordRequired)]
    [InlineData("NO [WEBALERT https://accounts.example/] Web login required.", SignInReason.AuthWebLoginRequired)]
    [InlineData("NO [LIMIT] LOGIN Rate limit hit", SignInReason.AuthRateLimited)]
    [InlineData("NO [UNAVAILABLE] Maximum number of connections exceeded", SignInReason.AuthTooManyConnections)]
    [InlineData("NO [UNAVAILABLE] Backend down", SignInReason.AuthTemporaryFailure)]
    [InlineData("NO [EXPIRED] Change it", SignInReason.PasswordExpired)]
    [InlineData("NO [CONTACTADMIN] Ask", SignInReason.AuthRefusedUnknown)]
    [InlineData("NO [PRIVACYREQUIRED] Plaintext authentication disallowed", SignInReason.AuthTlsRequired)]
    [InlineData("NO [OVERQUOTA] Account exceeded bandwidth limits", SignInReason.AuthBandwidthExceeded)]
    [InlineData("NO Your account is not enabled for IMAP use.", SignInReason.AccountImapDisabled)]
    [InlineData("NO User is authenticated but not connected.", SignInReason.AccountNotConnected)]
    [InlineData("NO [AUTHENTICATIONFAILED] Authentication failed.", SignInReason.AuthBadCredentials)]
    [InlineData("NO Select Unsafe Login. Please contact kefu@188.com for help", SignInReason.AuthClientIdRequired)]
    public async Task Imaps_refusals_are_read(string reply, SignInReason expected)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, SignInReply = reply });
        var signIn = (await SignInAsync(server, MailProtocol.Imap)).SignIn;
        Assert.Equal((SignInOutcome.Rejected, expected, reply), (signIn.Outcome, signIn.Reason!.Value, signIn.Reply));
    }

    [Theory]
    [InlineData("-ERR [IN-USE] Do you have another POP session running?", SignInReason.Pop3MailboxInUse)]
    [InlineData("-ERR [LOGIN-DELAY] wait 300 seconds", SignInReason.Pop3LoginDelay)]
    [InlineData("-ERR [SYS/PERM] Your account is not enabled for POP access.", SignInReason.AccountPop3Disabled)]
    [InlineData("-ERR [SYS/TEMP] Temporary authentication failure.", SignInReason.AuthTemporaryFailure)]
    [InlineData("-ERR [AUTH] Authentication failed.", SignInReason.AuthBadCredentials)]
    public async Task Pop3s_refusals_are_read(string reply, SignInReason expected)
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate, SignInReply = reply });
        var signIn = (await SignInAsync(server, MailProtocol.Pop3)).SignIn;
        Assert.Equal((SignInOutcome.Rejected, expected, reply), (signIn.Outcome, signIn.Reason!.Value, signIn.Reply));
    }

    [Theory]
    [InlineData("secret ", true)]
    [InlineData(" secret", true)]
    [InlineData("abcd efgh ijkl mnop", true)]
    [InlineData("abcd\u00A0efgh\u00A0ijkl\u00A0mnop", true)]
    [InlineData("abcdefghijklmnop", false)]
    [InlineData("correct horse battery staple", false)]
    [InlineData("abc1 efgh ijkl mnop", false)]
    public async Task Of_a_refused_password_only_its_stray_blanks_are_told(string password, bool suspect)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, SignInReply = "NO [AUTHENTICATIONFAILED] no" });
        var facts = await SignInAsync(server, MailProtocol.Imap, Credentials.WithPassword(Loopback.Jane, new Secret(password)));
        Assert.Equal(suspect, facts.SignIn.LooksMiscopied);
        Assert.Equal(suspect, Diagnosis.Of(Facts.Run(facts), null).Any(x => x.Code == FindingCode.SecretFormatSuspect));
    }

    // Inside TLS the end is told before the socket's.
    [Theory]
    [InlineData(MailProtocol.Imap, "AUTHENTICATE")]
    [InlineData(MailProtocol.Pop3, "AUTH")]
    public async Task A_server_that_hangs_up_on_a_sign_in_breaks_no_rule(MailProtocol protocol, string verb)
    {
        MailScript script = protocol == MailProtocol.Imap ? new ImapScript { ImplicitTls = _certificate } : new Pop3Script { ImplicitTls = _certificate };
        await using var server = ScriptedMailServer.Start(script.On(verb, Replies.Close));
        var facts = await SignInAsync(server, protocol, Loopback.Credentials);
        Assert.Equal(FailureKind.ConnectionReset, Assert.Single(facts.SessionSteps).Failure!.Kind);
        Assert.Equal(SignInReason.ConnectionFailed, facts.SignIn.Reason);
    }

    [Fact]
    public async Task Nothing_is_said_of_an_accepted_password_or_of_a_token()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, Password = " secret " });
        var accepted = await SignInAsync(server, MailProtocol.Imap, Credentials.WithPassword(Loopback.Jane, new Secret(" secret ")));
        Assert.Equal((SignInOutcome.Accepted, false), (accepted.SignIn.Outcome, accepted.SignIn.LooksMiscopied));
        Assert.False(SecretFormat.IsSuspect(Credentials.WithAccessToken(Loopback.Jane, new Secret(" token "))));
    }

    // Microsoft 365 answers everything so, NetEase the opening of a folder, Gmail over POP3 the first question.
    [Theory]
    [InlineData("NAMESPACE LIST STATUS EXAMINE", "{tag} BAD User is authenticated but not connected.\r\n", FindingCode.AccountNotConnected)]
    [InlineData("EXAMINE", "{tag} NO EXAMINE Unsafe Login. Please contact kefu@188.com for help\r\n", FindingCode.AuthClientIdRequired)]
    [InlineData("STAT", "-ERR [SYS/PERM] Your account is not enabled for POP access.\r\n", FindingCode.AccountPop3Disabled)]
    public async Task A_mailbox_that_is_refused_behind_a_good_sign_in_is_explained(string commands, string reply, FindingCode code)
    {
        var protocol = commands == "STAT" ? MailProtocol.Pop3 : MailProtocol.Imap;
        MailScript script = protocol == MailProtocol.Pop3 ? new Pop3Script { ImplicitTls = _certificate } : new ImapScript { ImplicitTls = _certificate };
        foreach (var command in commands.Split(' ')) script.On(command, reply);
        await using var server = ScriptedMailServer.Start(script);
        var facts = await SignInAsync(server, protocol);
        Assert.Equal(SignInOutcome.Accepted, facts.SignIn.Outcome);
        Assert.Contains(Diagnosis.Of(Facts.Run(facts), null), x => x.Code == code && x.Confidence == FindingConfidence.Likely);
    }

    [Theory]
    [InlineData(MailProtocol.Imap)]
    [InlineData(MailProtocol.Pop3)]
    public async Task A_server_that_echoes_the_password_cannot_make_us_repeat_it(MailProtocol protocol)
    {
        var (name, password) = ("jane@example.com", "pässword & secret");
        var echo = $"bad user {name} with {password}, {Uri.EscapeDataString(password)}, {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(password))}"
            + $" and {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0{name}\0{password}"))}";
        MailScript script = protocol == MailProtocol.Imap
            ? new ImapScript { ImplicitTls = _certificate, SignInReply = "NO " + echo }
            : new Pop3Script { ImplicitTls = _certificate, SignInReply = "-ERR " + echo };
        await using var server = ScriptedMailServer.Start(script);
        var facts = await SignInAsync(server, protocol, Credentials.WithPassword(name, new Secret(password)));

        Assert.Equal($"{(protocol == MailProtocol.Imap ? "NO" : "-ERR")} bad user *** with ***, ***, *** and ***", facts.SignIn.Reply);
        Assert.Equal(facts.SignIn.Reply, facts.SessionSteps[0].Failure!.Reply);
    }

    [Theory]
    [InlineData(MailProtocol.Imap, "OAUTHBEARER")]
    [InlineData(MailProtocol.Imap, "XOAUTH2")]
    [InlineData(MailProtocol.Pop3, "OAUTHBEARER")]
    [InlineData(MailProtocol.Pop3, "XOAUTH2")]
    public async Task A_token_goes_by_the_oauth_mechanism_that_is_offered(MailProtocol protocol, string mechanism)
    {
        var token = new string('t', 400); // longer than a POP3 command line may be: it must wait for the server's +
        MailScript script = protocol == MailProtocol.Imap
            ? new ImapScript { ImplicitTls = _certificate, Mechanisms = ["PLAIN", mechanism], AccessToken = token }
            : new Pop3Script { ImplicitTls = _certificate, Mechanisms = ["PLAIN", mechanism], AccessToken = token };
        await using var server = ScriptedMailServer.Start(script);
        var signIn = (await SignInAsync(server, protocol, Credentials.WithAccessToken(Loopback.Jane, new Secret(token)))).SignIn;
        Assert.Equal((SignInOutcome.Accepted, mechanism), (signIn.Outcome, signIn.Mechanism));
    }

    [Theory]
    [InlineData(162, true)] // "AUTH PLAIN ", 240 octets of base64, CRLF: 253
    [InlineData(163, false)] // 244 of base64: 257
    public async Task A_pop3_sign_in_beyond_255_octets_waits_for_the_server(int passwordLength, bool rides)
    {
        var password = new string('p', passwordLength);
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate, Mechanisms = ["PLAIN"], Password = password });
        var signIn = (await SignInAsync(server, MailProtocol.Pop3, Credentials.WithPassword(Loopback.Jane, new Secret(password)))).SignIn;
        Assert.Equal((SignInOutcome.Accepted, "PLAIN"), (signIn.Outcome, signIn.Mechanism));
        var line = server.Connections[0].Received.First(x => x.Text.StartsWith("AUTH", StringComparison.Ordinal)).Text;
        Assert.Equal(rides, line.Length > "AUTH PLAIN".Length);
        Assert.InRange(line.Length, 1, 253);
    }

    [Theory]
    [InlineData("XOAUTH2", SignInReason.AuthOauthOnly)]
    [InlineData("CRAM-MD5", SignInReason.AuthLegacyMechanismsOnly)]
    public async Task A_password_is_never_sent_by_a_mechanism_that_does_not_fit(string offered, SignInReason expected)
    {
        await using var server = ScriptedMailServer.Start(
            new ImapScript { ImplicitTls = _certificate, Mechanisms = [offered], Capabilities = ["IMAP4rev1", "SASL-IR", "LOGINDISABLED"] });
        var signIn = (await SignInAsync(server, MailProtocol.Imap)).SignIn;
        Assert.Equal((SignInOutcome.NotAttempted, expected), (signIn.Outcome, signIn.Reason!.Value));
        var connection = await server.NextConnectionAsync(Cancel);
        Assert.DoesNotContain(connection.Received, line => line.Text.Contains("AUTHENTICATE", StringComparison.Ordinal) || line.Text.Contains("LOGIN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_sasl_the_protocols_own_command_is_used_once()
    {
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate, Mechanisms = [] });
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate, Mechanisms = [] });
        Assert.Equal(SignInOutcome.Accepted, (await SignInAsync(imap, MailProtocol.Imap)).SignIn.Outcome);
        Assert.Equal((SignInOutcome.Accepted, "USER"), await OutcomeAsync(pop3));

        async Task<(SignInOutcome, string?)> OutcomeAsync(ScriptedMailServer server)
        {
            var signIn = (await SignInAsync(server, MailProtocol.Pop3)).SignIn;
            return (signIn.Outcome, signIn.Mechanism);
        }
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("wrong host")]
    [InlineData("stranger's")]
    [InlineData("cleartext")]
    public async Task The_password_stays_here_when_the_endpoint_is_not_safe(string fault)
    {
        using var stranger = new TestCertificates("Stranger");
        using var certificate = fault switch
        {
            "expired" => _authority.Expired("127.0.0.1"),
            "wrong host" => _authority.WrongHost(),
            _ => stranger.Good("127.0.0.1"),
        };
        var clear = fault == "cleartext";
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = clear ? null : certificate, SignInNeedsTls = false });
        using var assessor = Loopback.Assessor(_authority.Root);
        var security = clear ? ConnectionSecurity.Cleartext : ConnectionSecurity.ImplicitTls;
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, security)], Loopback.Credentials), null, Cancel);

        Assert.Equal(SignInReason.EndpointNotUsable, facts.Endpoints[0].SignIn.Reason);
        var connection = await server.NextConnectionAsync(Cancel);
        Assert.DoesNotContain(connection.Received, line => line.Text.Contains("AUTHENTICATE", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("LOGIN", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("* OK hi {4000000}\r\n")] // what looks like a literal hides the rest from a guard that believes it
    [InlineData("* 1 FETCH (X-A \"a\nb\" FLAGS ())\r\n* 1 FETCH (X-A \"a\n")] // a quoted string over two lines turns in and out round
    public async Task Two_thousand_nested_parentheses_do_not_end_the_process(string before)
    {
        var script = new ImapScript { ImplicitTls = _certificate };
        await using var server = ScriptedMailServer.Start(script.On("FETCH", command => command.ReplyAsync(
            command.Arguments.Contains("BODY", StringComparison.Ordinal) ? before + ImapScript.NestedBodyStructure(4000) : "* 1 FETCH (RFC822.SIZE 900)\r\n{tag} OK done\r\n")));
        var facts = await SignInAsync(server, MailProtocol.Imap);
        var failure = facts.SessionSteps[^1].Failure!;
        Assert.Equal((MailStep.Measure, FailureKind.ResponseTooLarge), (failure.Step, failure.Kind));
    }

    [Theory]
    [InlineData("", FailureKind.ProtocolViolation)] // nothing of ours nests: it was read, and told no sizes
    [InlineData("* OK hi {4000000}\r\n", FailureKind.ResponseTooLarge)]
    public async Task Neither_do_they_where_sizes_were_asked_for(string before, FailureKind kind)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }.On("FETCH", before + ImapScript.NestedBodyStructure(4000)));
        var failure = (await SignInAsync(server, MailProtocol.Imap)).SessionSteps[^1].Failure!;
        Assert.Equal((MailStep.Measure, kind), (failure.Step, failure.Kind));
    }

    [Fact]
    public async Task An_endless_line_after_the_sign_in_is_cut_off_and_the_sign_in_still_counts()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate }.On("LIST", Replies.EndlessLine("* LIST ")));
        var facts = await SignInAsync(server, MailProtocol.Imap);
        Assert.Equal(FailureKind.ResponseTooLarge, facts.SessionSteps[^1].Failure!.Kind);
        Assert.Equal(SignInOutcome.Accepted, facts.SignIn.Outcome);
    }

    [Theory]
    [InlineData(MailProtocol.Imap, false)]
    [InlineData(MailProtocol.Imap, true)]
    [InlineData(MailProtocol.Pop3, false)]
    [InlineData(MailProtocol.Pop3, true)]
    public async Task A_password_that_was_sent_and_not_answered_is_said_to_have_been_sent(MailProtocol protocol, bool hangsUp)
    {
        var reply = hangsUp ? Replies.Close : Replies.Silence;
        MailScript script = protocol == MailProtocol.Imap
            ? new ImapScript { ImplicitTls = _certificate }.On("AUTHENTICATE", reply) : new Pop3Script { ImplicitTls = _certificate }.On("AUTH", reply);
        await using var server = ScriptedMailServer.Start(script);
        var signIn = (await Loopback.AssessAsync(server, protocol, ConnectionSecurity.ImplicitTls, _authority.Root, Loopback.Credentials, deadlineSeconds: 1)).SignIn;
        Assert.Equal((SignInOutcome.Unanswered, "PLAIN"), (signIn.Outcome, signIn.Mechanism));
        Assert.Equal(hangsUp ? SignInReason.ConnectionFailed : SignInReason.DeadlineReached, signIn.Reason);
    }

    [Fact]
    public async Task A_callers_cancellation_in_the_middle_of_a_sign_in_closes_the_connection()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate }.On("AUTH", Replies.Silence));
        using var assessor = Loopback.Assessor(_authority.Root);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var run = assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Pop3, server.Port, ConnectionSecurity.ImplicitTls)], Loopback.Credentials), null, caller.Token);
        var connection = await server.NextConnectionAsync(Cancel);
        await connection.Transcript.LineAsync("AUTH PLAIN").WaitAsync(Cancel);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await connection.Finished.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task A_refusal_behind_the_sign_in_is_scrubbed_before_it_is_cut()
    {
        await using var server = ScriptedMailServer.Start(
            new Pop3Script { ImplicitTls = _certificate, Password = "S3cretPassw0rd!" }.On("STAT", $"-ERR {new string('x', 500)}S3cretPassw0rd!\r\n"));
        var facts = await SignInAsync(server, MailProtocol.Pop3, Credentials.WithPassword(Loopback.Jane, new Secret("S3cretPassw0rd!")));
        Assert.Equal(MailStep.OpenMailbox, facts.SessionSteps[^1].Step);
        Assert.DoesNotContain("S3cret", Json.Of(facts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pop3_server_that_takes_tokens_only_is_not_sent_a_password()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate, Mechanisms = ["XOAUTH2"] }.On("CAPA", "+OK\r\nTOP\r\nUIDL\r\nSASL XOAUTH2\r\n.\r\n"));
        var signIn = (await SignInAsync(server, MailProtocol.Pop3)).SignIn;
        Assert.Equal((SignInOutcome.NotAttempted, SignInReason.AuthOauthOnly), (signIn.Outcome, signIn.Reason!.Value));
        Assert.DoesNotContain((await server.NextConnectionAsync(Cancel)).Received, line => line.Text.StartsWith("USER", StringComparison.Ordinal));
    }

    private async Task<EndpointFacts> SignInAsync(ScriptedMailServer server, MailProtocol protocol, Credentials? credentials = null) =>
        await Loopback.AssessAsync(server, protocol, ConnectionSecurity.ImplicitTls, _authority.Root, credentials ?? Loopback.Credentials);

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
