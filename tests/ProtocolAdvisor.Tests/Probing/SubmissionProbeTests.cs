using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
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
    public async Task A_usual_server_is_usable_and_costs_no_round_trip_too_many(ConnectionSecurity security, int roundTripsAfterTls)
    {
        await using var server = ScriptedMailServer.Start(At(security).PlayAsync);
        var facts = await Loopback.AssessAsync(server, MailProtocol.Submission, security, _authority.Root);

        Assert.True(facts.Probe.Usable, Json.Of(facts.Probe));
        Assert.Equal(["PLAIN", "LOGIN"], facts.Probe.Capabilities!.SaslMechanisms);
        Assert.Equal("52428800", facts.Probe.Capabilities.Argument("SIZE"));
        Assert.Equal("Postfix", facts.Probe.Implementation);
        var told = facts.Probe.Steps.Where(x => x.Step is not (MailStep.Resolve or MailStep.Connect or MailStep.TlsHandshake)).Sum(x => x.RoundTrips);
        Assert.Equal(roundTripsAfterTls, told);
        Assert.Equal("QUIT", server.Connections[0].Received[^1].Text);
        Assert.All(server.Connections[0].Received.Where(x => x.Text.StartsWith("EHLO", StringComparison.Ordinal)), x => Assert.Equal("EHLO [127.0.0.1]", x.Text));
    }

    private PlainSmtp At(ConnectionSecurity security) => new()
    {
        ImplicitTls = security == ConnectionSecurity.ImplicitTls ? _certificate : null,
        StartTls = security == ConnectionSecurity.StartTls ? _certificate : null,
    };

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
