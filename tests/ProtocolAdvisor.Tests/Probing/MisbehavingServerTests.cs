using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Probing;

/// <summary>What no sane server does: each gets its named failure, and none takes the probe longer than its limits.</summary>
public sealed class MisbehavingServerTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public MisbehavingServerTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData("* BYE too many connections from your address\r\n", FailureKind.GreetingRejected, null)]
    [InlineData("+OK POP3 ready\r\n", FailureKind.WrongProtocol, SpokenProtocol.Pop3)]
    [InlineData("220 mail.example.com ESMTP\r\n", FailureKind.WrongProtocol, SpokenProtocol.Smtp)]
    [InlineData("220 FTP server ready\r\n", FailureKind.WrongProtocol, SpokenProtocol.Ftp)]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n", FailureKind.WrongProtocol, SpokenProtocol.Ssh)]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", FailureKind.WrongProtocol, SpokenProtocol.Http)]
    [InlineData("\u0000\u0001\u0002 what is this\r\n", FailureKind.WrongProtocol, SpokenProtocol.Unknown)]
    public async Task A_greeting_that_is_none_is_named(string greeting, FailureKind kind, SpokenProtocol? spoken)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript().On(MailScript.AtGreeting, greeting));
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls)).Probe;

        Assert.Equal((MailStep.Greeting, kind), (probe.Failure!.Step, probe.Failure.Kind));
        Assert.Equal(spoken, probe.Spoken);
        Assert.Null(probe.Greeting);
    }

    [Fact]
    public async Task A_refusing_pop3_greeting_keeps_its_reason()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { Greeting = "-ERR [SYS/TEMP] listed at bl.example.net" });
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Pop3, ConnectionSecurity.StartTls)).Probe;
        Assert.Equal((FailureKind.GreetingRejected, "-ERR [SYS/TEMP] listed at bl.example.net"), (probe.Failure!.Kind, probe.Failure.Reply));
    }

    [Fact]
    public async Task A_text_banner_where_tls_was_expected_is_named()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls)).Probe;
        Assert.Equal((MailStep.TlsHandshake, FailureKind.WrongProtocol), (probe.Failure!.Step, probe.Failure.Kind));
        Assert.Equal(SpokenProtocol.Imap, probe.Spoken);
    }

    [Fact]
    public async Task A_web_server_that_waits_to_be_asked_is_named_without_its_words()
    {
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await connection.ReadBytesAsync(1);
            await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nServer: secret-internal-name\r\n\r\n");
            await connection.CloseAsync();
        });
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls)).Probe;
        Assert.Equal((FailureKind.WrongProtocol, SpokenProtocol.Http), (probe.Failure!.Kind, probe.Spoken!.Value));
        Assert.DoesNotContain("internal", Json.Of(probe), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tls_on_a_clear_port_is_named()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _certificate });
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls)).Probe;
        Assert.Equal((MailStep.Greeting, FailureKind.WrongProtocol, SpokenProtocol.Tls), (probe.Failure!.Step, probe.Failure.Kind, probe.Spoken!.Value));
    }

    [Fact]
    public async Task Silence_after_the_connection_is_a_greeting_that_timed_out()
    {
        await using var server = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Pop3, ConnectionSecurity.Cleartext, deadlineSeconds: 9)).Probe;
        Assert.Equal((MailStep.Greeting, FailureKind.TimedOut), (probe.Failure!.Step, probe.Failure.Kind));
        Assert.InRange(probe.Failure.ElapsedMs, 6_500, 8_500); // as long as the run allows
    }

    [Theory]
    [InlineData(MailScript.AtGreeting, MailStep.Greeting)]
    [InlineData("CAPABILITY", MailStep.Capability)]
    [InlineData("STARTTLS", MailStep.StartTls)]
    [InlineData(MailScript.AtTlsHandshake, MailStep.TlsHandshake)]
    public async Task Silence_at_any_step_ends_at_the_deadline_and_names_the_step(string at, MailStep expected)
    {
        await using var server = ScriptedMailServer.Start(
            new ImapScript { StartTls = _certificate, Greeting = at == "CAPABILITY" ? "* OK hello" : "* OK [CAPABILITY {capabilities}] hello" }.On(at, Replies.Silence));
        var endpoint = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls, deadlineSeconds: 1);
        Assert.Equal((expected, FailureKind.DeadlineReached), (endpoint.Probe.Failure!.Step, endpoint.Probe.Failure.Kind));
    }

    [Theory]
    [InlineData(MailScript.AtGreeting, MailStep.Greeting)]
    [InlineData("STARTTLS", MailStep.StartTls)]
    [InlineData(MailScript.AtTlsHandshake, MailStep.TlsHandshake)]
    public async Task Hanging_up_or_resetting_at_any_step_names_the_step(string at, MailStep expected)
    {
        foreach (var reply in new[] { Replies.Close, Replies.Reset })
        {
            await using var server = ScriptedMailServer.Start(new ImapScript { StartTls = _certificate }.On(at, reply));
            var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls)).Probe;
            Assert.Equal(FailureKind.ConnectionReset, probe.Failure!.Kind);

            // A reset right after the connection may arrive before we have looked at it.
            var raced = at == MailScript.AtGreeting && probe.Failure.Step == MailStep.Connect;
            Assert.True(raced || probe.Failure.Step == expected, $"at {probe.Failure.Step}");
        }
    }

    [Fact]
    public async Task A_line_without_end_is_cut_off()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript().On(MailScript.AtGreeting, Replies.EndlessLine()));
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls)).Probe;
        Assert.Equal(FailureKind.ResponseTooLarge, probe.Failure!.Kind);
    }

    [Fact]
    public async Task Lines_without_end_are_cut_off()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { Greeting = "* OK hello" }.On("CAPABILITY", Replies.EndlessLines()));
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.Cleartext)).Probe;
        Assert.Equal((MailStep.Capability, FailureKind.ResponseTooLarge), (probe.Failure!.Step, probe.Failure.Kind));
    }

    [Fact]
    public async Task Garbage_for_capabilities_is_a_protocol_violation_that_shows_the_line()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { Greeting = "* OK hello" }.On("CAPABILITY", "]]> \u001b[31mred\r\n"));
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.Cleartext)).Probe;
        Assert.Equal((FailureKind.ProtocolViolation, "]]> \\u001B[31mred"), (probe.Failure!.Kind, probe.Failure.Reply));
    }

    [Theory]
    [InlineData(MailProtocol.Imap)]
    [InlineData(MailProtocol.Pop3)]
    public async Task Bytes_behind_the_starttls_ok_are_an_injection_and_no_handshake_is_begun(MailProtocol protocol)
    {
        MailScript script = protocol == MailProtocol.Imap
            ? new ImapScript { StartTls = _certificate, InjectedBeforeTls = "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" }
            : new Pop3Script { StartTls = _certificate, InjectedBeforeTls = "+OK injected\r\n" };
        await using var server = ScriptedMailServer.Start(script);
        var probe = (await Loopback.AssessAsync(server, protocol, ConnectionSecurity.StartTls, _authority.Root)).Probe;

        Assert.Equal((MailStep.StartTls, FailureKind.ProtocolViolation), (probe.Failure!.Step, probe.Failure.Kind));
        Assert.Equal(StepOutcome.NotAttempted, probe.Steps.First(step => step.Step == MailStep.TlsHandshake).Outcome);
    }

    [Fact]
    public async Task Starttls_that_is_offered_and_refused_is_told_from_one_that_is_not_offered()
    {
        await using var refusing = ScriptedMailServer.Start(new ImapScript { StartTls = _certificate }.On("STARTTLS", "{tag} NO no certificate\r\n"));
        await using var lacking = ScriptedMailServer.Start(new ImapScript());
        var refused = (await Loopback.AssessAsync(refusing, MailProtocol.Imap, ConnectionSecurity.StartTls)).Probe.Failure!;
        var missing = (await Loopback.AssessAsync(lacking, MailProtocol.Imap, ConnectionSecurity.StartTls)).Probe.Failure!;

        Assert.Equal((FailureKind.StartTlsRefused, "NO no certificate"), (refused.Kind, refused.Reply));
        Assert.Equal(FailureKind.CapabilityMissing, missing.Kind);
    }

    [Fact]
    public async Task A_pop3_server_that_drops_what_was_sent_ahead_is_asked_again()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { StartTls = _certificate, DropPipelinedInput = true });
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Pop3, ConnectionSecurity.StartTls, _authority.Root)).Probe;
        Assert.True(probe.Usable);
        Assert.True(probe.Capabilities!.Has("USER"));
    }

    [Fact]
    public async Task A_pop3_server_that_is_only_slow_to_agree_on_tls_is_not_asked_twice()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { StartTls = _certificate }.On("STLS", async command =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), command.Connection.Stopped);
            await command.ReplyAsync("+OK begin TLS\r\n");
            await command.Connection.UpgradeToTlsAsync(_certificate);
        }));
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Pop3, ConnectionSecurity.StartTls, _authority.Root)).Probe;
        Assert.True(probe.Usable);
    }

    [Theory]
    [InlineData(200, 5)]
    [InlineData(2, 400)]
    public async Task Capabilities_without_end_are_kept_up_to_a_bound(int tokensPerLine, int length)
    {
        var tokens = string.Join(' ', Enumerable.Repeat(new string('X', length), tokensPerLine));
        var lines = string.Concat(Enumerable.Repeat($"* CAPABILITY {tokens}\r\n", 150));
        await using var imap = ScriptedMailServer.Start(new ImapScript { Greeting = "* OK hello" }.On("CAPABILITY", lines + "{tag} OK done\r\n"));
        await using var greeting = ScriptedMailServer.Start(new ImapScript { Greeting = $"* OK [CAPABILITY {string.Join(' ', Enumerable.Repeat(tokens, 50))}] hello" });
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script().On("CAPA", $"+OK\r\n{string.Concat(Enumerable.Repeat(tokens + "\r\n", 150))}.\r\n"));
        foreach (var (server, protocol) in new[] { (imap, MailProtocol.Imap), (greeting, MailProtocol.Imap), (pop3, MailProtocol.Pop3) })
        {
            var kept = (await Loopback.AssessAsync(server, protocol, ConnectionSecurity.Cleartext)).Probe.Capabilities!.Lines;
            Assert.InRange(kept.Count, 1, 200);
            Assert.InRange(kept.Sum(line => line.Length), 1, 16 << 10);
        }
    }

    [Fact]
    public async Task A_server_whose_greeting_lists_nothing_is_asked_and_lists_the_same()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { StartTls = _certificate, Greeting = "* OK hello" });
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls, _authority.Root)).Probe;
        Assert.True(probe.Usable);
        Assert.True(probe.CapabilitiesBeforeTls!.Has("STARTTLS"));
        Assert.Equal([1, 1, 0, 1, 1], probe.Steps.Skip(2).Select(step => step.RoundTrips!.Value));
    }

    [Fact]
    public async Task A_preauth_greeting_is_kept_for_all_to_see()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { Greeting = "* PREAUTH [CAPABILITY {capabilities}] welcome" });
        var probe = (await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.Cleartext)).Probe;
        Assert.StartsWith("* PREAUTH", probe.Greeting, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
