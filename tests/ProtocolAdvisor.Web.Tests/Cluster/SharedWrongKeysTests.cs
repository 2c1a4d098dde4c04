using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using Orleans.Core.Internal;
using ProtocolAdvisor.Cluster.Counting;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>Whoever shares an address with a guesser is served at every node with the key that was right at one of them: a load balancer sends him anywhere, and nodes are replaced.</summary>
public sealed class SharedWrongKeysTests
{
    private const int Limit = 3;
    private const string Address = "192.0.2.1";

    private static readonly AccessOptions Options = new(null, [KeyOf("desk"), KeyOf("other")]) { WrongKeysPerMinute = Limit };
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_key_that_was_right_at_one_node_goes_on_at_all_whatever_others_try()
    {
        await using var cluster = await ThreeNodes.StartAsync();
        var nodes = cluster.Nodes.Select(Guesses).ToList();
        Assert.Null(await FindAsync(nodes[0], "desk"));
        await GuessAsync(nodes[1]);
        Assert.Null(await FindAsync(nodes[2], "desk"));
        Assert.Equal(429, await FindAsync(nodes[2], "other"));
        Assert.Equal(429, await FindAsync(nodes[0], "guess"));

        // Whoever counted is gone, and what he knew with him.
        await cluster.Nodes[0].Link.Node!.Grain<IWrongKeyGrain>(Address).AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await FindAsync(nodes[0], "desk"));
        await GuessAsync(nodes[1]);
        Assert.Null(await FindAsync(Guesses(cluster.Nodes[2]), "desk"));
        Assert.Equal(429, await FindAsync(Guesses(cluster.Nodes[2]), "other"));
    }

    private static async Task GuessAsync(KeyGuesses node)
    {
        for (var i = 0; i < Limit; i++) Assert.Equal(401, await FindAsync(node, "guess"));
    }

    private static async Task<int?> FindAsync(KeyGuesses node, string key) =>
        (await node.FindAsync(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(Address) } }, key)).Refusal?.Status;

    private static ApiKey KeyOf(string name) => new(name, SHA256.HashData(Encoding.UTF8.GetBytes(name)), [Scope.Assess], null);

    private KeyGuesses Guesses(TestNode node) => new(Options, new SharedWrongKeyCounts(node.Link, _clock), _clock);
}
