using System.Threading.RateLimiting;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>How many assessments run at once, and how many wait for their turn.</summary>
internal sealed class AssessmentQueue(LoadLimits limits, TimeProvider clock) : IDisposable
{
    /// <summary>What a run needs to be worth beginning; of a deadline under two seconds, half.</summary>
    private static readonly TimeSpan LeastRun = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = limits.ConcurrentAssessments, QueueLimit = limits.QueueLength });

    /// <summary>
    /// The order's turn, with what its deadline has left; null when it cannot come in time. The deadline counts from the request's arrival: whoever
    /// waits for the report does not care where we spent the time.
    /// </summary>
    public async Task<AssessmentTurn?> WaitAsync(AssessmentOrder order, Arrival arrival, CancellationToken cancellationToken)
    {
        var deadline = order.Subject.Limits.Deadline;
        var latest = deadline - (deadline / 2 < LeastRun ? deadline / 2 : LeastRun);
        var patience = latest - arrival.Elapsed(clock);
        if (patience <= TimeSpan.Zero) return null;
        var permit = await PermitAsync(patience, cancellationToken);
        if (permit is { IsAcquired: true }) return new AssessmentTurn(permit, order.Within(deadline - arrival.Elapsed(clock)));
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

/// <summary>An order that may run now; disposing lets the next one.</summary>
/// <param name="permit">Its place among the running.</param>
/// <param name="order">The order, with the time that is left.</param>
internal sealed class AssessmentTurn(RateLimitLease permit, AssessmentOrder order) : IDisposable
{
    /// <summary>The order, with the time that is left.</summary>
    public AssessmentOrder Order => order;

    /// <inheritdoc/>
    public void Dispose() => permit.Dispose();
}
