using System.Globalization;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace ProtocolAdvisor.Cluster.Audits;

/// <summary>One shard of an audit. Its key is the audit's id and the shard's number, with a slash between.</summary>
[Alias("auditshard")]
internal interface IAuditShardGrain : IGrainWithStringKey
{
    /// <summary>Works on it, or goes on doing so, and waits a while: whether it is over. Called again until then; where nobody calls any more, it ends by itself.</summary>
    [ResponseTimeout("00:00:30")]
    [Alias("Run")]
    Task<bool> RunAsync();

    /// <summary>What is under way is dropped, what is finished is written.</summary>
    [ResponseTimeout("00:00:30")]
    [Alias("Halt")]
    Task HaltAsync();
}

/// <summary>It runs on any node, and is dropped with it: what was not written is done again.</summary>
[Reentrant]
[RandomPlacement]
[CollectionAgeLimit(Minutes = 2)]
[GrainType("auditshard")]
internal sealed class AuditShardGrain(AuditParts parts, RunningShards running, Hosting.GrainClock clock) : Grain, IAuditShardGrain, IDisposable
{
    private static readonly TimeSpan While = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _halt = new();
    private Task? _work;

    /// <inheritdoc/>
    public async Task<bool> RunAsync()
    {
        // It goes with whatever is called from here, and was said of this shard alone.
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        if (_work is null && parts.Stopping.IsCancellationRequested)
        {
            // Another node is there for it; this one leaves as soon as the last of its callers is served.
            DeactivateOnIdle();
            return false;
        }

        var work = _work ??= BeginAsync();
        using var waiting = new CancellationTokenSource();
        var first = await Task.WhenAny(work, Task.Delay(While, clock.Time, waiting.Token));
        await waiting.CancelAsync();
        if (first != work) return false;
        DeactivateOnIdle();
        return !parts.Stopping.IsCancellationRequested;
    }

    /// <inheritdoc/>
    public async Task HaltAsync()
    {
        await _halt.CancelAsync();
        if (_work is { } work) await work;
        DeactivateOnIdle();
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _halt.CancelAsync();
        if (_work is { } work) await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <inheritdoc/>
    public void Dispose() => _halt.Dispose();

    // What fails, for the database is away, is found again by the next sweep.
    private async Task BeginAsync()
    {
        var (audit, shard) = AuditKey.Parse(this.GetPrimaryKeyString());
        await running.RunAsync(parts, audit, shard, _halt.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}

/// <summary>The key of a shard.</summary>
internal static class AuditKey
{
    /// <summary>As one text.</summary>
    internal static string Of(string audit, int shard) => $"{audit}/{shard}";

    /// <summary>And back.</summary>
    internal static (string Audit, int Shard) Parse(string key) => (key[..key.LastIndexOf('/')], int.Parse(key[(key.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture));
}
