namespace ProtocolAdvisor.Dialing;

/// <summary>
/// The time that a run has. Steps take their own, shorter limits from it; which limit was reached decides between
/// <c>timed-out</c> (the step's) and <c>deadline-reached</c> (the run's). The caller's own cancellation is neither: it propagates.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _expiry;
    private readonly CancellationTokenSource _run;
    private readonly long _start;

    internal Deadline(TimeSpan after, TimeProvider clock, CancellationToken caller)
    {
        (After, Clock, Caller, _start) = (after, clock, caller, clock.GetTimestamp());
        _expiry = new CancellationTokenSource(after, clock);
        _run = CancellationTokenSource.CreateLinkedTokenSource(_expiry.Token, caller);
    }

    /// <summary>How long after its start the run must end.</summary>
    internal TimeSpan After { get; }

    /// <summary>What is left of it; never negative.</summary>
    internal TimeSpan Left => Clock.GetElapsedTime(_start) is var gone && gone < After ? After - gone : TimeSpan.Zero;

    /// <summary>How long the run has gone, in milliseconds.</summary>
    internal double GoneMs => Clock.GetElapsedTime(_start).TotalMilliseconds;

    /// <summary>The clock of the run.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>The caller's token.</summary>
    internal CancellationToken Caller { get; }

    /// <summary>Cancelled at the deadline, or by the caller.</summary>
    internal CancellationToken Token => _run.Token;

    /// <summary>Whether the run's time is up.</summary>
    internal bool Reached => _expiry.IsCancellationRequested;

    /// <summary>A limit for one step: at most <paramref name="limit"/>, never beyond the run.</summary>
    internal TimeLimit Step(TimeSpan limit) => new(limit, Clock, _run.Token);

    public void Dispose()
    {
        _run.Dispose();
        _expiry.Dispose();
    }
}
