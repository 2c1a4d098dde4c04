using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;

namespace ProtocolAdvisor.Cluster.Counting;

/// <summary>
/// Counted for all nodes. Where the node that counts cannot be reached, another one takes over within seconds, and is waited for; longer than that nobody is let through, for no
/// more than as long as it lasts.
/// </summary>
internal sealed class SharedFailureCounts(ClusterLink link, TimeProvider clock) : FailureCounts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    // The answer to the caller does not wait longer: an end that is late is told nevertheless.
    private static readonly TimeSpan EndPatience = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    internal override byte[]? HashKey => link.Secret;

    /// <inheritdoc/>
    internal override async Task<TimeSpan> TryBeginAsync(IReadOnlyList<GuessBounds> windows, string guess, CancellationToken cancellationToken)
    {
        var isBegun = false;
        try
        {
            var waits = await Task.WhenAll(windows.Select(x => BeginAsync(x, guess, cancellationToken)));
            if (isBegun = waits.All(x => x == TimeSpan.Zero)) return TimeSpan.Zero;
            return waits.Contains(null) ? throw new CountsUnreachableException() : waits.Max(x => x!.Value);
        }
        finally
        {
            // Whoever leaves meanwhile has not guessed either: what nobody ends counts as wrong. It may have begun where no answer has come from.
            if (!isBegun) await EndAsync([.. windows.Select(x => new GuessEnd(x.Attempt, x.Window, Failed: false))]);
        }
    }

    /// <inheritdoc/>
    internal override async Task EndAsync(IReadOnlyList<GuessEnd> ends)
    {
        var told = Task.WhenAll(ends.Select(x => ClusterCall.TryAsync(
            link, async node => { await node.Grain<IFailureGrain>(x.Window).EndAsync(x.Attempt, x.Failed); return (bool?)true; }, Patience, clock, CancellationToken.None)));
        await Task.WhenAny(told, Task.Delay(EndPatience, clock));
    }

    // Null where nobody can be asked.
    private Task<TimeSpan?> BeginAsync(GuessBounds bounds, string guess, CancellationToken cancellationToken) => ClusterCall.TryAsync<TimeSpan>(
        link, async node => await node.Grain<IFailureGrain>(bounds.Window).TryBeginAsync(bounds, guess), Patience, clock, cancellationToken);
}
