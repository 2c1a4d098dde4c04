using System.Security.Authentication;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Probing;

/// <summary>Reconnaissance of a real Dovecot in each of the states that providers' servers are found in.</summary>
public sealed class DovecotProbeTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_healthy_endpoints_are_usable_and_cost_the_round_trips_they_must()
    {
        await using var server = await DovecotServer.StartAsync();
        var facts = await ProbeAsync(server, server.Authority);

        Assert.True(facts.Complete);
        Assert.All(facts.Endpoints, endpoint => Assert.True(endpoint.Probe.Usable));
        Assert.Equal([3, 5, 4, 5], facts.Endpoints.Select(endpoint => endpoint.Probe.Steps.Sum(step => step.RoundTrips ?? 0)));
        Assert.All(facts.Endpoints, endpoint => Assert.Equal("Dovecot", endpoint.Probe.Implementation));
        Assert.All(facts.Endpoints, endpoint => Assert.InRange(endpoint.Probe.RoundTripMs!.Value, 0.001, 50));
        Assert.All(facts.Endpoints, endpoint => Assert.Equal("1.3", endpoint.Probe.Tls!.Version));
    }

    [Fact]
    public async Task Capabilities_are_those_after_tls_and_those_before_are_kept()
    {
        // Dovecot takes a client from its own address for secure: we come from 127.0.0.1.
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.2");
        await using var server = await DovecotServer.StartAsync(new() { Address = System.Net.IPAddress.Parse("127.0.0.2"), Certificate = certificate });
        using var assessor = Loopback.Assessor(authority.Root);
        var facts = await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server, "127.0.0.2")), null, Cancel);
        var imap = facts.Endpoints[1].Probe;
        var pop3 = facts.Endpoints[3].Probe;

        Assert.True(imap.CapabilitiesBeforeTls!.Has("LOGINDISABLED"));
        Assert.False(imap.Capabilities!.Has("LOGINDISABLED"));
        Assert.Equal(["PLAIN", "LOGIN"], imap.Capabilities.SaslMechanisms);
        Assert.True(pop3.CapabilitiesBeforeTls!.Has("STLS"));
        Assert.False(pop3.CapabilitiesBeforeTls.Has("USER"));
        Assert.True(pop3.Capabilities!.Has("USER"));
        Assert.Equal(["PLAIN", "LOGIN"], pop3.Capabilities.SaslMechanisms);
    }

    [Fact]
    public async Task The_certificate_is_described()
    {
        await using var server = await DovecotServer.StartAsync();
        var certificate = (await ProbeAsync(server, server.Authority)).Endpoints[0].Probe.Tls!.Certificate;

        Assert.Equal([CertificateStatus.Trusted], certificate.Status);
        Assert.Contains("127.0.0.1", certificate.Names);
        Assert.Equal(("ecdsa", 256), (certificate.KeyType, certificate.KeyBits));
        Assert.Equal(64, certificate.Sha256.Length);
        Assert.True(certificate.NotBefore < DateTimeOffset.UtcNow && DateTimeOffset.UtcNow < certificate.NotAfter);
    }

    [Theory]
    [InlineData("expired", CertificateStatus.Expired)]
    [InlineData("not yet valid", CertificateStatus.NotYetValid)]
    [InlineData("wrong host", CertificateStatus.NameMismatch)]
    [InlineData("self-signed", CertificateStatus.SelfSigned)]
    [InlineData("stranger's", CertificateStatus.UntrustedIssuer)]
    [InlineData("incomplete", CertificateStatus.ChainIncomplete)]
    [InlineData("client's", CertificateStatus.WrongUsage)]
    public async Task A_bad_certificate_is_named_and_makes_the_endpoint_unusable(string kind, CertificateStatus expected)
    {
        using var authority = new TestCertificates();
        using var stranger = new TestCertificates("Stranger");
        using var certificate = kind switch
        {
            "expired" => authority.Expired("127.0.0.1"),
            "not yet valid" => authority.NotYetValid("127.0.0.1"),
            "wrong host" => authority.WrongHost(),
            "self-signed" => authority.SelfSigned("127.0.0.1"),
            "stranger's" => stranger.Good("127.0.0.1"),
            "incomplete" => authority.Issue(new() { Names = ["127.0.0.1"], Chain = ChainKind.IntermediateMissing, FetchUrl = "http://127.0.0.1:9/ca.der" }),
            _ => authority.NotForServers("127.0.0.1"),
        };
        await using var server = await DovecotServer.StartAsync(new() { Certificate = certificate });

        var facts = await ProbeAsync(server, authority);

        Assert.All(facts.Endpoints, endpoint => Assert.Null(endpoint.Probe.Failure));
        Assert.All(facts.Endpoints, endpoint => Assert.Equal([expected], endpoint.Probe.Tls!.Certificate.Status));
        Assert.All(facts.Endpoints, endpoint => Assert.False(endpoint.Probe.Usable));
    }

    [Fact]
    public async Task A_chain_with_its_intermediate_is_trusted()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.WithIntermediate("127.0.0.1");
        await using var server = await DovecotServer.StartAsync(new() { Certificate = certificate });
        Assert.All((await ProbeAsync(server, authority)).Endpoints, endpoint => Assert.True(endpoint.Probe.Usable));
    }

    [Fact]
    public async Task A_certificate_without_alternative_names_is_usable_and_said_to_lack_them()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.CommonNameOnly("127.0.0.1");
        await using var server = await DovecotServer.StartAsync(new() { Certificate = certificate });
        var facts = await ProbeAsync(server, authority);
        Assert.Contains(CertificateStatus.NoSan, facts.Endpoints[0].Probe.Tls!.Certificate.Status);
    }

    [Fact]
    public async Task Tls_1_2_is_reported_and_costs_one_round_trip_more()
    {
        await using var server = await DovecotServer.StartAsync(new() { MaxTls = SslProtocols.Tls12 });
        var probe = (await ProbeAsync(server, server.Authority)).Endpoints[0].Probe;

        Assert.Equal("1.2", probe.Tls!.Version);
        Assert.Equal(2, probe.Steps.Single(step => step.Step == MailStep.TlsHandshake).RoundTrips);
        Assert.True(probe.Usable);
    }

    [Fact]
    public async Task Without_tls_the_clear_ports_lack_the_capability_and_the_encrypted_ones_refuse()
    {
        var listeners = new[] { DovecotListener.Imap, DovecotListener.Pop3 };
        await using var server = await DovecotServer.StartAsync(new() { Tls = false, Listeners = listeners, PlaintextSignIn = true });
        using var assessor = Loopback.Assessor();
        var facts = await assessor.AssessAsync(
            Loopback.Subject([
                Loopback.Endpoint(MailProtocol.Imap, server.Port(DovecotListener.Imap), ConnectionSecurity.StartTls),
                Loopback.Endpoint(MailProtocol.Pop3, server.Port(DovecotListener.Pop3), ConnectionSecurity.StartTls),
                Loopback.Endpoint(MailProtocol.Imap, server.Port(DovecotListener.Imap), ConnectionSecurity.Cleartext),
            ]),
            null, Cancel);

        Assert.All(facts.Endpoints.Take(2), endpoint =>
            Assert.Equal((MailStep.StartTls, FailureKind.CapabilityMissing), (endpoint.Probe.Failure!.Step, endpoint.Probe.Failure.Kind)));
        var clear = facts.Endpoints[2].Probe;
        Assert.Null(clear.Failure);
        Assert.False(clear.Usable);
        Assert.False(clear.Capabilities!.Has("LOGINDISABLED"));
    }

    [Fact]
    public async Task A_closed_port_is_refused_and_later_steps_are_not_attempted()
    {
        await using var server = await DovecotServer.StartAsync(new() { Listeners = [DovecotListener.Imaps] });
        using var assessor = Loopback.Assessor(server.Authority.Root);
        var gone = ScriptedMailServer.Start(new Pop3Script());
        await gone.DisposeAsync();
        var facts = await assessor.AssessAsync(Loopback.Subject([Loopback.Endpoint(MailProtocol.Pop3, gone.Port, ConnectionSecurity.ImplicitTls)]), null, Cancel);

        var probe = facts.Endpoints[0].Probe;
        Assert.Equal((MailStep.Connect, FailureKind.ConnectionRefused), (probe.Failure!.Step, probe.Failure.Kind));
        Assert.Equal(
            [StepOutcome.Completed, StepOutcome.Failed, StepOutcome.NotAttempted, StepOutcome.NotAttempted, StepOutcome.NotAttempted],
            probe.Steps.Select(step => step.Outcome));
        Assert.Equal(StepOutcome.Failed, probe.Addresses.Single().Outcome);
    }

    private static async Task<AssessmentFacts> ProbeAsync(DovecotServer server, TestCertificates authority)
    {
        using var assessor = Loopback.Assessor(authority.Root);
        return await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server)), null, Cancel);
    }
}
