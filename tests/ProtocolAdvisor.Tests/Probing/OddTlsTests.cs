using System.Diagnostics;
using System.Security.Authentication;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Probing;

/// <summary>TLS as old, weak and private servers speak it, down to the finding that names it.</summary>
public sealed class OddTlsTests : IDisposable
{
    private readonly TestCertificates _authority = new();

    [Theory]
    [InlineData(ConnectionSecurity.ImplicitTls)]
    [InlineData(ConnectionSecurity.StartTls)]
    public async Task A_server_that_knows_nothing_newer_than_tls_1_1_is_told_from_a_broken_one(ConnectionSecurity security)
    {
        using var certificate = _authority.Good("127.0.0.1");
#pragma warning disable SYSLIB0039, CA5397 // what the test is about
        var (code, probe) = await FirstFindingAsync(Script(certificate, security, SslProtocols.Tls11), security);
#pragma warning restore SYSLIB0039, CA5397
        Assert.Equal((MailStep.TlsHandshake, FailureKind.TlsFailed), (probe.Failure!.Step, probe.Failure.Kind));
        Assert.True(probe.LegacyTlsOnly);
        Assert.Equal(FindingCode.TlsLegacyOnly, code);
    }

    [Fact]
    public async Task A_server_that_takes_tls_1_1_beside_newer_ones_is_told_so()
    {
        using var certificate = _authority.Good("127.0.0.1");
#pragma warning disable SYSLIB0039, CA5397 // what the test is about
        var old = Script(certificate, ConnectionSecurity.ImplicitTls, SslProtocols.Tls11);
#pragma warning restore SYSLIB0039, CA5397
        var current = Script(certificate, ConnectionSecurity.ImplicitTls, SslProtocols.Tls12);
        await using var server = ScriptedMailServer.Start(connection => connection.Number == 1 ? current.PlayAsync(connection) : old.PlayAsync(connection));
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls, _authority.Root);
        Assert.True(facts.Probe.Usable);
        Assert.Contains(Diagnosis.Of(Facts.Run(facts), null), x => x.Code == FindingCode.TlsLegacyOffered);
    }

    // On a machine with much to do nothing is quick: what holds for its handshakes holds for its refusals.
    [Fact]
    public async Task A_server_that_is_slow_with_every_handshake_is_given_time_for_this_one_as_well()
    {
        using var certificate = _authority.Good("127.0.0.1");
        var current = Script(certificate, ConnectionSecurity.ImplicitTls, SslProtocols.Tls12);
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await Task.Delay(connection.Number == 1 ? 400 : 900, connection.Stopped);
            if (connection.Number == 1) await current.PlayAsync(connection);
            else await connection.WriteAsync(new byte[] { 0x15, 3, 1, 0, 2, 2, 70 }); // alert: protocol_version
        });
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls, _authority.Root);
        Assert.Equal(false, facts.Probe.LegacyTlsOffered);
        Assert.Empty(Unjudged.Of(Facts.Run(facts)));
    }

    [Fact]
    public async Task Silence_to_the_question_for_old_tls_says_nothing_and_is_not_waited_for_long()
    {
        using var certificate = _authority.Good("127.0.0.1");
        var current = Script(certificate, ConnectionSecurity.ImplicitTls, SslProtocols.Tls12);
        await using var server = ScriptedMailServer.Start(connection => connection.Number == 1 ? current.PlayAsync(connection) : connection.StaySilentAsync());
        var start = Stopwatch.GetTimestamp();
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls, _authority.Root);
        Assert.True(facts.Probe.Usable);
        Assert.Null(facts.Probe.LegacyTlsOffered);
        Assert.Equal([FindingCode.TlsLegacyOffered], Unjudged.Of(Facts.Run(facts)));
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, EndpointProbe.LegacyLimit - TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Old_tls_is_asked_for_when_the_probe_and_the_session_are_over(bool signsIn)
    {
        using var certificate = _authority.Good("127.0.0.1");
        var script = Script(certificate, ConnectionSecurity.ImplicitTls, SslProtocols.Tls12);
        var (current, most) = (0, 0);
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref current));
            try
            {
                await (connection.Number == 1 ? script.PlayAsync(connection) : connection.StaySilentAsync());
            }
            finally
            {
                Interlocked.Decrement(ref current);
            }
        });
        var facts = await Loopback.AssessAsync(
            server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls, _authority.Root, signsIn ? Loopback.Credentials : null);
        Assert.True(facts.Probe.Usable);
        Assert.Equal(2, server.Connections.Count);
        if (signsIn) Assert.Equal(1, most); // without a session the server may still be about to notice that the probe has left

        static void InterlockedMax(ref int most, int now)
        {
            if (now > most) Interlocked.Exchange(ref most, now);
        }
    }

    [Fact]
    public async Task Dovecot_as_it_comes_takes_no_old_tls()
    {
        await using var server = await DovecotServer.StartAsync();
        using var assessor = Loopback.Assessor(server.Authority.Root);
        var facts = await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server)), null, TestContext.Current.CancellationToken);
        Assert.All(facts.Endpoints, x => Assert.True(x.Probe is { Usable: true, LegacyTlsOffered: null or false }));
        Assert.Single(facts.Endpoints, x => x.Probe.LegacyTlsOffered == false);
        Assert.Empty(Unjudged.Of(facts));
    }

    [Fact]
    public async Task A_broken_handshake_is_not_taken_for_an_old_server()
    {
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await connection.ReadBytesAsync(5);
            await connection.WriteAsync(new byte[] { 0x15, 3, 3, 0, 2, 2, 40 }); // alert: handshake_failure
        });
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls, _authority.Root);
        Assert.Equal(FailureKind.TlsFailed, facts.Probe.Failure!.Kind);
        Assert.False(facts.Probe.LegacyTlsOnly);
    }

    [Fact]
    public async Task A_server_that_falls_silent_when_asked_for_old_tls_does_not_prolong_the_probe_for_long()
    {
        using var certificate = _authority.Good("127.0.0.1");
        var script = new ImapScript { StartTls = certificate }.On(MailScript.AtTlsHandshake, async command =>
        {
            await command.Connection.ReadBytesAsync(5); // an alert before the hello would be an injection
            await command.Connection.WriteAsync(new byte[] { 0x15, 3, 3, 0, 2, 2, 40 });
            await command.Connection.StaySilentAsync();
        });
        await using var server = ScriptedMailServer.Start(connection => connection.Number == 1 ? script.PlayAsync(connection) : connection.StaySilentAsync());
        var start = Stopwatch.GetTimestamp();
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls, _authority.Root);

        Assert.Equal(2, server.Connections.Count);
        Assert.False(facts.Probe.LegacyTlsOnly);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, EndpointProbe.LegacyLimit + TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_wants_our_certificate_is_named(SslProtocols version)
    {
        using var certificate = _authority.Good("127.0.0.1");
        var script = new ImapScript { ImplicitTls = certificate, TlsProtocols = version, WantsClientCertificate = true };
        var (code, _) = await FirstFindingAsync(script, ConnectionSecurity.ImplicitTls);
        Assert.Equal(FindingCode.TlsClientCertRequired, code);
    }

    [Fact]
    public async Task Weak_keys_and_signatures_are_seen_although_the_platform_accepts_them()
    {
        using var key = _authority.WeakKey("127.0.0.1");
        using var signature = _authority.Sha1Signed("127.0.0.1");
        Assert.Contains(CertificateStatus.WeakKey, await StatusAsync(key));
        Assert.Contains(CertificateStatus.WeakSignature, await StatusAsync(signature));
    }

    [Fact]
    public async Task Nothing_is_fetched_from_addresses_that_a_certificate_names()
    {
        await using var trap = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        using var certificate = _authority.Issue(new() { Names = ["127.0.0.1"], Chain = ChainKind.IntermediateMissing, FetchUrl = $"http://127.0.0.1:{trap.Port}/issuer" });
        Assert.Equal([CertificateStatus.ChainIncomplete], await StatusAsync(certificate));
        Assert.Empty(trap.Connections);
    }

    private async Task<IReadOnlyList<CertificateStatus>> StatusAsync(TestCertificate certificate)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate });
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.ImplicitTls, _authority.Root);
        return facts.Probe.Tls!.Certificate.Status;
    }

    private async Task<(FindingCode Code, ProbeResult Probe)> FirstFindingAsync(MailScript script, ConnectionSecurity security)
    {
        await using var server = ScriptedMailServer.Start(script);
        using var assessor = Loopback.Assessor(_authority.Root);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, security)]), null, TestContext.Current.CancellationToken);
        return (Diagnosis.Of(facts, null)[0].Code, facts.Endpoints[0].Probe);
    }

    private static ImapScript Script(TestCertificate certificate, ConnectionSecurity security, SslProtocols versions) => new()
    {
        ImplicitTls = security == ConnectionSecurity.ImplicitTls ? certificate : null,
        StartTls = security == ConnectionSecurity.StartTls ? certificate : null,
        TlsProtocols = versions,
    };

    public void Dispose() => _authority.Dispose();
}
