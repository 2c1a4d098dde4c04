using System.Collections.Concurrent;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// Works on audits in this process alone. Every three seconds, and at once when it is told, it picks up whatever is unfinished: so nothing
/// is lost by a stop or a kill, and an audit goes on when the process is back.
/// </summary>
internal sealed class AuditEngine(
    ShardTools tools, StorageOptions storage, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<AuditEngine> log)
    : BackgroundService, IAuditEngine
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Lease = 4 * Sweep;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    // A file has one process: what it has left behind, killed, it takes up at once.
    private readonly string _process = storage.Provider == StorageProvider.Sqlite ? "file" : Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, Underway> _underway = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public Task GoOnAsync(string auditId)
    {
        _told.TrySetResult();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HaltAsync(string auditId)
    {
        if (!_underway.TryGetValue(auditId, out var underway)) return;
        await underway.HaltAsync();
        await underway.Work;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Those who wait for runs under way should not wait for these: they are dropped at once, and done again.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            while (!readiness.IsReady) await Task.Delay(Look, tools.Clock, stopping.Token);
            while (!stopping.IsCancellationRequested)
            {
                var told = _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
                await SweepAsync(stopping.Token);
                await Task.WhenAny(told.Task, Task.Delay(Sweep, tools.Clock, stopping.Token));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }

        await Task.WhenAll(_underway.Values.Select(x => x.Work));
        await LeaveAsync();
    }

    private async Task LeaveAsync()
    {
        try
        {
            await tools.Store.LeaveAsync(_process, CancellationToken.None);
        }
        catch (Exception)
        {
            // It is over by itself in a few seconds.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var unfinished = await tools.Store.ClaimAsync(_process, Lease, cancellationToken);
            foreach (var id in unfinished.Where(x => !_underway.ContainsKey(x))) Begin(id, cancellationToken);

            // Paused or removed elsewhere.
            foreach (var (id, underway) in _underway)
                if (!unfinished.Contains(id)) await underway.HaltAsync();
        }
        catch (StorageUnavailableException)
        {
            // It says so by itself; what is under way waits with what it has.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.AuditFailed(exception);
        }
    }

    private void Begin(string id, CancellationToken cancellationToken)
    {
        var halt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _underway[id] = new(halt, WorkAsync());
        begun.SetResult();

        async Task WorkAsync()
        {
            await begun.Task;
            try
            {
                await RunAsync(id, halt.Token);
            }
            catch (OperationCanceledException) when (halt.IsCancellationRequested)
            {
            }
            catch (StorageUnavailableException)
            {
                // The next sweep begins it anew.
            }
            catch (Exception exception)
            {
                log.AuditFailed(exception);
            }
            finally
            {
                _underway.TryRemove(id, out _);
                halt.Dispose();
            }
        }
    }

    private async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await tools.Store.FindAsync(id, cancellationToken) is not { } work) return;
        await tools.Store.HoldAsync(id, null, cancellationToken);
        List<Task> shards = [];
        try
        {
            foreach (var shard in await tools.Store.ShardsAsync(id, cancellationToken))
            {
                // As many as that of each audit, so that none waits for another's last subject.
                while (shards.Count(x => !x.IsCompleted) >= tools.ShardsAtOnce) await Task.WhenAny(shards.Where(x => !x.IsCompleted));
                shards.RemoveAll(x => x.IsCompletedSuccessfully);
                if (shards.Exists(x => x.IsCompleted)) break;
                cancellationToken.ThrowIfCancellationRequested();
                shards.Add(tools.RunAsync(work, shard, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(shards);
        }
    }

    private sealed record Underway(CancellationTokenSource Halt, Task Work)
    {
        public async Task HaltAsync()
        {
            try
            {
                await Halt.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // It has ended in this moment.
            }
        }
    }
}
