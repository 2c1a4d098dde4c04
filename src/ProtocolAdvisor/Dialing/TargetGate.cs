using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>
/// Politeness towards one target, a host or an address: so many connections at once, so many in a minute, and none for a while after it has failed to answer again and again.
/// The limits are one process's, or those of all nodes together.
/// </summary>
internal abstract class TargetGate
{
    /// <summary>Waits for the target's turn.</summary>
    /// <param name="target">The host or the address.</param>
    /// <param name="token">Ends the waiting.</param>
    /// <returns>The permit, to be disposed of when the connection is closed; null where the target must be left alone now, or too many wait.</returns>
    /// <exception cref="OperationCanceledException">The turn did not come in time.</exception>
    internal abstract Task<GatePermit?> AcquireAsync(string target, CancellationToken token);

    /// <summary>
    /// Whether more than half of what the target may be asked in a minute is still there: optional questions must not use up what others
    /// need.
    /// </summary>
    internal abstract bool HasPlenty(HostName host);

    /// <summary>Runs <paramref name="work"/> when the host's turn has come.</summary>
    /// <typeparam name="T">What the work yields.</typeparam>
    /// <param name="host">The target.</param>
    /// <param name="work">One connection's work.</param>
    /// <param name="failed">Whether the outcome means that the host did not answer at all.</param>
    /// <param name="busy">What to yield instead when the host must be left alone now.</param>
    /// <param name="token">Ends the waiting.</param>
    internal async Task<T> RunAsync<T>(HostName host, Func<CancellationToken, Task<T>> work, Func<T, bool> failed, Func<T> busy, CancellationToken token)
    {
        using var permit = await AcquireAsync(host.Value, token);
        if (permit is null) return busy();
        var outcome = await work(token);
        permit.Report(answered: !failed(outcome));
        return outcome;
    }
}

/// <summary>One connection's leave to be there.</summary>
internal abstract class GatePermit : IDisposable
{
    private int _returned;

    /// <summary>Whether the target answered at all: one that never does is left alone for a while.</summary>
    internal abstract void Report(bool answered);

    /// <summary>Gives it back.</summary>
    protected abstract void Release();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _returned, 1) == 0) Release();
    }
}
