namespace ProtocolAdvisor.Dialing;

/// <summary>
/// Cancelled after a time, or with its parent. The time is the clock's: a linked source alone would count by the system's timer, which
/// no test can turn.
/// </summary>
internal sealed class TimeLimit : CancellationTokenSource
{
    private readonly CancellationTokenRegistration _parent;

    internal TimeLimit(TimeSpan limit, TimeProvider clock, CancellationToken parent)
        : base(limit, clock) => _parent = parent.UnsafeRegister(static own => ((TimeLimit)own!).Cancel(), this);

    /// <summary>Counts anew: cancelled <paramref name="limit"/> from now.</summary>
#pragma warning disable RS0030 // A source that was made with a clock keeps to it.
    internal void Shorten(TimeSpan limit) => CancelAfter(limit);
#pragma warning restore RS0030

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _parent.Dispose();
        base.Dispose(disposing);
    }
}
