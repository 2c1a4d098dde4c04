using ProtocolAdvisor.Web.Audits.Tables;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>A shard's subjects that are not finished, each with the time at which its next try is due: those that were never tried at once.</summary>
/// <param name="subjects">The subjects.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class ShardQueue(IReadOnlyList<WaitingSubject> subjects, TimeProvider clock)
{
    // 2, 4, 8, 16 seconds.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Try, (long Due, int Number)> _waiting =
        new(subjects.Select(x => (new Try(x, 1), (0L, x.Number))));

    /// <summary>
    /// The next one whose time has come, as soon as there is one; null when none waits: whoever still works on one goes on with it himself.
    /// </summary>
    public async Task<Try?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                if (!_waiting.TryPeek(out var next, out var order)) return null;
                if ((wait = TimeSpan.FromTicks(order.Due - Now)) <= TimeSpan.Zero)
                {
                    _waiting.Dequeue();
                    return next;
                }
            }

            await Task.Delay(wait < Look ? wait : Look, clock, cancellationToken);
        }
    }

    /// <summary>It is to be tried again: later each time, or as soon as may be where the try did not count.</summary>
    public void Again(Try tried, bool counts)
    {
        var due = counts ? Now + (First.Ticks << (tried.Number - 1)) : Now;
        lock (_lock) _waiting.Enqueue(counts ? tried with { Number = tried.Number + 1 } : tried, (due, tried.Subject.Number));
    }

    // Somebody may put back one that is due before.
    private static TimeSpan Look => TimeSpan.FromMilliseconds(200);

    private long Now => clock.GetUtcNow().UtcTicks;

    /// <summary>A subject's turn.</summary>
    /// <param name="Subject">The subject.</param>
    /// <param name="Number">Which try it is, the first being 1.</param>
    internal sealed record Try(WaitingSubject Subject, int Number);
}
