using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>Signing in where mail is handed in: last, once, with what was accepted before, and without a word more.</summary>
public sealed class SubmissionSignInTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public SubmissionSignInTests() => _certificate = _authority.Good("127.0.0.1");

    [Fact]
    public async Task It_signs_in_by_one_line_and_leaves()
    {
        var (facts, commands) = await RunAsync(new SmtpScript { ImplicitTls = _certificate });
        var signIn = facts.SignIn;
        Assert.Equal((SignInOutcome.Accepted, "PLAIN", "235 2.7.0 signed in"), (signIn.Outcome, signIn.Mechanism, signIn.Reply));
        Assert.Equal(["EHLO", "AUTH", "QUIT"], commands.Select(x => x.Split(' ')[0]));
        Assert.Equal(1, Assert.Single(facts.SessionSteps).RoundTrips);
        var told = Json.Of(facts);
        Assert.DoesNotContain(Loopback.Password, told, StringComparison.Ordinal);
        Assert.DoesNotContain(commands[1].Split(' ')[2], told, StringComparison.Ordinal);
        Assert.Contains(facts.Probe.Conversation, x => x.Text == "AUTH PLAIN •••");
    }

    [Fact]
    public async Task It_comes_behind_the_measurements()
    {
        var measured = new List<bool>();
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        await using var smtp = ScriptedMailServer.Start(new SmtpScript { ImplicitTls = _certificate }.On("AUTH", async command =>
        {
            measured.Add(imap.Connections[0].IsClosed);
            await command.ReplyAsync("235 in\r\n");
        }));
        var facts = await AssessAsync(imap, smtp, Loopback.Credentials);
        Assert.Equal([true], measured);
        Assert.NotNull(facts.Imap!.Fetch);
    }

    [Fact]
    public async Task It_takes_the_way_that_is_offered()
    {
        var (facts, commands) = await RunAsync(new SmtpScript { ImplicitTls = _certificate, Mechanisms = ["LOGIN"] });
        Assert.Equal((SignInOutcome.Accepted, null, "LOGIN"), (facts.SignIn.Outcome, facts.SignIn.Reason, facts.SignIn.Mechanism));
        Assert.Equal("AUTH LOGIN", commands[1]);
        Assert.Equal(3, Assert.Single(facts.SessionSteps).RoundTrips);
    }

    [Theory]
    [InlineData("XOAUTH2")]
    [InlineData("OAUTHBEARER")]
    public async Task A_token_goes_by_the_ways_for_tokens(string mechanism)
    {
        var token = Credentials.WithAccessToken(Loopback.Jane, new Secret("ya29.token"));
        var imap = new ImapScript { ImplicitTls = _certificate, AccessToken = "ya29.token", Mechanisms = [mechanism] };
        var (facts, _) = await RunAsync(new SmtpScript { ImplicitTls = _certificate, AccessToken = "ya29.token", Mechanisms = [mechanism] }, imap, token);
        Assert.Equal((SignInOutcome.Accepted, mechanism), (facts.SignIn.Outcome, facts.SignIn.Mechanism));

        (facts, _) = await RunAsync(
            new SmtpScript { ImplicitTls = _certificate, Mechanisms = [mechanism], SignInReply = "535 5.7.8 no", TokenComplaint = """{"status":"401"}""" }, imap, token);
        Assert.Equal((SignInOutcome.Rejected, SignInReason.AuthTokenInvalid), (facts.SignIn.Outcome, facts.SignIn.Reason));
    }

    [Fact]
    public async Task A_password_that_no_server_for_reading_took_stays_here()
    {
        var (facts, commands) = await RunAsync(
            new SmtpScript { ImplicitTls = _certificate }, new ImapScript { ImplicitTls = _certificate, SignInReply = "NO no" });
        Assert.Equal((SignInOutcome.NotAttempted, SignInReason.IncomingNotAccepted), (facts.SignIn.Outcome, facts.SignIn.Reason));
        Assert.DoesNotContain(commands, x => x.StartsWith("AUTH", StringComparison.Ordinal));

        await using var alone = ScriptedMailServer.Start(new SmtpScript { ImplicitTls = _certificate });
        facts = await Loopback.AssessAsync(alone, MailProtocol.Submission, ConnectionSecurity.ImplicitTls, _authority.Root, Loopback.Credentials);
        Assert.Equal(SignInReason.IncomingNotAccepted, facts.SignIn.Reason);
    }

    [Fact]
    public async Task Whoever_counts_failed_sign_ins_is_asked_here_too()
    {
        var asked = new List<MailProtocol>();
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        await using var smtp = ScriptedMailServer.Start(new SmtpScript { ImplicitTls = _certificate });
        using var assessor = Loopback.Assessor(_authority.Root);
        MaySignIn guard = (endpoint, _, _) =>
        {
            asked.Add(endpoint.Protocol);
            return Task.FromResult(endpoint.Protocol.ReadsMail());
        };
        var facts = await assessor.AssessAsync(Subject(imap, smtp, Loopback.Credentials), null, guard, Cancel);
        Assert.Equal([MailProtocol.Imap, MailProtocol.Submission], asked);
        Assert.Equal(SignInReason.SignInHeldBack, facts.Endpoints[1].SignIn.Reason);
        Assert.DoesNotContain(smtp.Connections[0].Received, x => x.Text.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_password_goes_to_a_server_whose_certificate_is_not_to_be_trusted()
    {
        using var strangers = new TestCertificates();
        using var certificate = strangers.Good("127.0.0.1");
        var (facts, commands) = await RunAsync(new SmtpScript { ImplicitTls = certificate });
        Assert.Equal(SignInReason.EndpointNotUsable, facts.SignIn.Reason);
        Assert.DoesNotContain(commands, x => x.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_hung_up_while_it_waited_is_asked_anew()
    {
        var smtp = new SmtpScript { ImplicitTls = _certificate };
        smtp.On("EHLO", async command =>
        {
            await command.ReplyAsync("250-mail\r\n250 AUTH PLAIN\r\n");
            if (command.Connection.Number == 1) await command.Connection.CloseAsync();
        }).On("AUTH", "235 in\r\n");
        var imap = new ImapScript { ImplicitTls = _certificate, ShortestThought = TimeSpan.FromMilliseconds(20), LongestThought = TimeSpan.FromMilliseconds(21) };
        var (facts, _) = await RunAsync(smtp, imap);
        Assert.Equal(SignInOutcome.Accepted, facts.SignIn.Outcome);
    }

    [Theory]
    [InlineData("535 5.7.8 Error: authentication failed", SignInReason.AuthBadCredentials)]
    [InlineData("535 Incorrect authentication data", SignInReason.AuthBadCredentials)]
    [InlineData("535-5.7.8 Username and Password not accepted. For more information, go to\r\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials x - gsmtp", SignInReason.AuthBadCredentials)]
    [InlineData("534-5.7.9 Application-specific password required. For more information, go to\r\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor x - gsmtp", SignInReason.AuthAppPasswordRequired)]
    [InlineData("534-5.7.14 Please log in via your web browser and then try again.\r\n534 5.7.14 x - gsmtp", SignInReason.AuthWebLoginRequired)]
    [InlineData("534 5.7.9 Authentication mechanism is too weak", SignInReason.AuthMechanismRejected)]
    [InlineData("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.", SignInReason.AccountNotPermitted)]
    [InlineData("535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]", SignInReason.AuthBasicBlocked)]
    [InlineData("530 5.7.0 Must issue a STARTTLS command first", SignInReason.AuthTlsRequired)]
    [InlineData("538 5.7.11 Encryption required for requested authentication mechanism", SignInReason.AuthTlsRequired)]
    [InlineData("454 4.7.0 Temporary authentication failure", SignInReason.AuthTemporaryFailure)]
    [InlineData("421 4.7.0 Too many login attempts, try later", SignInReason.AuthRateLimited)]
    [InlineData("421 4.3.2 System not accepting network messages", SignInReason.AuthTemporaryFailure)]
    [InlineData("432 4.7.12 A password transition is needed", SignInReason.AuthWebLoginRequired)]
    [InlineData("525 5.7.13 User Account Disabled", SignInReason.AccountSuspended)]
    [InlineData("550 5.7.1 Sending is not allowed for this account", SignInReason.AccountNotPermitted)]
    [InlineData("504 5.5.4 Unrecognized authentication type", SignInReason.AuthMechanismRejected)]
    [InlineData("503 AUTH command used when not advertised", SignInReason.AuthMechanismRejected)]
    [InlineData("451 4.3.0 Internal error", SignInReason.AuthServerFault)]
    [InlineData("554 5.7.0 nope", SignInReason.AuthRefusedUnknown)]
    [InlineData("455 hm", SignInReason.AuthTemporaryFailure)]
    public async Task A_refusal_has_a_cause(string reply, SignInReason reason)
    {
        var (facts, commands) = await RunAsync(new SmtpScript { ImplicitTls = _certificate, SignInReply = reply });
        Assert.Equal((SignInOutcome.Rejected, reason), (facts.SignIn.Outcome, facts.SignIn.Reason));
        Assert.Single(commands, x => x.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.StartsWith(reply[..3], facts.SignIn.Reply, StringComparison.Ordinal);
        Assert.Equal(FailureKind.SignInRejected, facts.SessionSteps[0].Failure!.Kind);
    }

    [Theory]
    [InlineData("334 &&&\r\n", SignInOutcome.Unanswered, SignInReason.ConnectionFailed)]
    [InlineData("what\r\n", SignInOutcome.Unanswered, SignInReason.ConnectionFailed)]
    public async Task What_makes_no_sense_is_no_answer(string reply, SignInOutcome outcome, SignInReason reason)
    {
        var (facts, _) = await RunAsync((SmtpScript)new SmtpScript { ImplicitTls = _certificate }.On("AUTH", reply));
        Assert.Equal((outcome, reason), (facts.SignIn.Outcome, facts.SignIn.Reason));
        Assert.Equal(FailureKind.ProtocolViolation, facts.SessionSteps[0].Failure!.Kind);
    }

    [Theory]
    [InlineData(new[] { "CRAM-MD5" }, SignInReason.AuthLegacyMechanismsOnly)]
    [InlineData(new[] { "XOAUTH2" }, SignInReason.AuthOauthOnly)]
    [InlineData(new string[0], SignInReason.AuthNoUsableMechanism)]
    public async Task Where_no_way_fits_nothing_is_tried(string[] mechanisms, SignInReason reason)
    {
        var (facts, commands) = await RunAsync(new SmtpScript { ImplicitTls = _certificate, Mechanisms = mechanisms });
        Assert.Equal((SignInOutcome.NotAttempted, reason), (facts.SignIn.Outcome, facts.SignIn.Reason));
        Assert.Equal(["EHLO", "QUIT"], commands.Select(x => x.Split(' ')[0]));
    }

    // Over everything that a server may say, no transaction is ever begun, and nobody's address is asked for.
    [Fact]
    public async Task Nothing_is_ever_handed_in()
    {
        string[] ehlo = ["250 mail\r\n", "250-mail\r\n250-AUTH PLAIN\r\n250 PIPELINING\r\n", "502 no\r\n", "550 no\r\n", "x\r\n", "421 bye\r\n"];
        string[] auth = ["235 in\r\n", "250 ok\r\n", "334 \r\n", "503 send MAIL FROM first\r\n", "530 say MAIL\r\n", "354 go ahead\r\n", "220 ready\r\n", "421 bye\r\n", "x\r\n"];
        var heard = new List<string>();
        foreach (var script in ehlo.Select(x => new SmtpScript { ImplicitTls = _certificate }.On("EHLO", x)).Concat(auth.Select(x => new SmtpScript { ImplicitTls = _certificate }.On("AUTH", x))))
            heard.AddRange((await RunAsync((SmtpScript)script)).Commands);
        heard.AddRange((await RunAsync(new SmtpScript { ImplicitTls = _certificate, Mechanisms = ["LOGIN"] })).Commands);
        Assert.Contains(heard, x => x.StartsWith("AUTH PLAIN ", StringComparison.Ordinal));
        Assert.All(heard, x => Assert.True(x.Split(' ')[0] is "EHLO" or "HELO" or "AUTH" or "QUIT" || Convert.TryFromBase64String(x, new byte[x.Length], out _), x));
        Assert.DoesNotContain(heard, x => x.Split(' ')[0].ToUpperInvariant() is "MAIL" or "RCPT" or "DATA" or "BDAT" or "VRFY" or "EXPN" or "SEND");
    }

    private Task<AssessmentFacts> AssessAsync(ScriptedMailServer imap, ScriptedMailServer smtp, Credentials credentials)
    {
        var assessor = Loopback.Assessor(_authority.Root);
        return assessor.AssessAsync(Subject(imap, smtp, credentials), null, Cancel).ContinueWith(
            x =>
            {
                assessor.Dispose();
                return x.GetAwaiter().GetResult();
            },
            TaskScheduler.Default);
    }

    private static AssessmentSubject Subject(ScriptedMailServer imap, ScriptedMailServer smtp, Credentials credentials) => Loopback.Subject(
        [Loopback.Endpoint(MailProtocol.Submission, smtp.Port, ConnectionSecurity.ImplicitTls), Loopback.Endpoint(MailProtocol.Imap, imap.Port, ConnectionSecurity.ImplicitTls)],
        credentials, samples: 1);

    private async Task<(EndpointFacts Submission, IReadOnlyList<string> Commands)> RunAsync(SmtpScript script, ImapScript? imapScript = null, Credentials? credentials = null)
    {
        await using var imap = ScriptedMailServer.Start(imapScript ?? new ImapScript { ImplicitTls = _certificate });
        await using var smtp = ScriptedMailServer.Start(script);
        var facts = await AssessAsync(imap, smtp, credentials ?? Loopback.Credentials);
        await Task.WhenAll(smtp.Connections.Select(x => x.Finished)).WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        return (facts.Endpoints[1], [.. smtp.Connections.SelectMany(x => x.Received).Select(x => x.Text)]);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
