using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// Shut while our name servers do not answer: whoever looks up names waits, because otherwise a whole list would be filled with "could not be
/// looked up". It is shut by whoever sees that a name could not be looked up at all, and opened by an answer.
/// </summary>
internal sealed class ResolverGate(MailboxAssessor assessor, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private TaskCompletionSource? _shut;

    /// <summary>Whether it is shut.</summary>
    public bool IsShut => Volatile.Read(ref _shut) is not null;

    /// <summary>A name could not be looked up at all: shuts the gate where none can. False where others can.</summary>
    public async Task<bool> ShutAsync()
    {
        if (IsShut) return true;
        if (await assessor.CanLookUpAsync()) return false;
        lock (_lock)
        {
            if (_shut is not null) return true;
            _shut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = WatchAsync(_shut);
            return true;
        }
    }

    /// <summary>Waits while it is shut.</summary>
    public Task OpenAsync(CancellationToken cancellationToken)
    {
        lock (_lock) return _shut?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
    }

    private async Task WatchAsync(TaskCompletionSource shut)
    {
        try
        {
            do await Task.Delay(AskAgain, clock, lifetime.ApplicationStopping);
            while (!await assessor.CanLookUpAsync());
            lock (_lock) _shut = null;
            shut.SetResult();
        }
        catch (OperationCanceledException)
        {
            // The process stops, and whoever waits has been told.
        }
    }
}
