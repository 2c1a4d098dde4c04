using System.Collections.Concurrent;

namespace ProtocolAdvisor.Dialing;

/// <summary>Who asks for what is being done already shares it. No caller's cancellation ends the work for the others.</summary>
/// <typeparam name="TKey">What tells one piece of work from another.</typeparam>
/// <typeparam name="T">What it yields.</typeparam>
/// <param name="work">Does it; bounds its own time.</param>
internal sealed class SharedWork<TKey, T>(Func<TKey, Task<T>> work)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<T>>> _inFlight = new();

    /// <summary>Joins the work in flight, or begins it. The <paramref name="token"/> ends the waiting only.</summary>
    internal Task<T> JoinAsync(TKey key, CancellationToken token) =>
        _inFlight.GetOrAdd(key, entered => new Lazy<Task<T>>(() => RunAsync(entered))).Value.WaitAsync(token);

    private async Task<T> RunAsync(TKey key)
    {
        await Task.Yield(); // whoever joins meanwhile must not wait for the part that runs before the first await
        try
        {
            return await work(key);
        }
        finally
        {
            _inFlight.TryRemove(key, out _);
        }
    }
}
