using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>From a real Dovecot to the advice and the findings: what a user of such a server is told.</summary>
public sealed class WholeWayTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Usage OnePlace = new() { Devices = 1, People = 1, Webmail = false, ServerFolders = false, Priority = Priority.Speed, Backup = Backup.Regular };

    [Fact]
    public async Task Where_pop3_is_switched_off_imap_is_left_and_the_closed_ports_are_named()
    {
        await using var server = await DovecotServer.StartAsync(new() { Listeners = [DovecotListener.Imap, DovecotListener.Imaps] });
        using var off = ScriptedServers.DeadPort.Refusing();
        MailEndpoint[] endpoints =
        [
            Loopback.Endpoint(MailProtocol.Imap, server.Port(DovecotListener.Imaps), ConnectionSecurity.ImplicitTls),
            Loopback.Endpoint(MailProtocol.Pop3, off.Port, ConnectionSecurity.ImplicitTls),
        ];
        var (advice, findings) = await JudgeAsync(server, endpoints);

        Assert.Equal(MailProtocol.Imap, advice.Protocol);
        Assert.Contains(advice.Reasons, reason => reason is { Code: ReasonCode.NoUsableEndpoint, Favours: MailProtocol.Imap });
        Assert.Contains(findings, finding => finding is { Code: FindingCode.TcpRefused, Protocol: MailProtocol.Pop3 });
    }

    [Fact]
    public async Task A_full_quota_is_found_and_speaks_for_pop3_which_frees_the_server()
    {
        await using var server = await DovecotServer.StartAsync(new() { Quota = "100K" });
        var content = await server.FillAsync(Loopback.Jane, new MailboxPlan { Messages = 100, Sizes = MailSizes.Tiny, InboxOnly = true });
        Assert.True(content.Bytes > 100 << 10);
        var (advice, findings) = await JudgeAsync(server, Loopback.EndpointsOf(server));

        Assert.Contains(findings, finding => finding.Code == FindingCode.QuotaFull);
        Assert.Contains(advice.Reasons, reason => reason.Code == ReasonCode.QuotaPressure);
        Assert.Equal((MailProtocol.Pop3, 0), (advice.Protocol, advice.Plan.LeaveOnServerDays));
    }

    [Fact]
    public async Task An_expired_certificate_leaves_nothing_to_recommend_and_says_so_first()
    {
        using var authority = new ScriptedServers.TestCertificates();
        using var certificate = authority.Expired("127.0.0.1");
        await using var server = await DovecotServer.StartAsync(new() { Certificate = certificate });
        using var assessor = Loopback.Assessor(authority.Root);
        var facts = await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server), Loopback.Credentials), null, Cancel);
        var advice = Advisor.Advise(OnePlace, KnownFacts.From(facts));

        Assert.Null(advice.Protocol);
        Assert.Equal(FindingCode.CertExpired, Diagnosis.Of(facts, advice)[0].Code);
        Assert.All(facts.Endpoints, endpoint => Assert.Equal(SignInReason.EndpointNotUsable, endpoint.SignIn.Reason));
    }

    private static async Task<(Recommendation Advice, IReadOnlyList<Finding> Findings)> JudgeAsync(DovecotServer trusted, IReadOnlyList<MailEndpoint> endpoints)
    {
        using var assessor = Loopback.Assessor(trusted.Authority.Root);
        var facts = await assessor.AssessAsync(Loopback.Subject(endpoints, Loopback.Credentials), null, Cancel);
        var advice = Advisor.Advise(OnePlace, KnownFacts.From(facts));
        return (advice, Diagnosis.Of(facts, advice));
    }
}
