using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Web.Assessments.Retries;

/// <summary>
/// Where there are several nodes, the same request may come to two of them at once: the second waits until the first has its report, and finds it in the database. What one
/// process runs by itself, <see cref="RetryLedger"/> knows.
/// </summary>
/// <param name="gates">Makes what nodes share; null where there is one process.</param>
/// <param name="clock">Measures.</param>
internal sealed class RetryTurns(GateSource? gates, TimeProvider clock)
{
    // A run lasts a minute at most. Where the others cannot be asked, a request that is run twice is better than one that is not answered.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(70);

    private readonly TargetGate? _turns = gates?.Invoke(GateUse.Retry, new GateLimits(1, 6_000_000) { SilencesToPause = int.MaxValue });

    /// <summary>Waits for the turn; disposing it gives it to the next. Null where it is not needed, or did not come.</summary>
    public async Task<IDisposable?> TakeAsync(string key, CancellationToken cancellationToken)
    {
        if (_turns is null) return null;
        using var patience = new TimeLimit(Patience, clock, cancellationToken);
        try
        {
            return await _turns.AcquireAsync(key, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
