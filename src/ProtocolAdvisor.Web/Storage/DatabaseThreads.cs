namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// Threads for the database. SQLite waits for the disk and for locks without yielding its thread, whatever its methods are called: on a thread of the pool it would
/// hold up requests that have nothing to do with it.
/// </summary>
internal sealed class DatabaseThreads : IDisposable
{
    private const int Readers = 4;
    private readonly SemaphoreSlim _reading = new(Readers);
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Reads; a few may do so at once.</summary>
    public Task<T> ReadAsync<T>(Func<T> work, CancellationToken cancellationToken) => RunAsync(_reading, work, cancellationToken);

    /// <summary>Writes, when nobody else in this process does.</summary>
    public Task<T> WriteAsync<T>(Func<T> work, CancellationToken cancellationToken) => RunAsync(_writing, work, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _reading.Dispose();
        _writing.Dispose();
    }

    // Begun work is not left behind: the turn ends with it and not with its caller's patience.
    private static async Task<T> RunAsync<T>(SemaphoreSlim turns, Func<T> work, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        }
        finally
        {
            turns.Release();
        }
    }
}
