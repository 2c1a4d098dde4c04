using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>Runs the steps of one endpoint in turn, each under its own limit, and writes down what each took or why it failed.</summary>
/// <param name="deadline">The run's time.</param>
/// <param name="unexpected">Told of exceptions that are our own fault.</param>
/// <param name="budget">Time for all steps together; null for no limit but the run's.</param>
/// <param name="clean">Takes secrets out of a server's words; null before any were sent.</param>
internal sealed class StepRecorder(Deadline deadline, Action<Exception>? unexpected, Func<string, string>? clean = null, TimeSpan? budget = null)
{
    private readonly List<StepResult> _steps = [];
    private readonly long _begun = deadline.Clock.GetTimestamp();

    /// <summary>What was taken so far.</summary>
    internal IReadOnlyList<StepResult> Steps => _steps;

    /// <summary>Notes a step that was done elsewhere.</summary>
    internal void Add(StepResult step) => _steps.Add(step);

    /// <summary>Runs one step.</summary>
    /// <param name="step">Which.</param>
    /// <param name="limit">Its own time.</param>
    /// <param name="body">Its work; yields the round trips it had to wait for.</param>
    /// <returns>False when it failed: the failure is noted.</returns>
    internal async Task<bool> RunAsync(MailStep step, TimeSpan limit, Func<CancellationToken, Task<int>> body)
    {
        var start = deadline.Clock.GetTimestamp();
        double Elapsed() => deadline.Clock.GetElapsedTime(start).TotalMilliseconds;
        using var token = deadline.Step(Within(limit));
        try
        {
            var roundTrips = await body(token.Token);
            _steps.Add(new StepResult(step, StepOutcome.Completed, Elapsed(), roundTrips));
            return true;
        }
        catch (Exception e)
        {
            var kind = FailureClassifier.KindOf(e, deadline) ?? throw new OperationCanceledException(deadline.Caller);
            if (kind == FailureKind.Unexpected) unexpected?.Invoke(e);
            _steps.Add(new StepResult(step, StepOutcome.Failed, Elapsed(), null, new Failure(step, kind, CleanReplyIn(e), Elapsed())));
            return false;
        }
    }

    /// <summary>Notes those of the <paramref name="planned"/> steps that were never reached.</summary>
    internal void Close(IEnumerable<MailStep> planned) =>
        _steps.AddRange(planned.Skip(_steps.Count).Select(step => new StepResult(step, StepOutcome.NotAttempted)));

    private TimeSpan Within(TimeSpan limit)
    {
        var left = (budget ?? TimeSpan.MaxValue) - deadline.Clock.GetElapsedTime(_begun);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < limit ? left : limit;
    }

    private string? CleanReplyIn(Exception e) => FailureClassifier.DetailOf(e) is { } reply ? (clean ?? ServerText.Of)(reply) : null;
}
