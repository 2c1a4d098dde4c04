using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>Published files are strangers' words: they must not make us knock on every door.</summary>
public sealed class ProbePoolTests
{
    [Fact]
    public async Task No_more_endpoints_are_dialled_than_the_bounds_whatever_is_published()
    {
        var dialled = new List<MailEndpoint>();
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, TestContext.Current.CancellationToken);
        await using var pool = new ProbePool(new FactBoard(null, TimeProvider.System), deadline, (endpoint, _) =>
        {
            dialled.Add(endpoint);
            return Task.FromResult(new Probed(new ProbeResult { Endpoint = endpoint, Steps = [] }, null, null));
        });

        for (var port = 1; port <= 2 * ProbePool.Most; port++) pool.Begin(At(port));
        Assert.Equal(Enumerable.Range(1, ProbePool.Most), dialled.Select(x => x.Port));

        var ranked = new List<Probed?>();
        for (var rank = 1; rank <= 2 * ProbePool.Most; rank++) ranked.Add(await pool.ProbeAsync(new EndpointCandidate(At(1000 + rank), null, [], [], true, rank, RankReason.Best)));
        Assert.Equal(2 * ProbePool.Most, dialled.Count);
        Assert.All(ranked.Take(ProbePool.Most), Assert.NotNull);
        Assert.All(ranked.Skip(ProbePool.Most), Assert.Null);
    }

    [Fact]
    public async Task An_endpoint_is_dialled_once_and_keeps_its_place_however_low_it_ranks_later()
    {
        var dialled = 0;
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, TestContext.Current.CancellationToken);
        await using var pool = new ProbePool(new FactBoard(null, TimeProvider.System), deadline, (endpoint, _) =>
        {
            dialled++;
            return Task.FromResult(new Probed(new ProbeResult { Endpoint = endpoint, Steps = [] }, null, null));
        });
        pool.Begin(At(1));
        Assert.NotNull(await pool.ProbeAsync(new EndpointCandidate(At(1), null, [], [], true, ProbePool.Most + 1, RankReason.Best)));
        Assert.Equal(1, dialled);
    }

    private static MailEndpoint At(int port) => Loopback.Endpoint(MailProtocol.Imap, port, ConnectionSecurity.ImplicitTls);
}
