using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Probing;

/// <summary>What is learned of a server that takes mail in, and that its oddities are named.</summary>
public sealed class SubmissionProbeTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public SubmissionProbeTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData(ConnectionSecurity.ImplicitTls, 2)]
    [InlineData(ConnectionSecurity.StartTls, 4)]
    public async Task A_usual_server_is_usable_and_costs_no_round_trip_too_many(ConnectionSecurity security, int roundTripsBesideTls)
    {
        await using var server = ScriptedMailServer.Start(security == ConnectionSecurity.ImplicitTls ? new SmtpScript { ImplicitTls = _certificate } : new() { StartTls = _certificate });
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Submission, security, _authority.Root)).Probe;

        Assert.True(probe.Usable, Json.Of(probe));
        Assert.Equal(["PLAIN", "LOGIN"], probe.Capabilities!.SaslMechanisms);
        Assert.Equal(new SubmissionOffer(SizeOffer.Limited, 35_882_577, true, true, true, true), SubmissionOffer.Of(probe));
        Assert.Equal(roundTripsBesideTls, probe.Steps.Where(x => x.Step is not (MailStep.Resolve or MailStep.Connect or MailStep.TlsHandshake)).Sum(x => x.RoundTrips));
        await server.Connections[0].Finished.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            security == ConnectionSecurity.ImplicitTls ? ["EHLO [127.0.0.1]", "QUIT"] : ["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", "QUIT"],
            server.Connections[0].Received.Select(x => x.Text));
    }

    [Fact]
    public async Task A_greeting_of_several_lines_is_read_whole()
    {
        const string Greeting = "220-mail.example.com ESMTP Exim 4.96\r\n220-We do not authorize\r\n220 bulk e-mail";
        var probe = await ProbeAsync(new SmtpScript { StartTls = _certificate, Greeting = Greeting });
        Assert.True(probe.Usable, Json.Of(probe));
        Assert.Equal("220 mail.example.com ESMTP Exim 4.96 We do not authorize bulk e-mail", probe.Greeting);
        Assert.Equal("Exim", probe.Implementation);
    }

    [Theory]
    [InlineData("220 mx ESMTP Postfix (Debian/GNU)", "Postfix")]
    [InlineData("220 mx Microsoft ESMTP MAIL Service ready", "Microsoft Exchange")]
    [InlineData("220 smtp.gmail.com ESMTP x-20020a05600c - gsmtp", "Gmail")]
    [InlineData("220 sftp.example.com ESMTP", null)]
    public async Task The_software_is_named_as_it_names_itself(string greeting, string? software)
    {
        var probe = await ProbeAsync(new SmtpScript { StartTls = _certificate, Greeting = greeting });
        Assert.Equal((true, software), (probe.Usable, probe.Implementation));
    }

    [Theory]
    [InlineData("421 4.3.2 Service not available")]
    [InlineData("554 5.7.1 No SMTP service here")]
    [InlineData("552 Too many connections")]
    [InlineData("554-mail.example.com\r\n554 Your access to this mail system has been rejected")]
    [InlineData("450 4.7.1 Try again later")]
    public async Task A_refusal_in_the_greeting_is_told_with_its_words(string greeting)
    {
        foreach (var script in new[] { new SmtpScript { StartTls = _certificate, Greeting = greeting }, new() { ImplicitTls = _certificate, Greeting = greeting } })
        {
            var probe = await ProbeAsync(script);
            Assert.Equal((MailStep.Greeting, FailureKind.GreetingRejected), (probe.Failure!.Step, probe.Failure.Kind));
            Assert.EndsWith(greeting.Split("\r\n")[^1][4..], probe.Failure.Reply, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_refusal_that_breaks_off_is_a_refusal_all_the_same()
    {
        await using var server = ScriptedMailServer.Start(connection => connection.WriteAsync("554-go away\r\n"));
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Submission, ConnectionSecurity.StartTls)).Probe;
        Assert.Equal((FailureKind.GreetingRejected, "554-go away"), (probe.Failure!.Kind, probe.Failure.Reply));
    }

    [Fact]
    public async Task A_greeting_that_takes_its_time_is_waited_for()
    {
        var script = new SmtpScript { StartTls = _certificate };
        var probe = await ProbeAsync(script.On(MailScript.AtGreeting, async command =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3.2), command.Connection.Stopped);
            await command.ReplyAsync("220 late\r\n");
        }));
        Assert.True(probe.Usable, Json.Of(probe));
        Assert.Contains(Diagnosis.Of(Facts.Run(Known(probe)), null), x => x is { Code: FindingCode.GreetingSlow, Protocol: MailProtocol.Submission });
    }

    [Theory]
    [InlineData(ConnectionSecurity.ImplicitTls)]
    [InlineData(ConnectionSecurity.StartTls)]
    public async Task Where_EHLO_is_unknown_HELO_is_said(ConnectionSecurity security)
    {
        var probe = await ProbeAsync(security == ConnectionSecurity.ImplicitTls
            ? new SmtpScript { ImplicitTls = _certificate, KnowsEhlo = false } : new SmtpScript { StartTls = _certificate, KnowsEhlo = false });
        Assert.True(probe.Usable, Json.Of(probe));
        Assert.Empty(probe.Capabilities!.Lines);
        Assert.Equal("502 5.5.2 unknown or not now", probe.EhloRefusal);
        Assert.All(probe.Steps.Where(x => x.Step == MailStep.Capability), x => Assert.Equal(2, x.RoundTrips));
        Assert.Null(SubmissionOffer.Of(probe));
    }

    [Theory]
    [InlineData("550 5.7.1 Access denied\r\n", FailureKind.CommandRefused, "550 5.7.1 Access denied")]
    [InlineData("421 4.7.0 Too many connections\r\n", FailureKind.ConnectionReset, "421 4.7.0 Too many connections")]
    [InlineData("hello there\r\n", FailureKind.ProtocolViolation, "hello there")]
    [InlineData("250-a\r\n550 b\r\n", FailureKind.ProtocolViolation, "550 b")]
    [InlineData("250-a\r\n", FailureKind.TimedOut, null)]
    [InlineData("999 a\r\n", FailureKind.ProtocolViolation, "999 a")]
    public async Task What_is_no_answer_to_EHLO_is_named(string reply, FailureKind kind, string? words)
    {
        var probe = await ProbeAsync(new SmtpScript { ImplicitTls = _certificate }.On("EHLO", reply), deadlineSeconds: kind == FailureKind.TimedOut ? 5 : 15);
        Assert.Equal((MailStep.Capability, kind, words), (probe.Failure!.Step, probe.Failure.Kind, probe.Failure.Reply));
    }

    [Fact]
    public async Task Both_EHLO_and_HELO_may_be_refused()
    {
        var probe = await ProbeAsync(new SmtpScript { ImplicitTls = _certificate, KnowsEhlo = false }.On("HELO", "550 no\r\n"));
        Assert.Equal((FailureKind.CommandRefused, "550 no", null), (probe.Failure!.Kind, probe.Failure.Reply, probe.EhloRefusal));
    }

    [Fact]
    public async Task What_never_ends_is_cut()
    {
        foreach (var endless in new[] { Replies.EndlessLines("250-X-MORE\r\n"), Replies.EndlessLine("250-X"), Replies.EndlessLines("250-\r\n") })
        {
            var probe = await ProbeAsync(new SmtpScript { ImplicitTls = _certificate }.On("EHLO", endless));
            Assert.Equal((MailStep.Capability, FailureKind.ResponseTooLarge), (probe.Failure!.Step, probe.Failure.Kind));
        }

        var greeting = await ProbeAsync(new SmtpScript { StartTls = _certificate }.On(MailScript.AtGreeting, Replies.EndlessLines("220-more\r\n")));
        Assert.Equal((MailStep.Greeting, FailureKind.ResponseTooLarge), (greeting.Failure!.Step, greeting.Failure.Kind));
    }

    [Theory]
    [InlineData("454 4.7.0 TLS not available due to temporary reason\r\n", FailureKind.StartTlsRefused, FindingCode.StarttlsRefused)]
    [InlineData("220-ready\r\n220 go\r\n250 injected\r\n", FailureKind.ProtocolViolation, FindingCode.StarttlsInjection)]
    [InlineData("220 go\r\n250 injected\r\n", FailureKind.ProtocolViolation, FindingCode.StarttlsInjection)]
    public async Task What_goes_wrong_at_STARTTLS_is_named(string reply, FailureKind kind, FindingCode code)
    {
        var probe = await ProbeAsync(new SmtpScript { StartTls = _certificate }.On("STARTTLS", reply));
        Assert.Equal((MailStep.StartTls, kind), (probe.Failure!.Step, probe.Failure.Kind));
        Assert.Contains(Diagnosis.Of(Facts.Run(Known(probe)), null), x => x.Code == code && x.Protocol == MailProtocol.Submission);
    }

    [Fact]
    public async Task STARTTLS_that_is_not_offered_is_missing()
    {
        await using var server = ScriptedMailServer.Start(new SmtpScript());
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Submission, ConnectionSecurity.StartTls, _authority.Root)).Probe;
        Assert.Equal((MailStep.StartTls, FailureKind.CapabilityMissing), (probe.Failure!.Step, probe.Failure.Kind));
    }

    [Fact]
    public async Task Ways_to_sign_in_are_read_in_both_forms_and_what_is_offered_before_TLS_is_kept_apart()
    {
        var old = await ProbeAsync(new SmtpScript { StartTls = _certificate, AuthForms = ["AUTH="], SignInNeedsTls = false, Mechanisms = ["LOGIN", "PLAIN", "CRAM-MD5"] });
        Assert.Equal(["LOGIN", "PLAIN", "CRAM-MD5"], old.CapabilitiesBeforeTls!.SaslMechanisms);
        Assert.Equal(["LOGIN", "PLAIN", "CRAM-MD5"], old.Capabilities!.SaslMechanisms);
        var both = await ProbeAsync(new SmtpScript { StartTls = _certificate, AuthForms = ["AUTH ", "AUTH="] });
        Assert.Empty(both.CapabilitiesBeforeTls!.SaslMechanisms);
        Assert.Equal(["PLAIN", "LOGIN"], both.Capabilities!.SaslMechanisms);
    }

    [Theory]
    [InlineData(null, SizeOffer.NotTold, null)]
    [InlineData("SIZE", SizeOffer.Unlimited, null)]
    [InlineData("SIZE 0", SizeOffer.Unlimited, null)]
    [InlineData("SIZE 000", SizeOffer.Unlimited, null)]
    [InlineData("size 52428800", SizeOffer.Limited, 52_428_800L)]
    [InlineData("SIZE 99999999999999999999", SizeOffer.Unlimited, null)]
    [InlineData("SIZE 999999999999999999999999", SizeOffer.Unreadable, null)]
    [InlineData("SIZE -1", SizeOffer.Unreadable, null)]
    [InlineData("SIZE 10MB", SizeOffer.Unreadable, null)]
    public void The_largest_message_is_read_or_said_to_be_unreadable(string? line, SizeOffer size, long? bytes)
    {
        string[] lines = ["8BITMIME", .. line is null ? [] : new[] { line }];
        var offer = SubmissionOffer.Of(new ProbeResult { Endpoint = Endpoint, Steps = [], Capabilities = new CapabilitySet(lines) })!;
        Assert.Equal((size, bytes, true, false), (offer.Size, offer.MaxMessageBytes, offer.EightBitMime, offer.Dsn));
    }

    [Theory]
    [InlineData("220 ProFTPD FTP server ready\r\n", SpokenProtocol.Ftp)]
    [InlineData("* OK IMAP ready\r\n", SpokenProtocol.Imap)]
    [InlineData("+OK ready\r\n", SpokenProtocol.Pop3)]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n", SpokenProtocol.Ssh)]
    public async Task Another_service_on_the_port_is_named(string banner, SpokenProtocol spoken)
    {
        await using var server = ScriptedMailServer.StartSaying(banner);
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Submission, ConnectionSecurity.StartTls)).Probe;
        Assert.Equal((FailureKind.WrongProtocol, spoken), (probe.Failure!.Kind, probe.Spoken!.Value));
    }

    [Fact]
    public async Task A_hostile_server_hurts_nobody_beside_it()
    {
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        await using var hostile = ScriptedMailServer.Start(new SmtpScript { ImplicitTls = _certificate }.On("EHLO", Replies.Drip("250-x\r\n", TimeSpan.FromMilliseconds(50))));
        using var assessor = Loopback.Assessor(_authority.Root);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Endpoint with { Port = hostile.Port }, Loopback.Endpoint(MailProtocol.Imap, imap.Port, ConnectionSecurity.ImplicitTls)], Loopback.Credentials, deadlineSeconds: 6),
            null, TestContext.Current.CancellationToken);
        Assert.Equal([MailProtocol.Imap, MailProtocol.Submission], facts.Endpoints.Select(x => x.Probe.Endpoint.Protocol));
        Assert.NotNull(facts.Imap!.Fetch);
        Assert.Equal((MailStep.Capability, FailureKind.TimedOut), (facts.Endpoints[1].Probe.Failure!.Step, facts.Endpoints[1].Probe.Failure!.Kind));
    }

    private static MailEndpoint Endpoint => Loopback.Endpoint(MailProtocol.Submission, 465, ConnectionSecurity.ImplicitTls);

    private static EndpointFacts Known(ProbeResult probe) => new(probe, SignInResult.NotAttempted(SignInReason.NoCredentials), []);

    private async Task<ProbeResult> ProbeAsync(MailScript script, double deadlineSeconds = 15)
    {
        await using var server = ScriptedMailServer.Start(script);
        var security = script.ImplicitTls is null ? ConnectionSecurity.StartTls : ConnectionSecurity.ImplicitTls;
        return (await Loopback.AssessAsync(server, MailProtocol.Submission, security, _authority.Root, deadlineSeconds: deadlineSeconds)).Probe;
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
