using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Probing;

/// <summary>A late greeting is late, a refusal is a refusal, and what answers a question of ours is judged like any greeting.</summary>
public sealed class GreetingTests : IDisposable
{
    private static readonly (MailProtocol Protocol, ConnectionSecurity Security)[] Ports =
    [
        (MailProtocol.Imap, ConnectionSecurity.ImplicitTls), (MailProtocol.Imap, ConnectionSecurity.StartTls),
        (MailProtocol.Pop3, ConnectionSecurity.ImplicitTls), (MailProtocol.Pop3, ConnectionSecurity.StartTls),
    ];

    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public GreetingTests() => _certificate = _authority.Good("127.0.0.1");

    // Reverse DNS that does not answer: 6 s are common. The pause may come before the handshake, too.
    [Theory]
    [InlineData(MailScript.AtGreeting)]
    [InlineData(MailScript.AtTlsHandshake)]
    public async Task A_server_that_takes_six_seconds_to_greet_is_usable_on_every_port_and_slow(string at)
    {
        var ports = Ports.Where(x => at == MailScript.AtGreeting || x.Security == ConnectionSecurity.ImplicitTls).ToList();
        var probes = await ProbeAsync(ports, (script, protocol, security) => script.On(at, async command =>
        {
            await Task.Delay(TimeSpan.FromSeconds(6), command.Connection.Stopped);
            await (at == MailScript.AtTlsHandshake ? command.Connection.UpgradeToTlsAsync(_certificate) : command.ReplyAsync(Greeting(protocol, security)));
        }));

        Assert.All(probes, x => Assert.True(x.Probe.Usable, Json.Of(x.Probe)));
        var findings = Diagnosis.Of(Facts.Run([.. probes]), null);
        Assert.Equal(ports.Count, findings.Count(x => x is { Code: FindingCode.GreetingSlow, Severity: Severity.Low }));
        Assert.DoesNotContain(findings, x => x.Code is FindingCode.WrongProtocol or FindingCode.ClearSpokenToTlsPort or FindingCode.NoGreeting);
    }

    [Fact]
    public async Task A_greeting_that_trickles_in_byte_by_byte_is_waited_for()
    {
        var probes = await ProbeAsync(Ports, (script, protocol, security) => script.On(MailScript.AtGreeting, async command =>
        {
            foreach (var letter in System.Text.Encoding.ASCII.GetBytes(Greeting(protocol, security)))
            {
                await command.Connection.WriteAsync(new[] { letter });
                await Task.Delay(TimeSpan.FromSeconds(6.5) / Greeting(protocol, security).Length, command.Connection.Stopped);
            }
        }));
        Assert.All(probes, x => Assert.True(x.Probe.Usable, Json.Of(x.Probe)));
        Assert.All(Diagnosis.Of(Facts.Run([.. probes]), null), x => Assert.NotEqual(FindingCode.WrongProtocol, x.Code));
    }

