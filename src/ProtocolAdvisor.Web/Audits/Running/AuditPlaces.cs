using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// How many subjects of audits may be looked at at once, over all audits of this process: at most half of what runs at once, and only what
/// people leave free. A subject takes a turn like anybody's, but none while somebody waits for his. Of several audits that have subjects
/// waiting, the one that has the fewest places is the next, so that none waits behind another's list. Where our own limits keep an audit's
/// subjects from being found out, it has fewer at once, so that those that are have time for their turns; where nothing does, more again.
/// </summary>
internal sealed class AuditPlaces
{
    private readonly AssessmentQueue _queue;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AuditLine> _lines = new(StringComparer.Ordinal);
    private int _taken;

    /// <summary>Places beside people.</summary>
    /// <param name="queue">Where people take their turns, and the subjects, too.</param>
    /// <param name="limits">How many turns there are at once.</param>
    /// <param name="clock">Tells the time.</param>
    public AuditPlaces(AssessmentQueue queue, LoadLimits limits, TimeProvider clock)
    {
        (_queue, _clock, Most) = (queue, clock, Math.Max(1, limits.ConcurrentAssessments / 2));
        queue.Freed += Admit;
    }

    /// <summary>How many at most, over all audits.</summary>
    public int Most { get; }

    /// <summary>How many the audit may have now.</summary>
    public int AllowedTo(string auditId)
    {
        lock (_lock) return _lines.TryGetValue(auditId, out var line) ? line.Allowed : Most;
    }

    /// <summary>Waits for a place; disposing it gives it back.</summary>
    public async Task<IDisposable> EnterAsync(string auditId, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (!_lines.TryGetValue(auditId, out var line)) _lines[auditId] = line = new AuditLine(Most, _clock);
            line.Waiting.Enqueue(mine);
        }

        Admit();
        await using var leaving = cancellationToken.UnsafeRegister(_ => mine.TrySetCanceled(cancellationToken), null);
        return await mine.Task;
    }

    /// <summary>A subject of the audit was looked at; it still has its place.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="wasHindered">Whether our own limits kept it from being found out.</param>
    public void Note(string auditId, bool wasHindered)
    {
        lock (_lock)
        {
            if (_lines.TryGetValue(auditId, out var line)) line.Note(wasHindered);
        }

        Admit();
    }

    // As long as there are places; of one audit those who came first.
    private void Admit()
    {
        lock (_lock)
        {
            while (_taken < Most && Next() is { } line)
            {
                if (_queue.TryBegin() is not { } turn) return;
                _taken++;
                line.Taken++;
                var place = new Place(turn, line, this);
                if (!line.Waiting.Dequeue().TrySetResult(place)) _ = Task.Run(place.Dispose); // it has left in this moment
            }

            foreach (var (audit, line) in _lines)
                if (line is { Taken: 0, Waiting.Count: 0 }) _lines.Remove(audit);
        }
    }

    private AuditLine? Next() => _lines.Values.Where(x => x.Wants()).MinBy(x => x.Taken);

    private void Leave(AuditLine line)
    {
        lock (_lock)
        {
            _taken--;
            line.Taken--;
        }

        Admit();
    }

    private sealed class Place(Turn turn, AuditLine line, AuditPlaces places) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) != 0) return;
            turn.Dispose();
            places.Leave(line);
        }
    }
}
