using System.Collections;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Cluster.Counting;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>Wrong passwords are counted for all nodes, and nothing else is.</summary>
public sealed class SharedFailureCountsTests
{
    private readonly ClusterLink _link = new();

    // One window stands on a node that lives, the other one on a node that is dying.
    [Fact]
    public async Task Whoever_leaves_before_he_is_let_through_has_not_guessed_wrong()
    {
        await using var cluster = await ThreeNodes.StartAsync(nodes: 1);
        var node = cluster.Nodes[0].Link.Node!;
        _link.Joined(node, []);
        var counts = new SharedFailureCounts(_link, new FakeTimeProvider());
        using var leaves = new CancellationTokenSource();
        var asked = counts.TryBeginAsync(new OneLost([Of("account"), Of("caller")], () => _link.Joined(null!, [])), "guess", leaves.Token);
        _link.Joined(node, []);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(TimeSpan.Zero, await counts.TryBeginAsync([Of("account"), Of("caller")], "other", TestContext.Current.CancellationToken));
        Assert.NotEqual(TimeSpan.Zero, await counts.TryBeginAsync([Of("account")], "third", TestContext.Current.CancellationToken));
    }

    private static GuessBounds Of(string window) => new(Guid.NewGuid(), window, 1, null, null);

    // The way is lost when the first window has been asked.
    private sealed class OneLost(IReadOnlyList<GuessBounds> windows, Action lose) : IReadOnlyList<GuessBounds>
    {
        private bool _isLost;

        public int Count => windows.Count;

        public GuessBounds this[int index] => windows[index];

        public IEnumerator<GuessBounds> GetEnumerator()
        {
            foreach (var (number, window) in windows.Index())
            {
                if (number == 1 && !_isLost) lose();
                _isLost |= number == 1;
                yield return window;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
