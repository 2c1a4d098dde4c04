using System.Threading.RateLimiting;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>How many assessments and discoveries run at once, and how many wait for their turn.</summary>
internal sealed class AssessmentQueue(LoadLimits limits, TimeProvider clock) : IDisposable
{
    /// <summary>What a run needs to be worth beginning; of a deadline under two seconds, half.</summary>
    private static readonly TimeSpan LeastRun = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = limits.ConcurrentAssessments, QueueLimit = limits.QueueLength });

    /// <summary>
    /// A turn, with what the deadline has left; null when it cannot come in time. The deadline counts from the request's arrival: whoever
    /// waits for the answer does not care where we spent the time.
    /// </summary>
    public async Task<Turn?> WaitAsync(TimeSpan deadline, Arrival arrival, CancellationToken cancellationToken)
    {
        var latest = deadline - (deadline / 2 < LeastRun ? deadline / 2 : LeastRun);
        var patience = latest - arrival.Elapsed(clock);
        if (patience <= TimeSpan.Zero) return null;
        var permit = await PermitAsync(patience, cancellationToken);
        if (permit is { IsAcquired: true }) return new Turn(permit, deadline - arrival.Elapsed(clock));
        permit?.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private async Task<RateLimitLease?> PermitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var impatient = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(impatient.Token, cancellationToken);
        try
        {
            return await _limiter.AcquireAsync(1, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}

/// <summary>Work that may run now; disposing lets the next one.</summary>
/// <param name="permit">Its place among the running.</param>
/// <param name="left">The time that its deadline has left.</param>
internal sealed class Turn(RateLimitLease permit, TimeSpan left) : IDisposable
{
    /// <summary>The time that its deadline has left.</summary>
    public TimeSpan Left => left;

    /// <inheritdoc/>
    public void Dispose() => permit.Dispose();
}
