using System.Net;
using ProtocolAdvisor.Cluster.Probes;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>Whichever nodes work on an audit, its mail servers are visited as by one; and whoever else there is goes on where the node that visits them dies.</summary>
public sealed class SharedProbesTests : IAsyncDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly ScriptedDnsServer _dns = ScriptedDnsServer.Start();
    private readonly List<ScriptedMailServer> _servers = [];
    private readonly TaskCompletionSource _greet = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_visit_a_server_once_and_another_one_does_where_that_dies()
    {
        var known = Serve(new ImapScript { ImplicitTls = _authority.Good("mail.example.com") }, MailProtocol.Imap, "mail.example.com");
        var clear = Serve(new Pop3Script { StartTls = _authority.Good("pop.example.com"), SignInNeedsTls = false }, MailProtocol.Pop3, "pop.example.com", ConnectionSecurity.StartTls);
        var slow = Serve(
            new ImapScript { ImplicitTls = _authority.Good("slow.example.com") }.On(MailScript.AtGreeting, async x =>
            {
                await _greet.Task;
                await x.Connection.WriteAsync("* OK at last\r\n");
            }),
            MailProtocol.Imap, "slow.example.com");
        await using var cluster = await ThreeNodes.StartAsync(Options());
        await OnceAsync(cluster, [known, clear]);
        await AnewAsync(cluster, known);
        await OutliveAsync(cluster, slow);
        await AloneAsync(known);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        await _dns.DisposeAsync();
        _authority.Dispose();
    }

    // A probe and a question for old TLS; a probe and a question about USER. All three nodes tell both.
    private async Task OnceAsync(ThreeNodes cluster, IReadOnlyList<MailEndpoint> endpoints)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(x => AuditAsync(cluster.Nodes[x % 3], endpoints)));
        Assert.Equal([2, 2, 0], _servers.Select(x => x.Connections.Count));
        Assert.All(all, facts =>
        {
            Assert.All(facts, x => Assert.True(x.Usable));
            Assert.Equal([1, 1], facts.Select(x => x.Addresses.Count));
            Assert.StartsWith("+OK", facts[1].UserInClearReply, StringComparison.Ordinal);
            Assert.Equal(all[0][0].Steps.Select(x => x.ElapsedMs), facts[0].Steps.Select(x => x.ElapsedMs));
        });
    }

    private async Task AnewAsync(ThreeNodes cluster, MailEndpoint endpoint)
    {
        var audit = new AuditPoliteness { Since = TimeProvider.System.GetUtcNow() };
        for (var i = 0; i < 6; i++) await AuditAsync(cluster.Nodes[i % 3], [endpoint], audit);
        Assert.InRange(_servers[0].Connections.Count, 3, 4); // old TLS was refused a moment ago
    }

    // The third node probes when it is killed; the others, who wait for it, are told by one of them.
    private async Task OutliveAsync(ThreeNodes cluster, MailEndpoint endpoint)
    {
        var first = AuditAsync(cluster.Nodes[2], [endpoint]);
        await _servers[2].NextConnectionAsync(Stop);
        var others = cluster.Nodes.Take(2).Select(x => AuditAsync(x, [endpoint])).ToList();
        await cluster.KillAsync(2);
        await _servers[2].NextConnectionAsync(Stop).WaitAsync(TimeSpan.FromSeconds(15), Stop);
        _greet.SetResult();
        Assert.All(await Task.WhenAll(others), x => Assert.True(x[0].Usable));
        await first;
    }

    // A process that has not joined yet, or cannot be heard, works all the same.
    private async Task AloneAsync(MailEndpoint endpoint)
    {
        var before = _servers[0].Connections.Count;
        using var alone = new MailboxAssessor(Options(), TimeProvider.System, (_, limits) => new LocalGate(limits, TimeProvider.System), new MailHostNodes(new(), TimeProvider.System).AskAsync);
        Assert.True((await AuditAsync(alone, [endpoint], new AuditPoliteness()))[0].Usable);
        Assert.True(_servers[0].Connections.Count > before);
    }

    private static Task<IReadOnlyList<ProbeResult>> AuditAsync(TestNode node, IReadOnlyList<MailEndpoint> endpoints, AuditPoliteness? audit = null) =>
        AuditAsync(node.Assessor!, endpoints, audit ?? new AuditPoliteness());

    private static async Task<IReadOnlyList<ProbeResult>> AuditAsync(MailboxAssessor assessor, IReadOnlyList<MailEndpoint> endpoints, AuditPoliteness audit)
    {
        var subject = new AssessmentSubject(endpoints, null, AssessmentLimits.Default with { Samples = 0, Deadline = TimeSpan.FromSeconds(30) }, null) { Audit = audit };
        return [.. (await assessor.AssessAsync(subject, null, Stop)).Endpoints.Select(x => x.Probe)];
    }

    private MailEndpoint Serve(MailScript script, MailProtocol protocol, string host, ConnectionSecurity security = ConnectionSecurity.ImplicitTls)
    {
        _dns.Answer(host, "127.0.0.1");
        _servers.Add(ScriptedMailServer.Start(script));
        return new MailEndpoint(protocol, HostName.Parse(host), _servers[^1].Port, security);
    }

    private AssessorOptions Options() => new()
    {
        Targets = new TargetOptions { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], AllowedPorts = [(1024, 65535)] },
        TrustedRoots = [_authority.Root],
        DnsServers = [_dns.EndPoint],
    };
}
