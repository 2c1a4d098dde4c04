using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// Threads for the database. SQLite waits for the disk and for locks without yielding its thread, whatever its methods are called: on a thread of the pool it would
/// hold up requests that have nothing to do with it. A server is waited for in the same way: then a node holds few connections, however much is asked of it. What cannot
/// be used now is told as <see cref="StorageUnavailableException"/>, and logged when that begins and ends.
/// </summary>
internal sealed class DatabaseThreads(DatabaseMake make, TimeProvider clock, ILogger<DatabaseThreads> log) : IDisposable
{
    /// <summary>How long a request waits for a turn: whoever comes while nothing moves is told so, and not queued for ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lane _reading = new("read", make.Readers);
    private readonly Lane _writing = new("written", 1);

    /// <summary>Reads; a few may do so at once.</summary>
    public Task<T> ReadAsync<T>(Func<T> work, CancellationToken cancellationToken) => RunAsync(_reading, work, Patience, cancellationToken);

    /// <summary>Writes, when nobody else in this process does.</summary>
    public Task<T> WriteAsync<T>(Func<T> work, CancellationToken cancellationToken) => RunAsync(_writing, work, Patience, cancellationToken);

    /// <summary>Writes, however long the turn takes to come.</summary>
    public Task<T> WriteInTurnAsync<T>(Func<T> work, CancellationToken cancellationToken) => RunAsync(_writing, work, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _reading.Dispose();
        _writing.Dispose();
    }

    // Begun work is not left behind: the turn ends with it and not with its caller's patience.
    private async Task<T> RunAsync<T>(Lane lane, Func<T> work, TimeSpan patience, CancellationToken cancellationToken)
    {
        await TurnAsync(lane, patience, cancellationToken);
        try
        {
            var result = await Task.Factory.StartNew(() => Done(work), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
            if (lane.Failed(false)) log.StorageWorks(lane.Name);
            return result;
        }
        catch (Exception exception) when (make.Unavailable(exception) is { } unavailable)
        {
            if (!lane.Failed(true)) log.StorageFails(lane.Name, unavailable.Message);
            throw unavailable;
        }
        finally
        {
            lane.Turns.Release();
        }
    }

    private T Done<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (make.IsWorthAnotherTry(exception))
        {
            return work();
        }
    }

    private async Task TurnAsync(Lane lane, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(patience, clock, cancellationToken);
        try
        {
            await lane.Turns.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageUnavailableException("others wait for the database");
        }
    }

    private sealed class Lane(string name, int width) : IDisposable
    {
        private int _failed;

        public string Name => name;

        public SemaphoreSlim Turns { get; } = new(width);

        /// <summary>Notes how it went; says how it went before.</summary>
        public bool Failed(bool now) => Interlocked.Exchange(ref _failed, now ? 1 : 0) == 1;

        public void Dispose() => Turns.Dispose();
    }
}
