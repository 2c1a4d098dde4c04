using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// How many subjects of audits may be looked at at once, over all audits of this process: at most half of what runs at once, and only what
/// people leave free. A subject takes a turn like anybody's, but none while somebody waits for his.
/// </summary>
internal sealed class AuditPlaces(AssessmentQueue queue, LoadLimits limits, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly SemaphoreSlim _places = new(MostOf(limits));

    /// <summary>How many at most.</summary>
    public int Most => MostOf(limits);

    /// <summary>Waits for a place; disposing it gives it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            Turn? turn;
            while ((turn = queue.TryBegin()) is null) await Task.Delay(Look, clock, cancellationToken);
            return new Place(turn, _places);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private static int MostOf(LoadLimits limits) => Math.Max(1, limits.ConcurrentAssessments / 2);

    private sealed class Place(Turn turn, SemaphoreSlim places) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) != 0) return;
            turn.Dispose();
            places.Release();
        }
    }
}