    [Fact]
    public async Task A_greeting_that_begins_and_never_ends_is_told_as_far_as_it_came()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript().On(MailScript.AtGreeting, Replies.Text("* OK I was about to", Replies.Silence)));
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.Cleartext, deadlineSeconds: 8);
        Assert.Equal((FailureKind.TimedOut, "* OK I was about to"), (facts.Probe.Failure!.Kind, facts.Probe.Failure.Reply));
        Assert.Contains(Diagnosis.Of(Facts.Run(facts), null), x => x.Code == FindingCode.CommandUnanswered);
    }

    // It is asked over a second connection: on the first, a late mail server would take the question for a command.
    [Fact]
    public async Task A_web_server_that_waits_to_be_asked_over_tls_is_named_while_the_first_connection_is_left_alone()
    {
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await connection.UpgradeToTlsAsync(_certificate);
            await connection.ReadLineAsync();
            await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nServer: secret-internal-name\r\n\r\n");
            await connection.CloseAsync();
        });
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls, _authority.Root)).Probe;
        Assert.Equal((MailStep.Greeting, FailureKind.WrongProtocol, SpokenProtocol.Http), (probe.Failure!.Step, probe.Failure.Kind, probe.Spoken!.Value));
        Assert.DoesNotContain("internal", Json.Of(probe), StringComparison.Ordinal);
        Assert.Empty(server.Connections[0].Received);
    }

    [Theory]
    [InlineData(MailProtocol.Imap, "421 Server is busy, try again later.")]
    [InlineData(MailProtocol.Pop3, "421 4.3.2 mail.example.com Service not available, closing transmission channel")]
    [InlineData(MailProtocol.Pop3, "450 4.7.1 mailbox server overloaded")]
    [InlineData(MailProtocol.Imap, "* BYE Server Busy. Please try again later")]
    [InlineData(MailProtocol.Imap, "* NO [UNAVAILABLE] internal server error (#IS6530)")]
    [InlineData(MailProtocol.Pop3, "-ERR [SYS/TEMP] server too busy, try again")]
    public async Task A_busy_line_is_a_refusal_with_its_words_on_every_port(MailProtocol protocol, string line)
    {
        // On the TLS port in clear: a gatekeeper that knows no TLS.
        foreach (var security in new[] { ConnectionSecurity.StartTls, ConnectionSecurity.ImplicitTls })
        {
            await using var server = ScriptedMailServer.Start(async connection =>
            {
                await connection.WriteAsync(line + "\r\n");
                await connection.StaySilentAsync();
            });
            var facts = await Loopback.AssessAsync(server, protocol, security);
            Assert.Equal((FailureKind.GreetingRejected, line), (facts.Probe.Failure!.Kind, facts.Probe.Failure.Reply));
            Assert.Contains(Diagnosis.Of(Facts.Run(facts), null), x => x is { Code: FindingCode.ServerBusy, Severity: Severity.Blocking } && x.Shown() == line);
        }
    }

    [Theory]
    [InlineData("220 mail.example.com ESMTP")]
    [InlineData("554 No SMTP service here")]
    [InlineData("404 what")]
    public async Task An_smtp_server_that_is_not_busy_is_another_service(string line)
    {
        await using var server = ScriptedMailServer.StartSaying(line + "\r\n");
        Assert.Equal(FailureKind.WrongProtocol, (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls)).Probe.Failure!.Kind);
    }

    [Fact]
    public async Task A_goodbye_inside_the_list_of_capabilities_is_the_end_with_its_reason()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { Greeting = "* OK hello" }.On("CAPABILITY", "* BYE Autologout; idle for too long\r\n{tag} OK done\r\n"));
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.Cleartext);
        Assert.Equal((MailStep.Capability, FailureKind.ConnectionReset, "* BYE Autologout; idle for too long"), (facts.Probe.Failure!.Step, facts.Probe.Failure.Kind, facts.Probe.Failure.Reply));
        Assert.Equal("* BYE Autologout; idle for too long", Diagnosis.Of(Facts.Run(facts), null).Single(x => x.Code == FindingCode.ServerClosedEarly).Shown());
    }

    [Theory]
    [InlineData(MailProtocol.Pop3, "MAYBE later\r\n", "MAYBE later")]
    [InlineData(MailProtocol.Imap, "perhaps\r\n", "perhaps")]
    [InlineData(MailProtocol.Pop3, "+ERR no\r\n", "+ERR no")]
    public async Task Words_that_neither_agree_to_tls_nor_refuse_it_are_quoted_and_no_attack(MailProtocol protocol, string reply, string told)
    {
        MailScript script = protocol == MailProtocol.Imap ? new ImapScript { StartTls = _certificate }.On("STARTTLS", reply) : new Pop3Script { StartTls = _certificate }.On("STLS", reply);
        await using var server = ScriptedMailServer.Start(script);
        var facts = await Loopback.AssessAsync(server, protocol, ConnectionSecurity.StartTls);
        Assert.Equal((MailStep.StartTls, FailureKind.StartTlsRefused, told), (facts.Probe.Failure!.Step, facts.Probe.Failure.Kind, facts.Probe.Failure.Reply));
        Assert.DoesNotContain(Diagnosis.Of(Facts.Run(facts), null), x => x.Code == FindingCode.StarttlsInjection);
    }

    // Every answer takes as long: the second is not asked for again, or the server would take the question for the handshake.
    [Fact]
    public async Task A_pop3_server_that_thinks_three_seconds_about_everything_is_not_asked_twice()
    {
        await using var server = ScriptedMailServer.Start(
            new Pop3Script { StartTls = _certificate }.On("CAPA", Thought("+OK\r\nSTLS\r\nUIDL\r\n.\r\n")).On("STLS", async command =>
            {
                await Task.Delay(TimeSpan.FromSeconds(3), command.Connection.Stopped);
                await command.ReplyAsync("+OK begin TLS\r\n");
                await command.Connection.UpgradeToTlsAsync(_certificate);
                await command.Connection.ReadLineAsync();
                await command.ReplyAsync("+OK\r\nUIDL\r\n.\r\n");
            }));
        Assert.True((await Loopback.AssessAsync(server, MailProtocol.Pop3, ConnectionSecurity.StartTls, _authority.Root)).Probe.Usable);
    }

    private static Func<ScriptedCommand, Task> Thought(string reply) => async command =>
    {
        await Task.Delay(TimeSpan.FromSeconds(3), command.Connection.Stopped);
        await command.ReplyAsync(reply);
    };

    private async Task<IReadOnlyList<EndpointFacts>> ProbeAsync(
        IEnumerable<(MailProtocol Protocol, ConnectionSecurity Security)> ports, Func<MailScript, MailProtocol, ConnectionSecurity, MailScript> change) =>
        await Task.WhenAll(ports.Select(async port =>
        {
            var (implicitTls, startTls) = port.Security == ConnectionSecurity.ImplicitTls ? (_certificate, null) : ((TestCertificate?)null, _certificate);
            MailScript script = port.Protocol == MailProtocol.Imap ? new ImapScript { ImplicitTls = implicitTls, StartTls = startTls } : new Pop3Script { ImplicitTls = implicitTls, StartTls = startTls };
            await using var server = ScriptedMailServer.Start(change(script, port.Protocol, port.Security));
            return await Loopback.AssessAsync(server, port.Protocol, port.Security, _authority.Root);
        }));

    private static string Greeting(MailProtocol protocol, ConnectionSecurity security) => protocol == MailProtocol.Pop3 ? "+OK at last\r\n"
        : security == ConnectionSecurity.StartTls ? "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] at last\r\n" : "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] at last\r\n";

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
